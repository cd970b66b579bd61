using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace NetGen.Numerics;

public abstract partial class Elementary
{
    /// <summary>The remainder of x / y with the sign of x, as C#'s operator % gives it: exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Remainder(float x, float y) => x % y;

    /// <inheritdoc cref="Remainder(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Remainder(double x, double y) => x % y;

#if NET
    // No vector of the hardware has an exact remainder: it is taken lane by lane.

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector128<float> Remainder(Vector128<float> x, Vector128<float> y) => Vector128.Create(x[0] % y[0], x[1] % y[1], x[2] % y[2], x[3] % y[3]);

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector256<float> Remainder(Vector256<float> x, Vector256<float> y) =>
        Vector256.Create(Remainder(x.GetLower(), y.GetLower()), Remainder(x.GetUpper(), y.GetUpper()));

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector512<float> Remainder(Vector512<float> x, Vector512<float> y) =>
        Vector512.Create(Remainder(x.GetLower(), y.GetLower()), Remainder(x.GetUpper(), y.GetUpper()));

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector128<double> Remainder(Vector128<double> x, Vector128<double> y) => Vector128.Create(x[0] % y[0], x[1] % y[1]);

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector256<double> Remainder(Vector256<double> x, Vector256<double> y) =>
        Vector256.Create(Remainder(x.GetLower(), y.GetLower()), Remainder(x.GetUpper(), y.GetUpper()));

    /// <inheritdoc cref="Remainder(float, float)"/>
    public static Vector512<double> Remainder(Vector512<double> x, Vector512<double> y) =>
        Vector512.Create(Remainder(x.GetLower(), y.GetLower()), Remainder(x.GetUpper(), y.GetUpper()));
#endif
}
