using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// ∛x: with x = 2³ᵏ·2ʲ·m, √½ ≤ m &lt; √2 and j = −1, 0 or 1, it is 2ᵏ·∛(2ʲ·m), from a polynomial in m and one of
/// Halley's steps, which triples its digits.
/// </summary>
internal readonly struct CbrtDouble : IFunction<double>
{
    private const double Biased = ExponentialDouble.Rounding + 1023;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V zero = math.Constant(0);
        V sign = math.And(x, math.Bits(long.MinValue));
        V a = math.Xor(x, sign);
        V m = LogarithmDouble.Split<V, A>(a, out V n);

        V rounded = math.MultiplyAdd(n, math.Constant(0.33333333333333331), math.Constant(Biased));
        V j = math.MultiplyAdd(math.Subtract(rounded, math.Constant(Biased)), math.Constant(-3), n);

        // Minimax approximation of the cube root, found by the Remez algorithm.
        V y = math.MultiplyAdd(m, math.Constant(0.026954732852359796), math.Constant(-0.1795558603553667));
        y = math.MultiplyAdd(m, y, math.Constant(0.5109638003714309));
        y = math.MultiplyAdd(m, y, math.Constant(-0.8360676678532543));
        y = math.MultiplyAdd(m, y, math.Constant(1.0560140248660952));
        y = math.MultiplyAdd(m, y, math.Constant(0.42168998316875667));

        // ∛2ʲ and 2ʲ.
        V root = math.SelectLess(zero, j, math.Constant(1.2599210498948732), math.Constant(1));
        root = math.SelectLess(j, zero, math.Constant(0.79370052598409979), root);
        V scale = math.SelectLess(zero, j, math.Constant(2), math.Constant(1));
        scale = math.SelectLess(j, zero, math.Constant(0.5), scale);
        y = math.Multiply(y, root);
        m = math.Multiply(m, scale);

        V cube = math.Multiply(math.Multiply(y, y), y);
        V step = math.Divide(math.Subtract(cube, m), math.Add(math.Add(cube, cube), m));
        y = math.Subtract(y, math.Multiply(y, step));
        y = math.Multiply(y, ExponentialDouble.PowerOfTwo<V, A>(rounded));

        y = math.SelectLess(zero, a, math.SelectLess(a, math.Constant(double.PositiveInfinity), y, a), a);
        return math.Or(y, sign);
    }
}
