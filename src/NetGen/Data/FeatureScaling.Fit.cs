namespace NetGen;

public sealed partial class FeatureScaling
{
    private const double SingleEpsilon = 1.0 / (1 << 23);
    private const double DoubleEpsilon = 1.0 / (1L << 52);

    /// <summary>Standardises the inputs of a data set: to mean 0 and standard deviation 1.</summary>
    /// <param name="training">The training samples; at least one.</param>
    /// <exception cref="ArgumentException">There are no samples, a value is not finite, or a feature spreads too far.</exception>
    public static FeatureScaling FitStandard<T>(Dataset<T> training)
        where T : unmanaged
    {
        Guard.NotNull(training, nameof(training));
        return FitStandard(training.Inputs, training.InputSize);
    }

    /// <summary>Standardises samples, such as the targets of a regression: to mean 0 and standard deviation 1.</summary>
    /// <remarks>
    /// The offset is the mean μ, the scale 1/σ with the population's σ² = Σ (x − μ)² / n; 1 for a constant feature, whose values
    /// differ by no more than a few rounding errors: 4 ε of the largest, with ε = 2⁻²³ of float and 2⁻⁵² of double. By two passes and the correction for the rounding of μ, as Chan, Golub and LeVeque, "Algorithms for computing
    /// the sample variance" (1983), recommend.
    /// </remarks>
    /// <param name="samples">count · <paramref name="size"/> values, such as <see cref="Dataset{T}.Targets"/>.</param>
    /// <param name="size">Values in one sample; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no whole number of them, a value is not finite, or a feature spreads too far for a double.
    /// </exception>
    public static FeatureScaling FitStandard<T>(ReadOnlySpan<T> samples, int size)
        where T : unmanaged
    {
        RequireSamples(samples, size);
        var count = samples.Length / size;

        // Relative to the first sample, a constant feature has exactly its value as mean, and no deviation.
        var means = new double[size];
        for (var rest = samples; rest.Length > 0; rest = rest.Slice(size))
        {
            for (var feature = 0; feature < size; feature++)
                means[feature] += Real.ToDouble(rest[feature]) - Real.ToDouble(samples[feature]);
        }

        for (var feature = 0; feature < size; feature++)
            means[feature] = Real.ToDouble(samples[feature]) + (means[feature] / count);

        // In a unit near the spread, squares neither overflow nor vanish.
        var (_, spreads) = Ranges(samples, size);
        var units = Array.ConvertAll(spreads, spread => Finite.Is(spread) ? PowerOfTwo.Below(spread) : 1);
        var sums = new double[size];
        var squares = new double[size];
        for (var rest = samples; rest.Length > 0; rest = rest.Slice(size))
        {
            for (var feature = 0; feature < size; feature++)
            {
                var deviation = (Real.ToDouble(rest[feature]) - means[feature]) / units[feature];
                sums[feature] += deviation;
                squares[feature] += deviation * deviation;
            }
        }

        var deviations = new double[size];
        for (var feature = 0; feature < size; feature++)
        {
            if (spreads[feature] != 0)
                deviations[feature] = units[feature] * Math.Sqrt((squares[feature] - (sums[feature] * sums[feature] / count)) / count);
        }

        return Of(means, deviations, 1);
    }

    /// <summary>
    /// Brings the inputs of a data set into a range: the least value of each feature to its start, the greatest to its end.
    /// </summary>
    /// <param name="training">The training samples; at least one.</param>
    /// <param name="start">Start of the range; finite.</param>
    /// <param name="end">End of the range; finite, more than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or not finite.</exception>
    /// <exception cref="ArgumentException">There are no samples, a value is not finite, or a feature spreads too far.</exception>
    public static FeatureScaling FitMinMax<T>(Dataset<T> training, double start = 0, double end = 1)
        where T : unmanaged
    {
        Guard.NotNull(training, nameof(training));
        return FitMinMax(training.Inputs, training.InputSize, start, end);
    }

    /// <summary>
    /// Brings samples, such as the targets of a regression, into a range: the least value of each feature to its start, the
    /// greatest to its end, but for rounding.
    /// </summary>
    /// <remarks>
    /// The scale is (end − start) / (max − min), where a constant feature, as of <see cref="FitStandard{T}(ReadOnlySpan{T}, int)"/>,
    /// counts as one of spread 1; the offset is
    /// min − start / scale. Values outside those fitted lie outside the range.
    /// </remarks>
    /// <param name="samples">count · <paramref name="size"/> values, such as <see cref="Dataset{T}.Targets"/>.</param>
    /// <param name="size">Values in one sample; at least 1.</param>
    /// <param name="start">Start of the range; finite.</param>
    /// <param name="end">End of the range; finite, more than <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="size"/> is less than 1, or the range is empty or not finite.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are no samples or no whole number of them, a value is not finite, or a feature spreads too far for a double.
    /// </exception>
    public static FeatureScaling FitMinMax<T>(ReadOnlySpan<T> samples, int size, double start = 0, double end = 1)
        where T : unmanaged
    {
        RequireSamples(samples, size);
        if (!Finite.Is(start))
            throw new ArgumentOutOfRangeException(nameof(start), start, "The start of a range is finite.");
        if (!Finite.Is(end) || end <= start)
            throw new ArgumentOutOfRangeException(nameof(end), end, "The end of a range is finite, and more than its start.");

        var (least, spreads) = Ranges(samples, size);
        var offsets = new double[size];
        for (var feature = 0; feature < size; feature++)
            offsets[feature] = least[feature] - (start * (spreads[feature] == 0 ? 1 : spreads[feature]) / (end - start));
        return Of(offsets, spreads, end - start);
    }

    /// <summary>
    /// The least value of each feature, and how far the greatest is from it; 0 if that is no more than a few rounding errors.
    /// </summary>
    private static (double[] Least, double[] Spreads) Ranges<T>(ReadOnlySpan<T> samples, int size)
        where T : unmanaged
    {
        var least = Array.ConvertAll(samples.Slice(0, size).ToArray(), Real.ToDouble);
        var greatest = (double[])least.Clone();
        for (var rest = samples; rest.Length > 0; rest = rest.Slice(size))
        {
            for (var feature = 0; feature < size; feature++)
            {
                least[feature] = Math.Min(least[feature], Real.ToDouble(rest[feature]));
                greatest[feature] = Math.Max(greatest[feature], Real.ToDouble(rest[feature]));
            }
        }

        var epsilon = typeof(T) == typeof(float) ? SingleEpsilon : DoubleEpsilon;
        var spreads = new double[size];
        for (var feature = 0; feature < size; feature++)
        {
            var spread = greatest[feature] - least[feature];
            var largest = Math.Max(Math.Abs(least[feature]), Math.Abs(greatest[feature]));
            spreads[feature] = spread <= 4 * epsilon * largest ? 0 : spread;
        }

        return (least, spreads);
    }

    /// <summary>The scaling that makes each spread the wanted one.</summary>
    private static FeatureScaling Of(double[] offsets, double[] spreads, double wanted)
    {
        var scales = Array.ConvertAll(spreads, spread => wanted / (spread == 0 ? 1 : spread));
        for (var feature = 0; feature < scales.Length; feature++)
        {
            if (!Finite.Is(offsets[feature]) || !Finite.Is(scales[feature]) || scales[feature] == 0)
            {
                throw new ArgumentException(
                    $"The values of feature {feature} spread too far or too little for a double. Change its unit, or leave it out.");
            }
        }

        return new(offsets, scales);
    }

    private static void RequireSamples<T>(ReadOnlySpan<T> samples, int size)
        where T : unmanaged
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A sample has at least one value.");
        if (samples.IsEmpty)
            throw new ArgumentException("There are no samples to fit to.", nameof(samples));
        RequireWhole(samples.Length, size, nameof(samples));
        for (var index = 0; index < samples.Length; index++)
        {
            var value = Real.ToDouble(samples[index]);
            if (!Finite.Is(value))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Value {index % size} of sample {index / size} is {value}. ") +
                    "Expected finite numbers; replace it, or leave the sample out.",
                    nameof(samples));
            }
        }
    }
}
