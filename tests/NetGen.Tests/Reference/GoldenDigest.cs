namespace NetGen.Tests.Reference;

/// <summary>What a case tells about an array too large to give in full.</summary>
/// <param name="CosWeightedSum">Σ gₖ cos k over the flat index k, which sees a wrong order.</param>
/// <param name="MaxAbs">The largest absolute value.</param>
/// <param name="SampleValues">The values at <paramref name="SampleIndices"/>.</param>
internal sealed record GoldenDigest(
    int Count, double Sum, double SumSquares, double CosWeightedSum, double MaxAbs, int[] SampleIndices, double[] SampleValues)
    : GoldenArray
{
    public override double Largest => MaxAbs;

    public override void Check(string what, ReadOnlySpan<double> actual, Tolerance tolerance)
    {
        Assert.Equal(Count, actual.Length);
        for (var i = 0; i < SampleIndices.Length; i++)
            tolerance.Check($"{what}[{SampleIndices[i]}]", SampleValues[i], actual[SampleIndices[i]]);

        var (sum, sumSquares, cosWeightedSum, maxAbs) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < actual.Length; k++)
        {
            sum += actual[k];
            sumSquares += actual[k] * actual[k];
            cosWeightedSum += actual[k] * Math.Cos(k);
            maxAbs = Math.Max(maxAbs, Math.Abs(actual[k]));
        }

        // Σ|g| is at most √(n Σg²) (Cauchy–Schwarz): the scale on which rounding errors add up.
        var scale = Math.Sqrt(Count * SumSquares);
        tolerance.Check($"sum of {what}", Sum, sum, scale);
        tolerance.Check($"sum of squares of {what}", SumSquares, sumSquares, scale * MaxAbs);
        tolerance.Check($"cos-weighted sum of {what}", CosWeightedSum, cosWeightedSum, scale);
        tolerance.Check($"largest of {what}", MaxAbs, maxAbs);
    }
}
