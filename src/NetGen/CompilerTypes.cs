#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>What init accessors are marked with, which .NET Standard lacks.</summary>
internal static class IsExternalInit;
#endif
