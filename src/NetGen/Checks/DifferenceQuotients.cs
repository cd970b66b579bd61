namespace NetGen;

/// <summary>The work of <see cref="GradientCheck"/>, whose remarks define the step, the floor and the error.</summary>
/// <param name="network">The network, whose parameters are moved.</param>
/// <param name="inputs">The batch's inputs, which are moved too: <paramref name="loss"/> must read this array.</param>
/// <param name="loss">The batch's mean loss, without the penalty.</param>
internal sealed class DifferenceQuotients<T>(INetwork<T> network, T[] inputs, Func<T> loss)
    where T : unmanaged
{
    private static readonly bool _isDouble = typeof(T) == typeof(double);

    /// <summary>ε^⅓ of 2⁻⁵² and 2⁻²³.</summary>
    public static readonly double Step = _isDouble ? 6.1e-6 : 4.9e-3;

    /// <summary>
    /// Relative to the loss: where the difference's own rounding, about ε^⅔, is some 10⁻⁷ (double) or 10⁻³ (float) of it.
    /// </summary>
    public static readonly double Floor = _isDouble ? 1e-3 : 1e-2;

    /// <summary>Compares what the two delegates write into their argument with differences.</summary>
    public GradientReport Compare(Func<T[], T> computeGradients, Func<T[], T> computeInputGradients)
    {
        var gradients = new T[network.ParameterCount];
        var inputGradients = new T[inputs.Length];
        computeGradients(gradients);
        computeInputGradients(inputGradients);

        var floor = Floor * Math.Max(1, Math.Abs(Objective()));
        var worst = new List<GradientError>();
        var next = 0;
        foreach (var tensor in network.Layout.Tensors)
        {
            if (tensor.IsTrainable)
                worst.Add(WorstOf(tensor, gradients.AsSpan(next, tensor.Count), floor));
            next += tensor.Count;
        }

        worst.Add(WorstInput(inputGradients, floor));
        return new GradientReport(network.Layout.Name, worst);
    }

    private GradientError WorstOf(ParameterTensor tensor, ReadOnlySpan<T> gradients, double floor)
    {
        var worst = default(GradientError);
        for (var element = 0; element < tensor.Count; element++)
        {
            var (row, column) = (element / tensor.Columns, element % tensor.Columns);
            var entry = tensor.Kind == ParameterKind.Bias ? $"{tensor.Name}[{row}]" : $"{tensor.Name}[{row}, {column}]";
            var numeric = Quotient(network.PackedParameters, tensor.PackedIndex(row, column));
            worst = Worse(worst, new GradientError(tensor.Name, entry, Real.ToDouble(gradients[element]), numeric, floor));
        }

        return worst!;
    }

    private GradientError WorstInput(ReadOnlySpan<T> gradients, double floor)
    {
        var worst = default(GradientError);
        for (var element = 0; element < gradients.Length; element++)
        {
            var entry = $"inputs[{element / network.InputSize}, {element % network.InputSize}]";
            var numeric = Quotient(inputs, element);
            worst = Worse(worst, new GradientError("inputs", entry, Real.ToDouble(gradients[element]), numeric, floor));
        }

        return worst!;
    }

    private static GradientError Worse(GradientError? a, GradientError b) =>
        a is null || b.RelativeError > a.RelativeError ? b : a;

    private double Quotient(Span<T> values, int index)
    {
        var value = values[index];
        var x = Real.ToDouble(value);
        var step = Step * Math.Max(1, Math.Abs(x));
        try
        {
            var (above, objectiveAbove) = Move(values, index, x + step);
            var (below, objectiveBelow) = Move(values, index, x - step);
            return (objectiveAbove - objectiveBelow) / (above - below);
        }
        finally
        {
            values[index] = value;
        }
    }

    /// <summary>The objective at a place, and the place itself, which rounding to T may have moved.</summary>
    private (double Place, double Objective) Move(Span<T> values, int index, double place)
    {
        values[index] = Real.FromDouble<T>(place);
        return (Real.ToDouble(values[index]), Objective());
    }

    private double Objective() => Real.ToDouble(loss()) + Real.ToDouble(network.WeightDecayPenalty());
}
