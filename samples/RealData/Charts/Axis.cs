namespace Samples;

/// <summary>Where values stand along an axis, and which of them are marked.</summary>
internal sealed class Axis
{
    private static readonly double[] _steps =
        [.. Enumerable.Range(-12, 25).SelectMany(power => Enumerable.Select([1, 2, 5], digit => digit * Math.Pow(10, power)))];

    private readonly Func<double, double> _transform;
    private readonly double _start;
    private readonly double _end;

    private Axis(double start, double end, IEnumerable<double> ticks, Func<double, double> transform)
    {
        (_start, _end, _transform) = (transform(start), transform(end), transform);
        Ticks = ticks.Where(tick => Position(tick) is > -1e-9 and < 1 + 1e-9).ToArray();
    }

    /// <summary>The marked values: 1, 2 or 5 times powers of ten, or multiples of such a number.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>An axis from one value to another, with about <paramref name="ticks"/> marks.</summary>
    public static Axis Linear(double start, double end, int ticks)
    {
        double step = _steps.First(step => step * ticks >= end - start);
        return new(start, end, Enumerable.Range(0, ticks + 2).Select(k => (Math.Floor(start / step) + k) * step), value => value);
    }

    /// <summary>A logarithmic axis that holds both values, which are more than 0.</summary>
    public static Axis Logarithmic(double least, double most)
    {
        double start = _steps.LastOrDefault(step => step <= least, least);
        double end = _steps.FirstOrDefault(step => step >= most, most);
        bool isLong = end / start > 1000;
        return new(start, end, _steps.Where(step => !isLong || IsPowerOfTen(step)), Math.Log10);
    }

    /// <summary>0 at the start of the axis, 1 at its end.</summary>
    public double Position(double value) => _end == _start ? 0 : (_transform(value) - _start) / (_end - _start);

    private static bool IsPowerOfTen(double value) => Math.Abs(Math.Log10(value) - Math.Round(Math.Log10(value))) < 1e-9;
}
