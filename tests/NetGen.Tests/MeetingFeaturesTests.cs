using System.Numerics;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>Small networks in which two features meet that each are tested alone: Jacobians of ways around, steps of learnable functions, frozen ones.</summary>
public class MeetingFeaturesTests
{
    private const string Snake =
        "static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency) { var wave = System.MathF.Sin(frequency * x); return x + wave * wave / frequency; }";

    private const string PRelu = "static float PRelu(float x, [Learnable(0.25)] float slope) => x > 0 ? x : slope * x;";

    private const string Mixed =
        "static float Mixed(float x, [Learnable(1)] float a, [Learnable(0.5, PerUnit = true)] float b) => x * a * b + System.MathF.Sin(a * x) * b * b;";

    [Theory]
    [InlineData("[Network(22, Jacobian = true)] [Residual] [Activation(Activation.Tanh)]")]
    [InlineData("[Network(22, Jacobian = true, Arithmetic = Arithmetic.Exact)] [Residual] [Activation(Activation.Tanh)]")]
    [InlineData("[Network(8, Jacobian = true)] [Activation(Activation.Tanh)] [Residual] [Dense(30)]")]
    [InlineData("[Network(9, Jacobian = true)] [Standardize] [Residual] [Activation(Activation.Tanh)]")]
    [InlineData("[Network(20, Jacobian = true)] [Residual(Activation.Sigmoid, Name = \"a\")] [Residual(Activation.Tanh)] [Skip(\"a\")]")]
    [InlineData("[Network(8, Jacobian = true)] [Dense(9, Activation.Softplus)]")]
    [InlineData("[Network(4, Jacobian = true)] [Dense(11, Activation.Softplus)]")]
    [InlineData("[Network(13, Jacobian = true)] [Dense(17, Activation.Softplus)]")]
    [InlineData("[Network(16, Jacobian = true)] [Dense(20, Activation.Softplus)]")]
    public void AJacobianIsTheLimitOfDifferences(string attributes)
    {
        CheckJacobian<float>(attributes, step: 1e-2, tolerance: 2e-3);
        CheckJacobian<double>(attributes.Replace("Jacobian = true", "Jacobian = true, Precision = Precision.Double", StringComparison.Ordinal), step: 1e-5, tolerance: 1e-8);
    }

    [Theory]
    [InlineData("[Network(2)] [Dense(2, Activation.LeakyRelu)] [Activation(nameof(Snake))] [Dense(1)]", Snake)]
    [InlineData("[Network(20)] [Dense(20, Activation.Relu)] [Activation(nameof(Snake))] [Dense(3)]", Snake)]
    [InlineData("[Network(3)] [Dense(2, nameof(Mixed))] [Dense(3)]", Mixed)]
    [InlineData("[Network(20)] [Dense(20, nameof(Mixed))] [Dense(3)]", Mixed)]
    [InlineData("[Network(80)] [Dense(64, Activation.Tanh)] [Residual(nameof(Mixed))] [Dense(3)]", Mixed)]
    public void AStepIsTheParametersLessTheGradient(string attributes, string function)
    {
        const double rate = 0.5;
        var network = Create<float>(attributes, function, out var type);
        var (inputs, outputs) = (Size(type, "InputSize"), Size(type, "OutputSize"));
        var training = network.WithTargets(RandomModels.Numbers(new(2), 20 * inputs), RandomModels.Targets(new(3), 20 * outputs));
        var start = network.Parameters;
        Check(training.ComputeGradients(19).Gradients, () => training.TrainStep(19, rate));
        Check(training.ComputeGradientsBatch().Gradients, () => training.TrainBatch(rate));

        void Check(double[] gradients, Func<double> step)
        {
            step();
            var after = network.Parameters;
            Assert.All(start.Zip(gradients, (parameter, gradient) => parameter - (rate * gradient)).Zip(after), pair =>
                Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-6, $"{pair.Second} in the place of {pair.First}"));
            network.Parameters = start;
        }
    }

    [Fact]
    public void ALearnableThatUnitsShareIsFrozenWithItsLayer()
    {
        const string attributes = "[Network(8)] [Dense(16, nameof(PRelu))] [Dense(3)]";
        var network = Create<float>(attributes, PRelu, out _);
        using var file = new MemoryStream();
        ((IPredictor<float>)network.Instance).Save(file);
        foreach (var target in Enum.GetValues<Target>())
        {
            var assembly = ModelCompiler.CompileOnce([Source(attributes + " [Weights(\"p.safetensors\")]", PRelu)], target, new WeightText("p.safetensors", file.ToArray()));
            var frozen = new FrozenModel<float>(assembly.GetType(ModelSource.TypeName, throwOnError: true)!, 3);
            var (input, output) = (RandomModels.Numbers(new(4), 8), new float[3]);
            frozen.Forward(input.To<float>(), output);
            Assert.All(network.Forward(input).Zip(output), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    /// <summary>Where x − mean cancels, and W′ x + b′ would not.</summary>
    [Theory]
    [InlineData(1e6, 1)]
    [InlineData(1e-3, 1e9)]
    [InlineData(3, 1e-40)]
    [InlineData(2, 0.5)]
    public void AFrozenStandardizationComputesWhatTheSavedNetworkDoes(float mean, float scale)
    {
        const string attributes = "[Network(2)] [Standardize] [Dense(4, Activation.Tanh)] [Dense(1)]";
        var network = Create<float>(attributes, string.Empty, out _);
        var parameters = network.Parameters;
        (parameters[0], parameters[1], parameters[2], parameters[3]) = (mean, mean, scale, scale);
        network.Parameters = parameters;
        using var file = new MemoryStream();
        ((IPredictor<float>)network.Instance).Save(file);
        foreach (var target in Enum.GetValues<Target>())
        {
            var assembly = ModelCompiler.CompileOnce([Source(attributes + " [Weights(\"p.safetensors\")]", string.Empty)], target, new WeightText("p.safetensors", file.ToArray()));
            var frozen = new FrozenModel<float>(assembly.GetType(ModelSource.TypeName, throwOnError: true)!, 1);
            double[] input = [mean - (1.44f / scale), mean + (0.06f / scale)];
            var output = new float[1];
            frozen.Forward(input.To<float>(), output);
            Assert.Equal(network.Forward(input)[0], output[0], 2e-6);
        }
    }

    private static void CheckJacobian<T>(string attributes, double step, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = Create<T>(attributes, string.Empty, out var type);
        network.Parameters = [.. network.Parameters.Select((_, place) => 0.25 + (Math.Sin(place) / 4))];
        var (inputs, outputs) = (Size(type, "InputSize"), Size(type, "OutputSize"));
        double[] input = [.. RandomModels.Numbers(new(3), inputs).Select(number => number / 4)];
        var (output, jacobian) = network.ComputeJacobian(input);
        Assert.Equal(network.Forward(input), output);
        for (var place = 0; place < inputs; place++)
        {
            var (above, below) = (network.Forward(Moved(step)), network.Forward(Moved(-step)));
            for (var row = 0; row < outputs; row++)
            {
                var slope = (above[row] - below[row]) / (2 * step);
                Assert.True(Math.Abs(jacobian[(row * inputs) + place] - slope) <= tolerance * (1 + Math.Abs(slope)), $"∂output[{row}]/∂input[{place}] is {jacobian[(row * inputs) + place]} in the place of {slope}");
            }

            double[] Moved(double by) => [.. input.Select((value, index) => index == place ? value + by : value)];
        }
    }

    private static GeneratedNetwork<T> Create<T>(string attributes, string function, out Type type)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        type = ModelCompiler.CompileOnce([Source(attributes, function)], Target.Net).GetType(ModelSource.TypeName, throwOnError: true)!;
        return new(Size(type, "InputSize"), Size(type, "OutputSize"), Size(type, "ParameterCount"), Activator.CreateInstance(type)!);
    }

    private static int Size(Type type, string constant) => (int)type.GetField(constant)!.GetRawConstantValue()!;

    private static string Source(string attributes, string function) =>
        $"using NetGen;\nnamespace Compiled\n{{\n    {attributes}\n    public sealed partial class Model\n    {{\n        {function}\n    }}\n}}\n";
}
