namespace NetGen;

/// <summary>Draws initial parameters from the distributions that <see cref="Initializer"/> documents.</summary>
internal static class InitialWeights
{
    private const double NormalDeviation = 0.01;

    /// <summary>The values of a tensor in canonical order. Only weights are drawn.</summary>
    public static IEnumerable<double> Draw(ParameterTensor tensor, SeededRandom random)
    {
        if (tensor.Kind != ParameterKind.Weight)
            return Enumerable.Repeat(tensor.Kind == ParameterKind.Scale ? 1.0 : tensor.Initial, tensor.Count);

        double inputs = tensor.Columns;
        double sum = inputs + tensor.Rows;
        return InitializerOf(tensor) switch
        {
            Initializer.GlorotUniform => Repeat(Uniform(Math.Sqrt(6 / sum))),
            Initializer.GlorotNormal => Repeat(Normal(Math.Sqrt(2 / sum))),
            Initializer.HeUniform => Repeat(Uniform(Math.Sqrt(6 / inputs))),
            Initializer.HeNormal => Repeat(Normal(Math.Sqrt(2 / inputs))),
            Initializer.LeCunUniform => Repeat(Uniform(Math.Sqrt(3 / inputs))),
            Initializer.LeCunNormal => Repeat(Normal(Math.Sqrt(1 / inputs))),
            Initializer.Orthogonal => OrthogonalMatrix.Draw(tensor.Rows, tensor.Columns, random),
            Initializer.Uniform => Repeat(Uniform(1 / Math.Sqrt(inputs))),
            Initializer.Normal => Repeat(Normal(NormalDeviation)),
            _ => Repeat(() => 0),
        };

        IEnumerable<double> Repeat(Func<double> draw)
        {
            for (var element = 0; element < tensor.Count; element++)
                yield return draw();
        }

        Func<double> Uniform(double range) => () => ((2 * random.NextDouble()) - 1) * range;

        Func<double> Normal(double deviation) => () => random.NextGaussian() * deviation;
    }

    private static Initializer InitializerOf(ParameterTensor tensor) => tensor switch
    {
        { Initializer: nameof(Initializer.Default) } => ByActivation(tensor.Activation),
        _ => Enum.TryParse<Initializer>(tensor.Initializer, out var initializer) ? initializer : default,
    };

    private static Initializer ByActivation(string activation) => activation switch
    {
        nameof(Activation.Selu) => Initializer.LeCunNormal,
        nameof(Activation.Relu)
            or nameof(Activation.LeakyRelu)
            or nameof(Activation.Elu)
            or nameof(Activation.Gelu)
            or nameof(Activation.GeluTanh)
            or nameof(Activation.Silu)
            or nameof(Activation.Softplus)
            or nameof(Activation.HardSwish)
            or nameof(Activation.Mish)
            or nameof(Activation.Relu6) => Initializer.HeUniform,
        _ => Initializer.GlorotUniform,
    };
}
