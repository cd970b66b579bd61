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

        V p = math.MultiplyAdd(u, math.Constant(-1.40479581e-11f), math.Constant(3.29603012e-08f));
        p = math.MultiplyAdd(u2, p, math.MultiplyAdd(u, math.Constant(2.89659911e-05f), math.Constant(0.00391513621f)));

        // x·p, as early as q: x is multiplied into both of the last terms while they wait for what is added.
        p = math.MultiplyAdd(math.Multiply(x, u2), p, math.Multiply(x, math.MultiplyAdd(u, math.Constant(0.137171134f), one)));

        V q = math.MultiplyAdd(u, math.Constant(0.000402163016f), math.Constant(0.0274166316f));
        q = math.MultiplyAdd(u2, math.Constant(1.35521316e-06f), q);
        q = math.MultiplyAdd(u2, q, math.MultiplyAdd(u, math.Constant(0.470504463f), one));

        V y = math.Divide(p, q);

        // The comparison is false for NaN, which so passes.
        V saturated = math.Or(math.And(x, math.Bits(0x80000000)), one);
        return math.SelectLess(math.Constant(Saturation * Saturation), u, saturated, y);
    }
}
