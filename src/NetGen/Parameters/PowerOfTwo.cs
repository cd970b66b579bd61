namespace NetGen;

/// <summary>Powers of two, by which a number is divided and multiplied without a rounding.</summary>
internal static class PowerOfTwo
{
    // The reciprocals of what is much smaller are infinite.
    private const int LeastExponent = -1000;
    private const int Bias = 1023;
    private const int FractionBits = 52;

    /// <summary>The largest power of two that is not above a finite number; 2⁻¹⁰⁰⁰ for smaller ones.</summary>
    /// <param name="value">0 or more.</param>
    public static double Below(double value)
    {
        var exponent = Math.Max((BitConverter.DoubleToInt64Bits(value) >> FractionBits) - Bias, LeastExponent);
        return BitConverter.Int64BitsToDouble((exponent + Bias) << FractionBits);
    }
}
