using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>x rounded to single precision, as a cast to <see langword="float"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Narrow(double x) => (double)(float)x;

#if NET
    /// <inheritdoc cref="Narrow(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Narrow(Vector128<double> x) => Vector128.Widen(Vector128.Narrow(x, x)).Lower;

    /// <inheritdoc cref="Narrow(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Narrow(Vector256<double> x) => Vector256.Widen(Vector256.Narrow(x, x)).Lower;

    /// <inheritdoc cref="Narrow(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Narrow(Vector512<double> x) => Vector512.Widen(Vector512.Narrow(x, x)).Lower;
#endif
}
