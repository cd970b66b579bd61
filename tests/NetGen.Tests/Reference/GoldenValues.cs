namespace NetGen.Tests.Reference;

/// <summary>Numbers that a case gives in full.</summary>
internal sealed record GoldenValues(double[] Values) : GoldenArray
{
    public override double Largest => Values.Select(Math.Abs).DefaultIfEmpty().Max();

    public override void Check(string what, ReadOnlySpan<double> actual, Tolerance tolerance)
    {
        Assert.Equal(Values.Length, actual.Length);
        for (var i = 0; i < Values.Length; i++)
            tolerance.Check($"{what}[{i}]", Values[i], actual[i]);
    }
}
