using System.ComponentModel;

namespace NetGen;

/// <summary>Compares the gradients that a network computes with central differences of its loss.</summary>
/// <remarks>
/// <para>
/// For each trainable parameter and each input value w, (C(w + h) − C(w − h)) / 2h is compared with ∂C/∂w, where C is the
/// batch's mean loss plus the weight decay penalty, and h = ε^⅓ · max(1, |w|) with the machine epsilon ε balances the rounding
/// and the truncation of the difference. The error of an entry is |a − n| / max(|a| + |n|, floor), a and n being the network's
/// value and the difference; the floor keeps the rounding of C from counting where both are nearly 0.
/// </para>
/// <para>
/// Right gradients give errors around 10⁻⁷ in double and 10⁻³ in float; wrong ones give 10⁻² to 1. At a kink, such as
/// that of Relu at 0, the derivative and the difference may rightly differ: try another seed before doubting the network.
/// The cost is two losses per entry: check with few samples.
/// </para>
/// </remarks>
public static class GradientCheck
{
    /// <summary>
    /// Checks a network on a batch with target values. The parameters are moved and put back: use it from one thread.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">count · InputSize values of count samples, at least 1.</param>
    /// <param name="targets">count · OutputSize values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static GradientReport Check<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        var x = inputs.ToArray();
        var y = targets.ToArray();
        return new DifferenceQuotients<T>(network, x, () => network.ComputeLossBatch(x, y)).Compare(
            gradients => network.ComputeGradientsBatch(x, y, gradients),
            inputGradients => network.ComputeInputGradientsBatch(x, y, inputGradients));
    }

    /// <summary>Use the overload without a count.</summary>
    [Obsolete("The number of samples follows from the length of the inputs: leave the count out.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static GradientReport Check<T>(
        INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int count)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Guard.Count(count, nameof(count));
        Guard.Samples(inputs.Length, count, network.InputSize, nameof(inputs));
        return Check(network, inputs, targets);
    }

    /// <summary>
    /// Checks a classifier on a batch with class labels. The parameters are moved and put back: use it from one thread.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">count · InputSize values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or a label is out of range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static GradientReport Check<T>(IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        var x = inputs.ToArray();
        var classes = labels.ToArray();
        return new DifferenceQuotients<T>(network, x, () => network.ComputeLossBatch(x, classes)).Compare(
            gradients => network.ComputeGradientsBatch(x, classes, gradients),
            inputGradients => network.ComputeInputGradientsBatch(x, classes, inputGradients));
    }

    /// <summary>
    /// Checks a network on the samples of a data set. The parameters are moved and put back: use it from one thread.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples, with target values or with labels; few of them.</param>
    /// <exception cref="ArgumentException">The data set is not for this network.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static GradientReport Check<T>(INetwork<T> network, Dataset<T> data)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Suitability.Check(network, data, nameof(data));
        return data.HasLabels
            ? Check(network.AsClassifier(), data.Inputs, data.Labels)
            : Check(network, data.Inputs, data.Targets);
    }

    /// <summary>Compares a derivative that someone wrote with central differences of its function, at points of an interval.</summary>
    /// <param name="function">f.</param>
    /// <param name="derivative">f′, such as the method with <see cref="DerivativeAttribute"/>.</param>
    /// <param name="from">The first point.</param>
    /// <param name="to">The last point; more than <paramref name="from"/>.</param>
    /// <param name="points">How many points, equally far from each other; at least 2.</param>
    /// <returns>The worst point. The floor of its error is 10⁻³ of the largest |f| or of 1.</returns>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty, or there are too few points.</exception>
    public static GradientError Derivative(
        Func<double, double> function, Func<double, double> derivative, double from, double to, int points = 100)
    {
        Guard.NotNull(function, nameof(function));
        Guard.NotNull(derivative, nameof(derivative));
        if (!(to > from) || double.IsInfinity(to - from))
            throw new ArgumentOutOfRangeException(nameof(to), to, $"The last point must be a finite number above the first, {from}.");
        if (points < 2)
            throw new ArgumentOutOfRangeException(nameof(points), points, "An interval has at least 2 points.");

        var places = Enumerable.Range(0, points).Select(point => from + ((to - from) * point / (points - 1))).ToList();
        var floor = DifferenceQuotients<double>.Floor * Math.Max(1, places.Max(x => Math.Abs(function(x))));
        return places.Select(Compare).Aggregate((worst, error) => error.RelativeError > worst.RelativeError ? error : worst);

        GradientError Compare(double x)
        {
            var step = DifferenceQuotients<double>.Step * Math.Max(1, Math.Abs(x));
            var (above, below) = (x + step, x - step);
            return new("derivative", $"x = {x}", derivative(x), (function(above) - function(below)) / (above - below), floor);
        }
    }
}
