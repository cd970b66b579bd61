namespace NetGen;

/// <summary>The sums over the samples that the metrics of one output are made of.</summary>
internal sealed class RegressionSums
{
    private int _count;
    private double _squares;
    private double _absolutes;
    private double _mean;
    private double _variation;

    public RegressionMetrics Metrics => new(Math.Sqrt(_squares / _count), _absolutes / _count, RSquared);

    private double RSquared => _count < 2 ? double.NaN
        : _variation != 0 || double.IsNaN(_squares) ? 1 - (_squares / _variation)
        : _squares == 0 ? 1
        : 0;

    public void Add(double prediction, double target)
    {
        _count++;
        var error = prediction - target;
        _squares += error * error;
        _absolutes += Math.Abs(error);

        // Welford, "Note on a method for calculating corrected sums of squares and products", 1962. Equal targets have a
        // variation of exactly 0.
        var deviation = target - _mean;
        _mean += deviation / _count;
        _variation += deviation * (target - _mean);
    }
}
