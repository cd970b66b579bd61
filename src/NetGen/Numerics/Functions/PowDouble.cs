using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// xʸ = 2ᶻ with z = y·log₂|x|, of about 66 bits. With x = 2ⁿ·m and √½ ≤ m &lt; √2 as in
/// <see cref="LogarithmDouble"/> and s = (m − 1)/(m + 1), log₂ m = 2/(3 ln 2)·s·(3 + s² + s⁴·g). The arrangement of fdlibm:
/// two numbers of which only the high half of the bits is set have an exact product.
/// </summary>
internal readonly struct PowDouble : IBinaryFunction<double>
{
    /// <summary>2/(3 ln 2), and the same in two parts.</summary>
    private const double Scale = 0.9617966939259756;

    private const double ScaleHigh = 0.9617967009544373;
    private const double ScaleLow = -7.028461650952758e-09;

    /// <summary>An even number so large that a power of it is 0, 1 or ∞.</summary>
    private const double Largest = 1.1805916207174113e21;

    /// <summary>2 to a power beyond it is 0 or ∞, and the halves of a power within it are not.</summary>
    private const double Limit = 2040;

    private const double Biased = ExponentialDouble.Rounding + 1023;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x, V y)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        V zero = math.Constant(0);
        V one = math.Constant(1);
        V three = math.Constant(3);
        V infinity = math.Constant(double.PositiveInfinity);
        V signBit = math.Bits(long.MinValue);
        V magnitude = math.Bits(long.MaxValue);
        V a = math.And(x, magnitude);
        V b = math.And(y, magnitude);

        // s in two parts; what the high one lacks of the quotient is divided again.
        V m = LogarithmDouble.Split<V, A>(a, out V n);
        V f = math.Subtract(m, one);
        V sum = math.Add(m, one);
        V inverse = math.Divide(one, sum);
        V s = math.Multiply(f, inverse);
        V sHigh = High<V, A>(s);
        V sumHigh = High<V, A>(sum);
        V sumLow = math.Subtract(m, math.Subtract(sumHigh, one));
        V sLow = math.Subtract(math.Subtract(f, math.Multiply(sHigh, sumHigh)), math.Multiply(sHigh, sumLow));
        sLow = math.Multiply(sLow, inverse);

        // Minimax approximation of (3 artanh(s)/s − 3 − w)/w² on w = s² ≤ 0.0295, found by the Remez algorithm.
        V w = math.Multiply(s, s);
        V g = math.MultiplyAdd(w, math.Constant(0.1799842099426842), math.Constant(0.1751043649109334));
        g = math.MultiplyAdd(w, g, math.Constant(0.20004564471701458));
        g = math.MultiplyAdd(w, g, math.Constant(0.23076833007620468));
        g = math.MultiplyAdd(w, g, math.Constant(0.2727272833920716));
        g = math.MultiplyAdd(w, g, math.Constant(0.33333333326029446));
        g = math.MultiplyAdd(w, g, math.Constant(0.428571428571688));
        g = math.MultiplyAdd(w, g, math.Constant(0.5999999999999996));
        V rest = math.MultiplyAdd(math.Multiply(w, w), g, math.Multiply(sLow, math.Add(sHigh, s)));
        w = math.Multiply(sHigh, sHigh);
        V tHigh = High<V, A>(math.Add(math.Add(three, w), rest));
        V tLow = math.Subtract(rest, math.Subtract(math.Subtract(tHigh, three), w));

        V product = math.Multiply(sHigh, tHigh);
        V lost = math.MultiplyAdd(sLow, tHigh, math.Multiply(tLow, s));
        V pHigh = High<V, A>(math.Add(product, lost));
        V pLow = math.Subtract(lost, math.Subtract(pHigh, product));
        V zHigh = math.Multiply(pHigh, math.Constant(ScaleHigh));
        V zLow = math.MultiplyAdd(pHigh, math.Constant(ScaleLow), math.Multiply(pLow, math.Constant(Scale)));
        V logHigh = High<V, A>(math.Add(n, math.Add(zHigh, zLow)));
        V logLow = math.Subtract(zLow, math.Subtract(math.Subtract(logHigh, n), zHigh));

        // A larger exponent decides no more than this one.
        V exponent = math.Or(math.SelectLess(math.Constant(Largest), b, math.Constant(Largest), b), math.And(y, signBit));
        V exponentHigh = High<V, A>(exponent);
        V high = math.Multiply(exponentHigh, logHigh);
        V low = math.MultiplyAdd(math.Subtract(exponent, exponentHigh), logHigh, math.Multiply(exponent, logLow));
        V z = math.Add(high, low);

        V power = math.Add(z, math.Constant(ExponentialDouble.Rounding));
        V whole = math.Subtract(power, math.Constant(ExponentialDouble.Rounding));
        V r = math.Multiply(math.Add(math.Subtract(high, whole), low), math.Constant(0.69314718055994531));
        V result = math.Add(ExponentialDouble.PolynomialMinus1<V, A>(r), one);

        // 2ᶻ can be denormal: the power of two is multiplied in halves.
        V biased = math.MultiplyAdd(whole, math.Constant(0.5), math.Constant(Biased));
        V first = math.Subtract(biased, math.Constant(Biased));
        V second = math.Add(math.Subtract(whole, first), math.Constant(Biased));
        result = math.Multiply(result, ExponentialDouble.PowerOfTwo<V, A>(biased));
        result = math.Multiply(result, ExponentialDouble.PowerOfTwo<V, A>(second));

        // Of a negative base: even and odd exponents, and none but integers.
        V fraction = math.Subtract(b, RoundingDouble.Nearest<V, A>(b));
        V half = math.Multiply(b, math.Constant(0.5));
        V odd = math.Subtract(half, RoundingDouble.Nearest<V, A>(half));
        fraction = math.And(fraction, magnitude);
        odd = math.And(odd, magnitude);
        V sign = math.SelectLess(zero, fraction, zero, math.SelectLess(zero, odd, math.And(x, signBit), zero));
        z = math.SelectLess(x, zero, math.SelectLess(zero, fraction, math.Constant(double.NaN), z), z);

        // The logarithm of 0, ∞ and NaN. What is not below ∞ is ∞ or NaN.
        z = math.SelectLess(zero, a, z, math.Multiply(y, math.Constant(double.NegativeInfinity)));
        z = math.SelectLess(a, infinity, z, math.Multiply(y, a));
        result = math.SelectLess(math.Constant(-Limit), z, result, zero);
        result = math.SelectLess(z, math.Constant(Limit), result, math.Multiply(z, infinity));
        result = math.Xor(result, sign);

        // 1 + y is 1 for 0 and NaN for NaN.
        result = math.SelectLess(zero, b, result, math.Add(one, b));
        V fromOne = math.And(math.Subtract(x, one), magnitude);
        return math.SelectLess(fromOne, math.Constant(1e-20), one, result);
    }

    /// <summary>The number with the low half of its bits cleared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V High<V, A>(V value)
        where V : struct
        where A : struct, IArithmetic<double, V>
    {
        A math = default;
        return math.And(value, math.Bits(unchecked((long)0xFFFFFFFFF8000000)));
    }
}
