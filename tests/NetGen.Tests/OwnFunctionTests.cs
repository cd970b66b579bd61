using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;
using static NetGen.Tests.Networks.NetworkParameters;

namespace NetGen.Tests;

/// <summary>Networks of activations and losses that a user wrote: what they compute, learn, store and leave alone.</summary>
public class OwnFunctionTests
{
    private const int Count = 7;

    public static TheoryData<string> Doubles => [nameof(OwnTinyNetwork), nameof(OwnTiledNetwork), nameof(OwnFrozenNetwork), nameof(OwnCrossEntropyNetwork), nameof(OwnVectorLossNetwork)];

    public static TheoryData<string> Singles => [nameof(OwnSingleNetwork), nameof(OwnExactNetwork), nameof(OwnSequenceNetwork)];

    [Theory]
    [MemberData(nameof(Doubles))]
    public void GradientsInDoubleAreLimitsOfDifferences(string name)
    {
        var network = Create<double>(name);
        var report = GradientCheck.Check(network, Inputs(network.InputSize), Targets(network.OutputSize));
        Assert.True(report.LargestRelativeError < 1e-6, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public void GradientsInSingleAreLimitsOfDifferences(string name)
    {
        var network = Create<float>(name);
        var report = GradientCheck.Check(network, Single(Inputs(network.InputSize)), Single(Targets(network.OutputSize)));
        Assert.True(report.LargestRelativeError < 2e-2, report.ToString());
    }

    [Theory]
    [InlineData(nameof(OwnStepsNetwork))]
    [InlineData(nameof(OwnTiledStepsNetwork))]
    public void InputGradientsThatAreZeroAreWritten(string name)
    {
        var network = Create<float>(name);
        var (inputs, targets) = (Single(Inputs(network.InputSize)), Single(Targets(network.OutputSize)));
        var gradients = Enumerable.Repeat(1f, inputs.Length).ToArray();
        network.ComputeInputGradientsBatch(inputs, targets, gradients);
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
    }

    /// <summary>The derivative of one sample is not only that of a batch of one.</summary>
    [Fact]
    public void StepsOneByOneBatchesAndSequencesAgree()
    {
        OwnTiledNetwork steps = new(), sequence = new(), batch = new();
        Set(steps);
        steps.CopyTo(sequence);
        steps.CopyTo(batch);
        var (inputs, targets) = (Inputs(19), Targets(5));
        for (var sample = 0; sample < Count; sample++)
            steps.TrainStep(Row(inputs, sample), Row(targets, sample), 0.0625);
        sequence.TrainSequence(inputs, targets, 0.0625);
        Close(Parameters(steps), Parameters(sequence), 1e-11);

        var (sum, one) = (new double[OwnTiledNetwork.ParameterCount], new double[OwnTiledNetwork.ParameterCount]);
        for (var sample = 0; sample < Count; sample++)
        {
            batch.ComputeGradients(Row(inputs, sample), Row(targets, sample), one);
            sum = [.. sum.Zip(one, (left, right) => left + (right / Count))];
        }

        var gradients = new double[OwnTiledNetwork.ParameterCount];
        batch.ComputeGradientsBatch(inputs, targets, gradients);
        Close(sum, gradients, 1e-11);
    }

    [Fact]
    public void ASequenceInBlocksIsItsSteps()
    {
        OwnSequenceNetwork steps = new(), sequence = new();
        Set(steps);
        steps.CopyTo(sequence);
        var (inputs, targets) = (Single(Inputs(70)), Single(Targets(5)));
        for (var sample = 0; sample < Count; sample++)
            steps.TrainStep(Row(inputs, sample), Row(targets, sample), 0.03125f);
        sequence.TrainSequence(inputs, targets, 0.03125f);
        Close(Array.ConvertAll(Parameters(steps), value => (double)value), Array.ConvertAll(Parameters(sequence), value => (double)value), 1e-4);
        Assert.NotEqual(0.75f, steps.W1[60]);
    }

    [Fact]
    public void ALossOfAllOutputsIsWhatTheLibrarysIs()
    {
        var (own, builtIn) = (new OwnCrossEntropyNetwork(), new BuiltInCrossEntropyNetwork());
        Set(own);
        builtIn.SetParameters(Parameters(own));
        var (inputs, targets) = (Inputs(7), Targets(5));
        double[] expected = new double[BuiltInCrossEntropyNetwork.ParameterCount], actual = new double[OwnCrossEntropyNetwork.ParameterCount];
        Assert.Equal(builtIn.ComputeGradientsBatch(inputs, targets, expected), own.ComputeGradientsBatch(inputs, targets, actual), 1e-13);
        Close(expected, actual, 1e-13);
        Assert.Equal(builtIn.ComputeGradients(Row(inputs, 2), Row(targets, 2), expected), own.ComputeGradients(Row(inputs, 2), Row(targets, 2), actual), 1e-13);
        Close(expected, actual, 1e-13);
        double[] expectedInputs = new double[inputs.Length], actualInputs = new double[inputs.Length];
        builtIn.ComputeInputGradientsBatch(inputs, targets, expectedInputs);
        own.ComputeInputGradientsBatch(inputs, targets, actualInputs);
        Close(expectedInputs, actualInputs, 1e-13);

        // The library's predicts probabilities; a user's loss says nothing of the prediction.
        double[] logits = new double[5], output = new double[5];
        own.Forward(Row(inputs, 0), output);
        builtIn.ForwardLogits(Row(inputs, 0), logits);
        Close(logits, output, 1e-13);
    }

    /// <summary>a = 2 (x₁ + 2 x₂ + 1) + 3 and C = 10 (a − y).</summary>
    [Fact]
    public void NamesOfTheLibraryMeanTheUsersFunctions()
    {
        var network = new OwnNamesNetwork();
        Assert.Equal([3.0], Parameters(network)[3..]);
        network.SetParameters([1, 2, 1, 3]);
        double[] input = [0.5, -2], target = [1], output = new double[1], gradients = new double[4];
        network.Forward(input, output);
        Assert.Equal((2 * (0.5 - 4 + 1)) + 3, output[0]);
        Assert.Equal(10 * (output[0] - 1), network.ComputeGradients(input, target, gradients));
        Assert.Equal([10, -40, 20, 10], gradients);
    }

    [Fact]
    public void WhatTheSourceRoundsToFloatIsRounded()
    {
        var network = new OwnNarrowNetwork();
        network.SetParameters(PassingOn(OwnNarrowNetwork.ParameterCount));
        var (inputs, outputs) = (Inputs(19), new double[Count * 19]);
        network.ForwardBatch(inputs, outputs);
        Close([.. inputs.Select(x => OwnNarrowNetwork.Rounded(x, 3))], outputs, 1e-15);
        var output = new double[19];
        network.Forward(Row(inputs, 1), output);
        Assert.Equal(Row(outputs, 1), output);

        double[] target = Row(Targets(19), 0), gradients = new double[OwnNarrowNetwork.ParameterCount];
        var loss = network.ComputeGradients(Row(inputs, 1), target, gradients);
        Assert.Equal(output.Zip(target, OwnNarrowNetwork.Narrow).Average(), loss, 1e-14);
        var slopes = output.Zip(target, (p, t) => 2 * (p - t) / 19).Zip(Row(inputs, 1), (byOutput, x) => byOutput * 0.1f * x);
        Assert.Equal(slopes.Sum(), gradients[0], 1e-13);
    }

    [Fact]
    public void InSinglePrecisionNothingMoreIsRounded()
    {
        var (inputs, output) = (Single(Inputs(19)), new float[19]);
        var network = new OwnSingleNarrowNetwork();
        network.SetParameters(Single(PassingOn(OwnSingleNarrowNetwork.ParameterCount)));
        network.Forward(Row(inputs, 0), output);
        Assert.All(Row(inputs, 0).Zip(output), pair => Assert.Equal(((double)(3 * pair.First) * 0.1f) + Math.Exp(pair.First), pair.Second, 1e-6));
    }

    /// <summary>z = 2 · 0.75 − 0.5 = 1, a = 1 and a − y = 4.</summary>
    [Fact]
    public void AGivenDerivativeTakesThePlaceOfTheDerivedOne()
    {
        var network = new OwnDerivativeNetwork();
        network.SetParameters([2, -0.5, 0.5]);
        double[] input = [0.75], target = [-3], gradients = new double[3], inputGradients = new double[1];
        Assert.Equal(0.5 * 16, network.ComputeGradients(input, target, gradients), 1e-12);
        var slope = 1 / (1 + 0.25);
        Close([4 * slope * 0.75, 4 * slope, 4 * -3 * 1], gradients, 1e-12);
        network.ComputeInputGradients(input, target, inputGradients);
        Close([4 * slope * 2], inputGradients, 1e-12);
    }

    [Fact]
    public void LearnableParametersStartAndAreNamedAsTheySay()
    {
        var network = new OwnTinyNetwork();
        Assert.Equal(
            [
                "0.weight [3, 3]", "0.bias [3]", "1.W [3]", "1.b [1]", "2.weight [3, 3]", "2.bias [3]", "2.activation.delta [3]",
                "3.x [1]", "3.loss [1]", "3.scale [3]", "4.weight [2, 3]", "4.bias [2]",
            ],
            network.Layout.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal([0.75, 0.75, 0.75, -0.5], Tensors(network, "1.W", "1.b"));
        Assert.Equal([0.25, 0.25, 0.25, 1, 0.125, 2, 2, 2], Tensors(network, "2.activation.delta", "3.x", "3.loss", "3.scale"));
        Assert.Equal((3, 0.75, 1, -0.5), (network.W1.Length, network.W1[2], network.B1.Length, network.B1[0]));
        Assert.Equal((1, 1, 3, 2.0), (network.X3.Length, network.Loss3.Length, network.Scale3.Length, network.Scale3[1]));
        network.Initialize(9);
        Assert.Equal([0.25, 0.25, 0.25, 1, 0.125, 2, 2, 2], Tensors(network, "2.activation.delta", "3.x", "3.loss", "3.scale"));
    }

    [Fact]
    public void LearnableParametersAreStoredWithTheNetwork()
    {
        var network = new OwnTiledNetwork();
        Set(network);
        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        var loaded = new OwnTiledNetwork();
        loaded.Load(stream);
        Assert.Equal(Parameters(network), Parameters(loaded));
        Assert.NotEqual(0.75, loaded.W1[3]);
    }

    [Fact]
    public void WeightDecayAppliesToWeightsAlone()
    {
        var network = new OwnTiledNetwork();
        Set(network);
        var weights = network.Layout.Tensors.Where(tensor => tensor.Kind == ParameterKind.Weight).Select(tensor => tensor.Name).ToArray();
        Assert.Equal(0.5 * 0.125 * Tensors(network, weights).Sum(value => value * value), network.WeightDecayPenalty(), 1e-11);

        var packed = new double[network.Layout.PackedLength];
        network.AddWeightDecay(1, packed);
        Assert.All(network.Layout.Tensors, tensor => Assert.Equal(tensor.Kind != ParameterKind.Weight, packed[tensor.PackedIndex(0, 0)] == 0));
    }

    [Fact]
    public void WhatIsFrozenDoesNotLearn()
    {
        var network = new OwnFrozenNetwork();
        Set(network);
        string[] frozen = ["0.x", "0.loss", "0.scale", "1.weight", "1.bias", "2.delta", "3.weight", "3.bias", "4.W", "4.b"];
        Assert.Equal(frozen, network.Layout.Tensors.Where(tensor => !tensor.IsTrainable).Select(tensor => tensor.Name));
        var (before, learning) = (Tensors(network, frozen), Tensors(network, "6.W", "6.b"));
        var (inputs, targets) = (Inputs(4), Targets(2));
        network.TrainBatch(inputs, targets, 0.125);
        network.TrainSequence(inputs, targets, 0.125);
        network.TrainStep(Row(inputs, 0), Row(targets, 0), 0.125);
        Assert.Equal(before, Tensors(network, frozen));
        Assert.All(learning.Zip(Tensors(network, "6.W", "6.b")), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void TrainingLowersTheLossByLearnableParameters()
    {
        var network = new OwnTinyNetwork();
        Set(network);
        var (inputs, targets) = (Inputs(3), Targets(2));
        var before = network.ComputeLossBatch(inputs, targets);
        for (var step = 0; step < 50; step++)
            network.TrainBatch(inputs, targets, 0.03125);
        Assert.True(network.ComputeLossBatch(inputs, targets) < before / 2);
        Assert.All(network.Layout.Tensors.Where(tensor => tensor.Kind == ParameterKind.Learnable), tensor => Assert.True(tensor.IsTrainable));
    }

    private static INetwork<T> Create<T>(string name)
        where T : unmanaged
    {
        var network = (INetwork<T>)Activator.CreateInstance(typeof(OwnTinyNetwork).Assembly.GetType($"NetGen.Tests.Networks.{name}")!)!;
        Set(network);
        return network;
    }

    /// <summary>Weights of either sign, as small as layers of their width need; learnable parameters near their first values.</summary>
    private static void Set<T>(INetwork<T> network)
        where T : unmanaged
    {
        var parameters = Parameters(network);
        var numbers = RandomModels.Numbers(new(1), parameters.Length);
        var next = 0;
        foreach (var tensor in network.Layout.Tensors)
        {
            for (var element = 0; element < tensor.Count; element++, next++)
                parameters[next] = Of<T>(tensor.Initial + (numbers[next] / Math.Sqrt(Math.Max(4, tensor.Columns))));
        }

        network.SetParameters(parameters);
    }

    private static T Of<T>(double value) => (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The values of tensors, one behind the other.</summary>
    private static double[] Tensors(INetwork<double> network, params string[] names)
    {
        var parameters = Parameters(network);
        var starts = new Dictionary<string, (int Start, int Count)>();
        var next = 0;
        foreach (var tensor in network.Layout.Tensors)
        {
            starts.Add(tensor.Name, (next, tensor.Count));
            next += tensor.Count;
        }

        return [.. names.SelectMany(name => parameters.Skip(starts[name].Start).Take(starts[name].Count))];
    }

    /// <summary>A scale of 3, and a layer of 19 units that passes on what it gets.</summary>
    private static double[] PassingOn(int count)
    {
        var parameters = new double[count];
        parameters[0] = 3;
        for (var unit = 0; unit < 19; unit++)
            parameters[1 + (unit * 20)] = 1;
        return parameters;
    }

    private static double[] Inputs(int size) => RandomModels.Numbers(new(3), Count * size);

    private static double[] Targets(int size) => RandomModels.Targets(new(2), Count * size);

    private static T[] Row<T>(T[] values, int row) => values[(row * (values.Length / Count))..((row + 1) * (values.Length / Count))];

    private static float[] Single(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static void Close(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
