using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// ∛x: with x = 2³ᵏ·2ʲ·m, √½ ≤ m &lt; √2 and j = −1, 0 or 1, it is 2ᵏ·∛(2ʲ·m), from a polynomial in m and one of
/// Halley's steps, which triples its digits.
/// </summary>
internal readonly struct CbrtSingle : IFunction<float>
{
    private const float Biased = ExponentialSingle.Rounding + 127;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V zero = math.Constant(0f);
        V sign = math.And(x, math.Bits(0x80000000));
        V a = math.Xor(x, sign);
        V m = LogarithmSingle.Split<V, A>(a, out V n);

        V rounded = math.MultiplyAdd(n, math.Constant(0.333333343f), math.Constant(Biased));
        V j = math.MultiplyAdd(math.Subtract(rounded, math.Constant(Biased)), math.Constant(-3f), n);

        // Minimax approximation of the cube root, found by the Remez algorithm.
        V y = math.MultiplyAdd(m, math.Constant(-0.10747662f), math.Constant(0.55366164f));
        y = math.MultiplyAdd(m, y, math.Constant(0.5537058f));

        // ∛2ʲ and 2ʲ.
        V root = math.SelectLess(zero, j, math.Constant(1.25992105f), math.Constant(1f));
        root = math.SelectLess(j, zero, math.Constant(0.793700526f), root);
        V scale = math.SelectLess(zero, j, math.Constant(2f), math.Constant(1f));
        scale = math.SelectLess(j, zero, math.Constant(0.5f), scale);
        y = math.Multiply(y, root);
        m = math.Multiply(m, scale);

        V cube = math.Multiply(math.Multiply(y, y), y);
        V step = math.Divide(math.Subtract(cube, m), math.Add(math.Add(cube, cube), m));
        y = math.Subtract(y, math.Multiply(y, step));
        y = math.Multiply(y, ExponentialSingle.PowerOfTwo<V, A>(rounded));

        y = math.SelectLess(zero, a, math.SelectLess(a, math.Constant(float.PositiveInfinity), y, a), a);
        return math.Or(y, sign);
    }
}
