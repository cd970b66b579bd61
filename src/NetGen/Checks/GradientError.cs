using System.Globalization;

namespace NetGen;

/// <summary>One entry of a gradient, as the network computes it and as a central difference gives it.</summary>
public sealed class GradientError
{
    internal GradientError(string tensor, string entry, double analytic, double numeric, double floor)
    {
        Tensor = tensor;
        Entry = entry;
        Analytic = analytic;
        Numeric = numeric;
        var error = Math.Abs(analytic - numeric) / Math.Max(Math.Abs(analytic) + Math.Abs(numeric), floor);

        // NaN compares false with everything and would never be the worst.
        RelativeError = double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    /// <summary>The tensor's name, such as <c>0.weight</c>, or <c>inputs</c>.</summary>
    public string Tensor { get; }

    /// <summary>The entry, such as <c>0.weight[3, 5]</c> or <c>inputs[sample, index]</c>.</summary>
    public string Entry { get; }

    /// <summary>The network's value.</summary>
    public double Analytic { get; }

    /// <summary>The central difference.</summary>
    public double Numeric { get; }

    /// <summary>
    /// |analytic − numeric| / max(|analytic| + |numeric|, floor), from 0 to 1; ∞ where one of them is NaN or infinite.
    /// </summary>
    public double RelativeError { get; }

    /// <summary>The entry, both values and the error in one line.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}: analytic {1:G9}, numeric {2:G9}, relative error {3:E1}",
        Entry,
        Analytic,
        Numeric,
        RelativeError);
}
