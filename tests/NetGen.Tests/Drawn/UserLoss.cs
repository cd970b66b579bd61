using NetGen.Tests.Oracle;

namespace NetGen.Tests.Drawn;

/// <summary>A loss as a user writes one, beside its value and gradient in double by hand.</summary>
/// <param name="Source">The method, in which T stands for the precision.</param>
/// <param name="Formula">The same, for a reduction.</param>
internal sealed record UserLoss(string Name, string Source, bool TakesVectors, Func<bool, LossFormula> Formula)
{
    public static UserLoss[] All { get; } =
    [
        new(
            "Tilted",
            "static T Tilted(T prediction, T target) { var error = target - prediction; return error > 0 ? error * (T)0.75 : error * (T)(-0.25); }",
            TakesVectors: false,
            isMean => Each(isMean, (a, y) => y - a > 0 ? 0.75 * (y - a) : -0.25 * (y - a), (a, y) => y - a > 0 ? -0.75 : 0.25)),
        new(
            "Quartic",
            "static T Quartic(T p, T t) => (p - t) * (p - t) * (p - t) * (p - t) / 4;",
            TakesVectors: false,
            isMean => Each(isMean, (a, y) => Math.Pow(a - y, 4) / 4, (a, y) => Math.Pow(a - y, 3))),
        new(
            "Distance",
            "static T Distance(ReadOnlySpan<T> p, ReadOnlySpan<T> t) { var sum = (T)1; for (var i = 0; i < p.Length; i++) sum += (p[i] - t[i]) * (p[i] - t[i]); return (T)Math.Sqrt(sum); }",
            TakesVectors: true,
            _ => new(
                a => a,
                Length,
                (a, y) => [.. a.Zip(y, (aj, yj) => (aj - yj) / Length(a, y))])),
    ];

    private static LossFormula Each(bool isMean, Func<double, double, double> value, Func<double, double, double> slope) => new(
        a => a,
        (a, y) => a.Zip(y, value).Sum() / (isMean ? a.Length : 1),
        (a, y) => [.. a.Zip(y, (aj, yj) => slope(aj, yj) / (isMean ? a.Length : 1))]);

    private static double Length(double[] a, double[] y) => Math.Sqrt(1 + a.Zip(y, (aj, yj) => (aj - yj) * (aj - yj)).Sum());
}
