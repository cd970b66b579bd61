namespace NetGen;

/// <summary>
/// Notices that a training has become infinite or no number. It costs a step one comparison, and an epoch a copy and a look at the
/// parameters: which step it was, and what it made first, is found by repeating the epoch, whose bits are the same each time.
/// </summary>
internal sealed class DivergenceWatch<T>(Optimizer<T> optimizer, BatchGradient<T> gradient, Dataset<T> data)
    where T : unmanaged
{
    private readonly TrainingState<T> _start = new(optimizer);

    private ParameterLayout Layout => optimizer.Network.Layout;

    private NotFinite? BadParameter => NotFinite.Find<T>(Layout, optimizer.Network.PackedParameters);

    /// <summary>Whether the parameters, and what the optimizer remembers of them, are finite.</summary>
    public bool IsSound => BadParameter is null && BadState is null;

    private (string Name, NotFinite Element)? BadState
    {
        get
        {
            for (var state = 0; state < optimizer.StateCount; state++)
            {
                if (NotFinite.Find<T>(Layout, optimizer.State(state)) is { } found)
                    return (optimizer.StateNames[state], found);
            }

            return null;
        }
    }

    /// <summary>Takes note of where the epoch begins.</summary>
    public void StartEpoch() => _start.Save();

    /// <summary>Leaves the network and the optimizer as before the first bad step, and says what it was.</summary>
    /// <param name="epoch">From 0 on.</param>
    /// <param name="batch">The last batch whose step was made, from 0 on.</param>
    /// <param name="samplesOf">Those of a batch.</param>
    /// <param name="step">Makes the step of a batch, as it was made before, and gives the sum of its losses.</param>
    public TrainingDivergedException Find(int epoch, int batch, Func<int, ArraySegment<int>> samplesOf, Func<int, double> step)
    {
        var before = new TrainingState<T>(optimizer);
        _start.Restore();
        for (var repeated = 0; repeated <= batch; repeated++)
        {
            before.Save();
            var loss = step(repeated);
            if (Finite.Is(loss) && IsSound)
                continue;
            var (parameter, state) = (BadParameter, BadState);
            before.Restore();
            return Explain(epoch, repeated, samplesOf(repeated), loss, parameter, state);
        }

        return Exception(
            epoch, batch, null, "the loss or a parameter was not finite, but is when the epoch is repeated: the data have changed meanwhile.");
    }

    private TrainingDivergedException Explain(
        int epoch, int batch, ArraySegment<int> samples, double loss, NotFinite? parameter, (string Name, NotFinite Element)? state)
    {
        if (BadParameter is { } given)
            return Exception(epoch, batch, given, $"the parameter {given} before the step. Initialize the network, or load other parameters.");

        var mean = RoundTrip.Text(loss / samples.Count);
        gradient.Compute(samples.Array!, samples.Offset, samples.Count);
        if (NotFinite.Find<T>(Layout, gradient.Span) is { } slope)
            return Exception(epoch, batch, slope, $"the gradient of {slope}, and the loss {mean}. {Advice(samples)}");
        if (!Finite.Is(loss))
            return Exception(epoch, batch, null, $"the loss is {mean}. {Advice(samples)}");
        if (parameter is { } made)
            return Exception(epoch, batch, made, $"the parameter {made} after the step. {Advice(samples)}");
        return Exception(epoch, batch, state?.Element, $"{state?.Name} of {state?.Element} after the step. {Advice(samples)}");
    }

    private string Advice(ArraySegment<int> samples)
    {
        foreach (var sample in samples)
        {
            if ((BadValue("input", sample, data.Input(sample)) ?? BadValue("target", sample, data.Target(sample))) is { } bad)
                return bad;
        }

        var rate = RoundTrip.Text(optimizer.LearningRate);
        return $"Lower the learning rate, {rate} here, scale the inputs, or set {nameof(Trainer<T>.ClipNorm)}.";
    }

    private static string? BadValue(string what, int sample, ReadOnlySpan<T> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (Real.ToDouble(values[index]) is var value && !Finite.Is(value))
            {
                return FormattableString.Invariant(
                    $"Value {index} of the {what} of sample {sample} is {value}: correct it, or leave the sample out.");
            }
        }

        return null;
    }

    private TrainingDivergedException Exception(int epoch, int batch, NotFinite? element, string found) => new(
        FormattableString.Invariant($"The training of {Layout.Name} stopped at batch {batch + 1} of epoch {epoch + 1}: {found} ") +
        $"The parameters are those before this step; {nameof(Trainer<T>.StopIfDiverged)} = false goes on regardless.",
        epoch + 1, batch + 1, element?.Tensor.Name, element?.Index);
}
