using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The natural logarithm in single precision: x = 2ⁿ·m with √½ ≤ m &lt; √2, f = m − 1, s = f / (2 + f), and
/// ln m = 2 artanh s = f − s·(f − s²·g), the arrangement of fdlibm.
/// </summary>
internal static class LogarithmSingle
{
    private const int MantissaBits = 23;
    private const long MantissaMask = 0x007FFFFF;
    private const long One = 0x3F800000;
    private const long SqrtHalf = 0x3F3504F3;
    private const float Smallest = 1.17549435e-38f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary>2^23 as bits: with an integer in the mantissa it is 2^23 more than the integer.</summary>
    private const long IntegerBits = 0x4B000000;

    /// <summary>ln x + <paramref name="correction"/>, which must be small; −∞ for 0 and NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V, A>(V x, V correction)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V f = math.Subtract(Split<V, A>(x, out V n), math.Constant(1f));
        V rest = Series<V, A>(f, out V s);
        V y = math.MultiplyAdd(n, math.Constant(Ln2Low), correction);
        y = math.MultiplyAdd(s, rest, y);
        y = math.MultiplyAdd(n, math.Constant(Ln2High), math.Add(f, y));

        return Special<V, A>(x, y);
    }

    /// <summary>ln m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfMantissa<V, A>(V m)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V f = math.Subtract(m, math.Constant(1f));
        V rest = Series<V, A>(f, out V s);
        return math.MultiplyAdd(s, rest, f);
    }

    /// <summary>A logarithm y of x in any base, with its values where that is no logarithm: −∞ for 0, NaN below, and ∞ for ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Special<V, A>(V x, V y)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V zero = math.Constant(0f);
        y = math.SelectLess(zero, x, y, math.Constant(float.NegativeInfinity));
        y = math.SelectLess(x, zero, math.Constant(float.NaN), y);
        return math.SelectLess(x, math.Constant(float.PositiveInfinity), y, x);
    }

    /// <summary>m and n of a number that is greater than 0, finite and may be denormal; anything for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Split<V, A>(V x, out V n)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V smallest = math.Constant(Smallest);
        V normal = math.SelectLess(x, smallest, math.Multiply(x, math.Constant(8388608f)), x);
        V bias = math.SelectLess(x, smallest, math.Constant(8388608f + 127 + MantissaBits), math.Constant(8388608f + 127));
        V bits = math.AddBits(normal, math.Bits(One - SqrtHalf));
        n = math.Subtract(math.Or(math.ShiftRight(bits, MantissaBits), math.Bits(IntegerBits)), bias);
        return math.AddBits(math.And(bits, math.Bits(MantissaMask)), math.Bits(SqrtHalf));
    }

    /// <summary>(ln(1 + f) − f)/s, and s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Series<V, A>(V f, out V s)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        s = math.Divide(f, math.Add(math.Constant(2f), f));
        V w = math.Multiply(s, s);

        // Minimax approximation of (2 artanh(s)/s − 2)/w on w = s² ≤ 0.0295, found by the Remez algorithm.
        V g = math.MultiplyAdd(w, math.Constant(0.242788136f), math.Constant(0.284987926f));
        g = math.MultiplyAdd(w, g, math.Constant(0.400009722f));
        g = math.MultiplyAdd(w, g, math.Constant(0.666666627f));
        return math.Subtract(math.Multiply(w, g), f);
    }
}
