namespace NetGen;

/// <summary>Inputs with target values or with labels: what tells the overloads of a network apart, in one place.</summary>
internal readonly ref struct Batch<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<T> _targets;
    private readonly ReadOnlySpan<int> _labels;
    private readonly bool _hasLabels;

    public Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        Inputs = inputs;
        _targets = targets;
    }

    public Batch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
    {
        Inputs = inputs;
        _labels = labels;
        _hasLabels = true;
    }

    public ReadOnlySpan<T> Inputs { get; }

    public T ComputeLoss(INetwork<T> network) => _hasLabels
        ? network.AsClassifier().ComputeLossBatch(Inputs, _labels)
        : network.ComputeLossBatch(Inputs, _targets);

    public T ComputeGradients(INetwork<T> network, Span<T> gradients) => _hasLabels
        ? network.AsClassifier().ComputeGradientsBatch(Inputs, _labels, gradients)
        : network.ComputeGradientsBatch(Inputs, _targets, gradients);

    public T ComputeInputGradients(INetwork<T> network, Span<T> inputGradients) => _hasLabels
        ? network.AsClassifier().ComputeInputGradientsBatch(Inputs, _labels, inputGradients)
        : network.ComputeInputGradientsBatch(Inputs, _targets, inputGradients);

    public T Train(INetwork<T> network, T learningRate) => _hasLabels
        ? network.AsClassifier().TrainBatch(Inputs, _labels, learningRate)
        : network.TrainBatch(Inputs, _targets, learningRate);

    public T TrainSequence(INetwork<T> network, T learningRate) => _hasLabels
        ? network.AsClassifier().TrainSequence(Inputs, _labels, learningRate)
        : network.TrainSequence(Inputs, _targets, learningRate);

    public T AccumulateGradients(INetwork<T> network, T scale, Span<T> packedGradients, Workspace<T> workspace) => _hasLabels
        ? network.AsClassifier().AccumulateGradients(Inputs, _labels, scale, packedGradients, workspace)
        : network.AccumulateGradients(Inputs, _targets, scale, packedGradients, workspace);
}
