namespace NetGen;

/// <summary>The distributions of initial parameters; <see cref="ParameterLayout.Initialize"/> documents them.</summary>
internal static class Initializer
{
    /// <summary>Draws the initial value of one element. A bias draws nothing.</summary>
    public static double Draw(ParameterTensor tensor, SeededRandom random) =>
        tensor.Kind == ParameterKind.Bias ? 0 : ((2 * random.NextDouble()) - 1) * Range(tensor);

    private static double Range(ParameterTensor tensor) => tensor.Activation == nameof(Activation.Relu)
        ? Math.Sqrt(6.0 / tensor.Columns)
        : Math.Sqrt(6.0 / ((double)tensor.Columns + tensor.Rows));
}
