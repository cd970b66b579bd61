using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Tests.Tensors;

/// <summary>The tensor program of every layer with every activation and loss, before any code is made of it.</summary>
public sealed class ProgramTests
{
    private const int Inputs = 3;
    private const int Outputs = 3;
    private const double Step = 1e-5;

    private static readonly string[] Layers = ["Dense", "Residual", "Activation", "Skip", "Standardize"];

    private static readonly string[] Activations = [.. Enum.GetNames<Activation>()];

    private static readonly string[] Losses = [.. Enum.GetNames<Loss>()];

    public static TheoryData<string, string, string> Everything()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var layer in Layers)
        {
            foreach (var activation in Activations)
            {
                foreach (var loss in Losses)
                    cases.Add(layer, activation, loss);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void DerivedGradientsAreCentralDifferences(string layer, string activation, string loss)
    {
        var network = Network(layer, activation, loss);
        var random = new Random(1);
        var forward = NetworkForward.Build(network, labels: false);
        var derived = Verifier.Verify(Differentiation.AddBackward(Intermediates.Extract(forward)));
        var simplified = Verifier.Verify(Simplification.Simplify(
            derived, tensor => tensor.Role is TensorRole.Loss or TensorRole.Penalty or TensorRole.Gradient or TensorRole.InputGradient));
        var given = forward.Tensors.Where(tensor => tensor.IsGiven && tensor.Role != TensorRole.Label)
            .ToDictionary(tensor => tensor.Name, tensor => Values(tensor, loss, random));

        var raw = Run(derived, given);
        var simple = Run(simplified, given);
        foreach (var (name, values) in given.Where(pair => forward.Tensors.Any(tensor => tensor.Name == pair.Key && HasGradient(tensor))))
        {
            for (var index = 0; index < values.Length; index++)
            {
                var slope = (LossAt(index, Step) - LossAt(index, -Step)) / (2 * Step);
                Assert.Equal(slope, raw["d" + name][index], 1e-6 * Math.Max(1, Math.Abs(slope)));
                Assert.Equal(raw["d" + name][index], simple["d" + name][index], 1e-12 * Math.Max(1, Math.Abs(slope)));
            }

            double LossAt(int index, double move)
            {
                var moved = new Dictionary<string, double[]>(given) { [name] = (double[])values.Clone() };
                moved[name][index] += move;
                var result = Run(forward, moved);
                return result["loss"][0] + result["penalty"][0];
            }
        }
    }

    [Theory]
    [InlineData("Dense", "Tanh", "SoftmaxCrossEntropy")]
    [InlineData("Residual", "Gelu", "Huber")]
    [InlineData("Activation", "Softmax", "Quadratic")]
    [InlineData("Skip", "Selu", "BinaryCrossEntropyWithLogits")]
    [InlineData("Standardize", "Relu", "SoftmaxCrossEntropy")]
    public void ABatchAddsTheGradientsOfItsSamples(string layer, string activation, string loss)
    {
        const int count = 4;
        var network = Network(layer, activation, loss);
        var random = new Random(2);
        var forward = Intermediates.Extract(NetworkForward.Build(network, labels: false));
        var single = Differentiation.AddBackward(forward);
        var batch = Verifier.Verify(Simplification.Simplify(
            Differentiation.AddBackward(BatchPass.AddBatch(forward, Index.Batch)), tensor => tensor.Role is TensorRole.Loss or TensorRole.Gradient));
        var given = forward.Tensors.Where(tensor => tensor.IsGiven)
            .ToDictionary(tensor => tensor.Name, tensor => Values(tensor, loss, random));
        var samples = Enumerable.Range(0, count).Select(_ => new Dictionary<string, double[]>(given)
        {
            ["x"] = [.. given["x"].Select(_ => Uniform(random))],
            ["y"] = [.. given["y"].Select(_ => random.NextDouble())],
        }).ToList();

        var together = new Dictionary<string, double[]>(given)
        {
            ["x"] = [.. samples.SelectMany(sample => sample["x"])],
            ["y"] = [.. samples.SelectMany(sample => sample["y"])],
        };
        var whole = Run(batch, together, count, decay: 0);
        foreach (var gradient in batch.Tensors.Where(tensor => tensor.Role == TensorRole.Gradient).Select(tensor => tensor.Name))
        {
            var sum = samples.Select(sample => Run(single, sample, decay: 0)[gradient])
                .Aggregate((left, right) => [.. left.Zip(right, (a, b) => a + b)]);
            Assert.All(sum.Zip(whole[gradient]), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void MeanAndScaleHaveNoGradient()
    {
        var program = Differentiation.AddBackward(NetworkForward.Build(Network("Standardize", "Tanh", "Quadratic"), labels: false));
        Assert.Equal(
            ["dW2", "dW3", "db2", "db3"],
            program.Statements.Select(statement => statement.Target).Where(target => target.Role == TensorRole.Gradient).Select(target => target.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("dx[i] += da1[i] * scale1[i]", program.Statements.Select(statement => statement.ToString()));
    }

    [Fact]
    public void BackpropagationIsTheFourEquations()
    {
        var program = Simplification.Simplify(
            Differentiation.AddBackward(Intermediates.Extract(NetworkForward.Build(Network("Dense", "Sigmoid", "SoftmaxCrossEntropy"), labels: true))),
            tensor => tensor.Role == TensorRole.Gradient);

        var backward = program.Statements.Select(statement => statement.ToString()).SkipWhile(text => !text.StartsWith("delta2", StringComparison.Ordinal));
        Assert.Equal(
            [
                "delta2[k] = scale * (p[k] - (label == k))",
                "da1[j] += Σk delta2[k] * W2[k,j]",
                "dW2[k,j] += 0.1 * decay * W2[k,j] + delta2[k] * a1[j]",
                "db2[k] += delta2[k]",
                "delta1[j] = da1[j] * a1[j] * (1 - a1[j])",
                "dW1[j,i] += 0.1 * decay * W1[j,i] + delta1[j] * x[i]",
                "db1[j] += delta1[j]",
            ],
            backward);
    }

    private static ProgramInterpreter Run(TensorProgram program, Dictionary<string, double[]> given, int batch = 0, double decay = 1)
    {
        var interpreter = new ProgramInterpreter(program, batch) { Decay = decay };
        foreach (var (name, values) in given)
            interpreter[name] = values;
        interpreter.Run();
        return interpreter;
    }

    /// <summary>A small network with the layer in the middle, or where it belongs, and the activation that the loss asks for at the end.</summary>
    private static NetworkModel Network(string layer, string activation, string loss)
    {
        var layers = new List<LayerModel>();
        if (layer is "Dense" or "Standardize")
        {
            if (layer == "Standardize")
                layers.Add(new StandardizeModel(-1));
            layers.Add(new DenseModel(layers.Count - 1, 4, activation, true));
        }
        else
        {
            layers.Add(new DenseModel(-1, 4, "Identity", true));
            layers.Add(layer switch
            {
                "Residual" => new ResidualModel(0, activation, true),
                _ => new ActivationModel(0, activation),
            });
            if (layer == "Skip")
                layers.Add(new SkipModel(1, 0));
        }

        layers.Add(new DenseModel(layers.Count - 1, Outputs, LossFusion.RequiredActivation(loss) ?? "Identity", true));
        return LossFusion.Fuse(new(
            new("", default, "Net", "class", "Net.g.cs", false, false, true),
            Inputs,
            layers.ToEquatableArray(),
            loss,
            "Default",
            0.1,
            Model.Precision.Double,
            4,
            Model.Unrolling.Auto,
            new(true, 12)));
    }

    private static bool HasGradient(Tensor tensor) => tensor.Role == TensorRole.Input || tensor.IsTrainable;

    private static double[] Values(Tensor tensor, string loss, Random random)
    {
        var size = tensor.Axes.Aggregate(1, (product, axis) => product * axis.Extent);
        return [.. Enumerable.Range(0, size).Select(_ => tensor.Role != TensorRole.Target ? Uniform(random)
            : loss.Contains("Hinge", StringComparison.Ordinal) ? (random.Next(2) * 2) - 1
            : 0.1 + (0.8 * random.NextDouble()))];
    }

    private static double Uniform(Random random) => (2 * random.NextDouble()) - 1;
}
