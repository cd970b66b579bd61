namespace NetGen;

public sealed partial class FeatureScaling
{
    /// <summary>
    /// Stores the scaling in a network, in its layer <c>[Standardize]</c>: from then on the network takes raw samples, and its files
    /// hold the scaling. <see cref="IPredictor{T}.Initialize"/> removes it.
    /// </summary>
    /// <param name="network">A network whose first layer is <c>[Standardize]</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">It has no such layer, or takes another number of inputs.</exception>
    public void StoreIn<T>(IPredictor<T> network)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        var (offsets, scales) = Find(network);
        if (offsets.Rows != Size)
            throw new ArgumentException($"The scaling is one of {Size} features, but {network.Layout.Name} takes {offsets.Rows} inputs.", nameof(network));
        for (var feature = 0; feature < Size; feature++)
        {
            network.PackedParameters[offsets.PackedIndex(feature)] = Real.FromDouble<T>(_offsets[feature]);
            network.PackedParameters[scales.PackedIndex(feature)] = Real.FromDouble<T>(_scales[feature]);
        }
    }

    /// <summary>The scaling that a network stores.</summary>
    /// <param name="network">A network whose first layer is <c>[Standardize]</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="ArgumentException">It has no such layer, or stores numbers that are no scaling.</exception>
    public static FeatureScaling StoredIn<T>(IPredictor<T> network)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        var (offsets, scales) = Find(network);
        return new(Values(offsets), Values(scales));

        double[] Values(ParameterTensor tensor)
        {
            var values = new double[tensor.Rows];
            for (var feature = 0; feature < values.Length; feature++)
                values[feature] = Real.ToDouble(network.PackedParameters[tensor.PackedIndex(feature)]);
            return values;
        }
    }

    private static (ParameterTensor Offsets, ParameterTensor Scales) Find<T>(IPredictor<T> network)
        where T : unmanaged
    {
        return (Of(ParameterKind.Mean), Of(ParameterKind.Scale));

        ParameterTensor Of(ParameterKind kind) => network.Layout.Tensors.FirstOrDefault(tensor => tensor.Kind == kind)
            ?? throw new ArgumentException($"{network.Layout.Name} has no layer that could store a scaling. Write [Standardize] above its first layer.", nameof(network));
    }
}
