using System.ComponentModel;

namespace NetGen;

/// <summary>
/// Changes the parameters of a network by the gradients of a loss. What it remembers is allocated once; a step allocates
/// nothing.
/// </summary>
/// <remarks>
/// <para>
/// The definitions are PyTorch's; the weight decay of the network is its <c>weight_decay</c>, part of the gradients.
/// <see cref="TrainBatch(ReadOnlySpan{T}, ReadOnlySpan{T})"/> is a whole step; <see cref="Step(Span{T}, bool)"/> one by gradients of your own.
/// </para>
/// <para>Parameters that are not trainable stay as they are. Not thread-safe.</para>
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged
{
    private readonly (string Name, AlignedArray<T> Values)[] _states;
    private double _learningRate;
    private AlignedArray<T>? _gradients;
    private Workspace<T>? _workspace;

    /// <summary>Makes an optimiser of a network.</summary>
    /// <param name="network">The network whose parameters change.</param>
    /// <param name="learningRate">η; 0 or more.</param>
    /// <param name="states">Names of the quantities that are remembered for each parameter.</param>
    private protected Optimizer(INetwork<T> network, double learningRate, params string[] states)
    {
        Guard.NotNull(network, nameof(network));
        Network = network;
        LearningRate = learningRate;
        _states = Array.ConvertAll(states, name => (name, new AlignedArray<T>(network.Layout.PackedLength)));
    }

    /// <summary>The network whose parameters change.</summary>
    public INetwork<T> Network { get; }

    /// <summary>The learning rate η of the next step; 0 or more. Schedules set it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = Hyperparameter.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>Steps made since the start or <see cref="Reset"/>.</summary>
    public long StepCount { get; internal set; }

    /// <summary>Names of the quantities that are remembered for each parameter, as PyTorch names them.</summary>
    public IReadOnlyList<string> StateNames => Array.ConvertAll(_states, state => state.Name);

    /// <summary>Quantities that are remembered for each parameter.</summary>
    internal int StateCount => _states.Length;

    /// <summary>Values that are remembered, of all parameters.</summary>
    internal int StateLength => checked(_states.Length * Network.ParameterCount);

    /// <summary>Makes one step against the gradient of the samples' mean loss plus weight decay penalty.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="targets">count · <see cref="IModel{T}.OutputSize"/> values.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets) => Train(new(inputs, targets));

    /// <summary>Makes one step against the gradient of the samples' mean loss plus weight decay penalty.</summary>
    /// <param name="inputs">count · <see cref="IModel{T}.InputSize"/> values of count samples, at least 1.</param>
    /// <param name="labels">The samples' classes, count of them.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length, or a label is out of range.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no labels.</exception>
    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels) => Train(new(inputs, labels));

    /// <summary>Makes one step against the gradient of the mean loss of all samples plus weight decay penalty.</summary>
    /// <param name="data">The samples, with target values or with labels.</param>
    /// <returns>The mean loss before the step, without the penalty.</returns>
    /// <exception cref="ArgumentException">The data set is not for the network.</exception>
    public T TrainBatch(Dataset<T> data)
    {
        Suitability.Check(Network, data, nameof(data));
        return Train(data.Batch);
    }

    /// <summary>Makes one step against gradients.</summary>
    /// <param name="packedGradients">
    /// As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order, as <see cref="INetwork{T}.AccumulateGradients"/> gives them.
    /// </param>
    /// <param name="addWeightDecay">
    /// Whether the gradient of the network's weight decay penalty is to be added to them first; false if
    /// <see cref="INetwork{T}.AddWeightDecay"/> has added it, or if none is wanted. Without weight decay there is nothing to add.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    public void Step(Span<T> packedGradients, bool addWeightDecay)
    {
        Guard.Length(packedGradients.Length, Network.Layout.PackedLength, nameof(packedGradients));
        if (addWeightDecay)
            Network.AddWeightDecay(Real.FromDouble<T>(1), packedGradients);
        Apply(packedGradients);
    }

    /// <summary>Makes one step against gradients that hold the weight decay of the network.</summary>
    /// <param name="packedGradients">As long as <see cref="IPredictor{T}.PackedParameters"/>, in the same order.</param>
    /// <exception cref="ArgumentException"><paramref name="packedGradients"/> has the wrong length.</exception>
    [Obsolete("This step adds no weight decay. Say so with Step(packedGradients, addWeightDecay: false), " +
        "or let it add the network's with true, in the place of AddWeightDecay.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Step(ReadOnlySpan<T> packedGradients)
    {
        Guard.Length(packedGradients.Length, Network.Layout.PackedLength, nameof(packedGradients));
        Apply(packedGradients);
    }

    private T Train(Batch<T> batch)
    {
        if (IsPlainDescent)
        {
            var mean = batch.Train(Network, Real.FromDouble<T>(LearningRate));
            CountStep();
            return mean;
        }

        var count = Guard.Batch(batch.Inputs.Length, Network.InputSize, "inputs");
        var gradients = (_gradients ??= new(Network.Layout.PackedLength)).Span;
        gradients.Clear();
        var loss = batch.AccumulateGradients(Network, Real.FromDouble<T>(1.0 / count), gradients, _workspace ??= Network.CreateWorkspace());
        Step(gradients, addWeightDecay: true);
        return Real.FromDouble<T>(Real.ToDouble(loss) / count);
    }

    private void Apply(ReadOnlySpan<T> packedGradients)
    {
        CountStep();
        foreach (var range in Network.Layout.Trainable)
        {
            Update(
                range.Of(Network.PackedParameters),
                range.Of(packedGradients),
                _states.Length > 0 ? range.Of(_states[0].Values.Span) : default,
                _states.Length > 1 ? range.Of(_states[1].Values.Span) : default);
        }
    }

    /// <summary>Forgets everything but the hyperparameters, as if no step had been made.</summary>
    public void Reset()
    {
        StepCount = 0;
        foreach (var (_, values) in _states)
            values.Span.Clear();
    }

    /// <summary>Copies what is remembered for each parameter out, one quantity after the other.</summary>
    /// <param name="state">Receives StateNames.Count · ParameterCount values, each quantity in canonical order.</param>
    /// <exception cref="ArgumentException"><paramref name="state"/> has the wrong length.</exception>
    public void CopyStateTo(Span<T> state)
    {
        Guard.Length(state.Length, StateLength, nameof(state));
        for (var index = 0; index < _states.Length; index++)
            Network.Layout.Unpack<T>(_states[index].Values.Span, state.Slice(index * Network.ParameterCount, Network.ParameterCount));
    }

    /// <summary>Restores what <see cref="CopyStateTo"/> gave.</summary>
    /// <param name="state">StateNames.Count · ParameterCount values, each quantity in canonical order.</param>
    /// <param name="stepCount">The <see cref="StepCount"/> then.</param>
    /// <exception cref="ArgumentException"><paramref name="state"/> has the wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepCount"/> is negative.</exception>
    public void SetState(ReadOnlySpan<T> state, long stepCount)
    {
        Guard.Length(state.Length, StateLength, nameof(state));
        if (stepCount < 0)
            throw new ArgumentOutOfRangeException(nameof(stepCount), stepCount, "A number of steps is 0 or more.");
        for (var index = 0; index < _states.Length; index++)
            Network.Layout.Pack(state.Slice(index * Network.ParameterCount, Network.ParameterCount), _states[index].Values.Span);
        StepCount = stepCount;
    }

    /// <summary>One of the quantities that are remembered, packed.</summary>
    internal Span<T> State(int index) => _states[index].Values.Span;

    /// <summary>Whether a step is W ← W − η ∂(loss + penalty)/∂W, which the network makes faster by itself.</summary>
    internal virtual bool IsPlainDescent => false;

    /// <summary>Takes note of a step, which the network itself has made if the optimiser has not.</summary>
    internal void CountStep() => StepCount++;

    /// <summary>The method and its hyperparameters.</summary>
    public abstract override string ToString();

    /// <summary>Changes some parameters and what is remembered of them.</summary>
    private protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second);
}
