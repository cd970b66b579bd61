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
    public double Accumulate(ReadOnlySpan<int> samples, T scale, Span<T> packedGradients)
    {
        Gather(samples);
        return Real.ToDouble(_data.HasLabels
            ? ((IClassifier<T>)_network).AccumulateGradients(Inputs(samples), Labels(samples), scale, packedGradients, _workspace)
            : _network.AccumulateGradients(Inputs(samples), Targets(samples), scale, packedGradients, _workspace));
    }

    /// <summary>Makes one step of plain gradient descent on the mean loss of the samples.</summary>
    /// <returns>The sum of their losses before it.</returns>
    public double Train(ReadOnlySpan<int> samples, T learningRate)
    {
        Gather(samples);
        return samples.Length * Real.ToDouble(_data.HasLabels
            ? ((IClassifier<T>)_network).TrainBatch(Inputs(samples), Labels(samples), learningRate)
            : _network.TrainBatch(Inputs(samples), Targets(samples), learningRate));
    }

    private void Gather(ReadOnlySpan<int> samples)
    {
        for (var place = 0; place < samples.Length; place++)
        {
            _data.Input(samples[place]).CopyTo(_inputs.AsSpan(place * _data.InputSize));
            if (_data.HasLabels)
                _labels[place] = _data.Labels[samples[place]];
            else
                _data.Target(samples[place]).CopyTo(_targets.AsSpan(place * _data.TargetSize));
        }
    }

    private ReadOnlySpan<T> Inputs(ReadOnlySpan<int> samples) => _inputs.AsSpan(0, samples.Length * _data.InputSize);

    private ReadOnlySpan<T> Targets(ReadOnlySpan<int> samples) => _targets.AsSpan(0, samples.Length * _data.TargetSize);

    private ReadOnlySpan<int> Labels(ReadOnlySpan<int> samples) => _labels.AsSpan(0, samples.Length);
}
