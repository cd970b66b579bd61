#if NET
using System.Runtime.CompilerServices;

// The type is in every signature with init. A library that was compiled for .NET Standard looks for it here, and on .NET this
// library's signatures have the framework's.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#else
namespace System.Runtime.CompilerServices;

/// <summary>What init accessors are marked with, which .NET Standard lacks.</summary>
internal static class IsExternalInit;
#endif
