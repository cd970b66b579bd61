namespace NetGen;

/// <summary>
/// What <see cref="GradientCheck"/> found: the worst entry of each trainable tensor and of the inputs.
/// </summary>
public sealed class GradientReport
{
    private readonly string _network;

    internal GradientReport(string network, IReadOnlyList<GradientError> worstOfTensors)
    {
        _network = network;
        Tensors = worstOfTensors;
        Worst = worstOfTensors.Aggregate((a, b) => b.RelativeError > a.RelativeError ? b : a);
    }

    /// <summary>The worst entry of each trainable tensor in canonical order, then that of the inputs.</summary>
    public IReadOnlyList<GradientError> Tensors { get; }

    /// <summary>The worst entry of all.</summary>
    public GradientError Worst { get; }

    /// <summary>The error of the worst entry.</summary>
    public double LargestRelativeError => Worst.RelativeError;

    /// <summary>One line for each tensor, the worst entry of all in the first.</summary>
    public override string ToString() =>
        string.Join("\n", Tensors.Select(error => "  " + error).Prepend($"{_network}: worst {Worst}"));
}
