using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Tests.Numerics;

/// <summary>How far from 0 sine, cosine and tangent keep their bounds on this machine, as docs/accuracy.md says.</summary>
internal static class LargestAngle
{
    public static double InSingle => IsFused ? 1e6 : 1e4;

    public static double InDouble => IsFused ? 1e12 : 1e6;

    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;
}
