using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// tanh x = x·p(x²)/q(x²) up to |x| = 8.1, and ±1 beyond, where that is nearer than the rounding of the quotient.
/// Shorter from input to output than the form through the exponential, which is what counts in a small network.
/// </summary>
/// <remarks>
/// Minimax of the relative error, found by Lawson's iteration; the rounded coefficients were then moved by single
/// units in the last place to lessen the error of this very arithmetic, all powers being evaluated in pairs.
/// </remarks>
internal readonly struct TanhSingle : IFunction<float>
{
    private const float Saturation = 8.1f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V one = math.Constant(1f);
        V u = math.Multiply(x, x);
        V u2 = math.Multiply(u, u);

        V p = math.MultiplyAdd(u, math.Constant(-1.40479581e-11f), math.Constant(3.29602621e-08f));
        p = math.MultiplyAdd(u2, p, math.MultiplyAdd(u, math.Constant(2.89659911e-05f), math.Constant(0.00391513715f)));
        p = math.MultiplyAdd(u2, p, math.MultiplyAdd(u, math.Constant(0.137171119f), one));

        V q = math.MultiplyAdd(u, math.Constant(0.000402163249f), math.Constant(0.0274166279f));
        q = math.MultiplyAdd(u2, math.Constant(1.35521145e-06f), q);
        q = math.MultiplyAdd(u2, q, math.MultiplyAdd(u, math.Constant(0.470504463f), one));

        V y = math.Divide(math.Multiply(x, p), q);

        // The comparison is false for NaN, which so passes.
        V saturated = math.Or(math.And(x, math.Bits(0x80000000)), one);
        return math.SelectLess(math.Constant(Saturation * Saturation), u, saturated, y);
    }
}
