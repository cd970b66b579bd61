namespace NetGen;

/// <summary>Compares predicted values with targets, block after block.</summary>
internal sealed class RegressionTally<T>
    where T : unmanaged
{
    private readonly RegressionSums[] _sums;
    private readonly Func<int, double, double>? _unscale;
    private readonly IReadOnlyList<string> _outputNames;
    private int _count;

    public RegressionTally(int outputSize, Func<int, double, double>? unscale, IReadOnlyList<string>? outputNames)
    {
        _outputNames = Names.Of(outputSize, outputNames, "outputs", nameof(outputNames));
        _unscale = unscale;
        _sums = new RegressionSums[outputSize];
        for (var output = 0; output < outputSize; output++)
            _sums[output] = new();
    }

    public void Add(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
    {
        for (var place = 0; place < targets.Length; place++)
        {
            var output = place % _sums.Length;
            _sums[output].Add(Unscaled(output, predictions[place]), Unscaled(output, targets[place]));
        }

        _count += targets.Length / _sums.Length;
    }

    public RegressionReport Report() => new(_count, Array.ConvertAll(_sums, sums => sums.Metrics), _outputNames);

    private double Unscaled(int output, T value) =>
        _unscale is null ? Real.ToDouble(value) : _unscale(output, Real.ToDouble(value));
}
