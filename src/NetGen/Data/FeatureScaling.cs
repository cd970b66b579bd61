namespace NetGen;

/// <summary>
/// Shifts and scales each feature: x' = (x − offset) · scale, computed in double. Fit it to the training samples alone, and
/// apply the same one to all others.
/// </summary>
/// <remarks>It is fitted in the order of the samples, so that the same samples give the same bits on every platform.</remarks>
public sealed partial class FeatureScaling
{
    private readonly double[] _offsets;
    private readonly double[] _scales;

    /// <summary>A scaling with known numbers, such as those of a stored model.</summary>
    /// <param name="offsets">What each feature is shifted by; finite, at least one.</param>
    /// <param name="scales">What each feature is then multiplied by; finite, not 0; as many.</param>
    /// <exception cref="ArgumentException">
    /// There are no features, the numbers of offsets and scales differ, or one of them is unusable.
    /// </exception>
    public FeatureScaling(ReadOnlySpan<double> offsets, ReadOnlySpan<double> scales)
    {
        if (offsets.IsEmpty)
            throw new ArgumentException("There is at least one feature.", nameof(offsets));
        Guard.Length(scales.Length, offsets.Length, nameof(scales));
        for (var feature = 0; feature < offsets.Length; feature++)
        {
            if (!Finite.Is(offsets[feature]))
                throw new ArgumentException(Unusable("offset", feature, offsets[feature], "finite"), nameof(offsets));
            if (!Finite.Is(scales[feature]) || scales[feature] == 0)
                throw new ArgumentException(Unusable("scale", feature, scales[feature], "finite and not 0"), nameof(scales));
        }

        (_offsets, _scales) = (offsets.ToArray(), scales.ToArray());
    }

    /// <summary>Number of features.</summary>
    public int Size => _offsets.Length;

    /// <summary>What each feature is shifted by.</summary>
    public ReadOnlySpan<double> Offsets => _offsets;

    /// <summary>What each feature is then multiplied by.</summary>
    public ReadOnlySpan<double> Scales => _scales;

    /// <summary>The data set with its inputs scaled; labels or targets are shared with it. NaN and infinity pass through.</summary>
    /// <param name="dataset">Samples of <see cref="Size"/> values.</param>
    /// <exception cref="ArgumentException">The inputs are of another size.</exception>
    public Dataset<T> Apply<T>(Dataset<T> dataset)
        where T : unmanaged
    {
        Guard.NotNull(dataset, nameof(dataset));
        RequireSize(dataset.InputSize, "an input", nameof(dataset));
        return dataset.WithInputs(Applied(dataset.Inputs));
    }

    /// <summary>The data set with its targets scaled; inputs are shared with it. NaN and infinity pass through.</summary>
    /// <param name="dataset">Samples with targets of <see cref="Size"/> values.</param>
    /// <exception cref="ArgumentException">The targets are of another size, or there are labels instead.</exception>
    public Dataset<T> ApplyToTargets<T>(Dataset<T> dataset)
        where T : unmanaged
    {
        Guard.NotNull(dataset, nameof(dataset));
        RequireSize(dataset.TargetSize, "a target", nameof(dataset));
        return dataset.WithTargets(Applied(dataset.Targets));
    }

    /// <summary>Scales samples in place. NaN and infinity pass through.</summary>
    /// <param name="samples">count · <see cref="Size"/> values.</param>
    /// <exception cref="ArgumentException">There is no whole number of samples.</exception>
    public void Apply<T>(Span<T> samples)
        where T : unmanaged
    {
        RequireWhole(samples.Length, Size, nameof(samples));
        for (var rest = samples; rest.Length > 0; rest = rest.Slice(Size))
        {
            for (var feature = 0; feature < Size; feature++)
                rest[feature] = Real.FromDouble<T>((Real.ToDouble(rest[feature]) - _offsets[feature]) * _scales[feature]);
        }
    }

    /// <summary>Undoes <see cref="Apply{T}(Span{T})"/> in place, but for rounding: x = x' / scale + offset.</summary>
    /// <param name="samples">count · <see cref="Size"/> values, such as the predictions of a regression.</param>
    /// <exception cref="ArgumentException">There is no whole number of samples.</exception>
    public void Invert<T>(Span<T> samples)
        where T : unmanaged
    {
        RequireWhole(samples.Length, Size, nameof(samples));
        for (var rest = samples; rest.Length > 0; rest = rest.Slice(Size))
        {
            for (var feature = 0; feature < Size; feature++)
                rest[feature] = Real.FromDouble<T>((Real.ToDouble(rest[feature]) / _scales[feature]) + _offsets[feature]);
        }
    }

    private T[] Applied<T>(ReadOnlySpan<T> samples)
        where T : unmanaged
    {
        var scaled = samples.ToArray();
        Apply<T>(scaled);
        return scaled;
    }

    private static void RequireWhole(int length, int size, string parameterName)
    {
        if (length % size != 0)
        {
            throw new ArgumentException(
                $"Expected samples of {size} values one after the other, but {length} values are no whole number of them.",
                parameterName);
        }
    }

    private void RequireSize(int size, string what, string parameterName)
    {
        if (size != Size)
            throw new ArgumentException($"The scaling was fitted to {Size} features, but {what} has {size} values.", parameterName);
    }

    private static string Unusable(string what, int feature, double value, string expected) =>
        FormattableString.Invariant($"The {what} of feature {feature} is {value}, but must be {expected}.");
}
