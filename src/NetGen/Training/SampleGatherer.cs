namespace NetGen;

/// <summary>Brings some samples of a data set together, for one worker, and computes their losses and gradients.</summary>
internal sealed class SampleGatherer<T>
    where T : unmanaged
{
    private readonly INetwork<T> _network;
    private readonly Dataset<T> _data;
    private readonly Workspace<T> _workspace;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly int[] _labels;

    /// <param name="network">Takes labels if the data have any.</param>
    /// <param name="data">What samples are taken from.</param>
    /// <param name="capacity">Samples that are brought together at most.</param>
    public SampleGatherer(INetwork<T> network, Dataset<T> data, int capacity)
    {
        (_network, _data) = (network, data);
        _workspace = network.CreateWorkspace();
        _inputs = new T[checked(capacity * data.InputSize)];
        _targets = new T[checked(capacity * data.TargetSize)];
        _labels = new int[data.HasLabels ? capacity : 0];
    }

    /// <summary>Adds scale · Σ ∂loss/∂W over the samples.</summary>
    /// <returns>The sum of their losses.</returns>
    public double Accumulate(ReadOnlySpan<int> samples, T scale, Span<T> packedGradients) =>
        Real.ToDouble(Gather(samples).AccumulateGradients(_network, scale, packedGradients, _workspace));

    /// <summary>Makes one step of plain gradient descent on the mean loss of the samples.</summary>
    /// <returns>The sum of their losses before it.</returns>
    public double Train(ReadOnlySpan<int> samples, T learningRate) =>
        samples.Length * Real.ToDouble(Gather(samples).Train(_network, learningRate));

    private Batch<T> Gather(ReadOnlySpan<int> samples)
    {
        for (var place = 0; place < samples.Length; place++)
        {
            _data.Input(samples[place]).CopyTo(_inputs.AsSpan(place * _data.InputSize));
            if (_data.HasLabels)
                _labels[place] = _data.Labels[samples[place]];
            else
                _data.Target(samples[place]).CopyTo(_targets.AsSpan(place * _data.TargetSize));
        }

        ReadOnlySpan<T> inputs = _inputs.AsSpan(0, samples.Length * _data.InputSize);
        return _data.HasLabels
            ? new(inputs, _labels.AsSpan(0, samples.Length))
            : new(inputs, _targets.AsSpan(0, samples.Length * _data.TargetSize));
    }
}
