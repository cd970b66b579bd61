using System.Runtime.Intrinsics;

namespace NetGen.Tests.Jit;

/// <summary>The widest vectors that generated code uses in this process.</summary>
internal static class VectorWidth
{
    /// <summary>In bits: what the machine has, unless a setting of the runtime says less.</summary>
    public static int OfMachine => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
}
