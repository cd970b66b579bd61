namespace NetGen.Tests.Reference;

/// <summary>Mean and population standard deviation (1 where it is 0) of a column.</summary>
internal readonly record struct Scale(double Mean, double Deviation)
{
    public static Scale Of(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return new(mean, deviation == 0 ? 1 : deviation);
    }

    public double Apply(double value) => (value - Mean) / Deviation;
}
