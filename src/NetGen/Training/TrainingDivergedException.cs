namespace NetGen;

/// <summary>
/// A step of a training computed what is infinite or not a number. The network and the optimizer are as before that step.
/// </summary>
/// <remarks>The message says what was found first, and what to do. <see cref="Trainer{T}.StopIfDiverged"/> turns the check off.</remarks>
public sealed class TrainingDivergedException : ArithmeticException
{
    internal TrainingDivergedException(string message, int epoch, int batch, string? tensor = null, int? index = null)
        : base(message) => (Epoch, Batch, Tensor, Index) = (epoch, batch, tensor, index);

    /// <summary>The epoch of the step, from 1 on.</summary>
    public int Epoch { get; }

    /// <summary>Its batch in the epoch, from 1 on.</summary>
    public int Batch { get; }

    /// <summary>
    /// The tensor of parameters that is bad, or whose gradient is, by its name in weight files, such as <c>0.weight</c>; null if it is
    /// the loss alone.
    /// </summary>
    public string? Tensor { get; }

    /// <summary>The first bad element of <see cref="Tensor"/>, row by row from 0; null without one.</summary>
    public int? Index { get; }
}
