namespace NetGen;

/// <summary>
/// Functions with the same bits on every platform, which <see cref="Math"/> does not promise. Simple rather than fast.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>Natural logarithm of a positive, normal number, to about 2 ulp.</summary>
    public static double Log(double value)
    {
        // value = 2ᵏ m with m in [1/√2, √2), and ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1).
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // |s| ≤ 0.1716, so that the terms beyond s²³ are below 2⁻⁵³ s.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var power = 23; power >= 1; power -= 2)
            sum = (sum * square) + (1.0 / power);
        return (exponent * Ln2) + (2 * s * sum);
    }

    /// <summary>A power by repeated squaring.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="exponent">0 or more.</param>
    public static double Power(double value, long exponent)
    {
        var power = 1.0;
        for (var square = value; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) != 0)
                power *= square;
        }

        return power;
    }

    /// <summary>cos πx for x from 0 to 1, to about 1 ulp of 1.</summary>
    public static double CosPi(double x)
    {
        if (x > 0.5)
            return -CosPi(1 - x);

        // Taylor's series; |πx| ≤ π/2, so that the terms beyond the 26th power are below 2⁻⁵³.
        var square = Math.PI * x * (Math.PI * x);
        var sum = 1.0;
        for (var power = 26; power >= 2; power -= 2)
            sum = 1 - (sum * square / (power * (power - 1)));
        return x == 0.5 ? 0 : sum;
    }
}
