using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Reference;

namespace NetGen.Tests.Oracle;

/// <summary>On random networks, generated code computes what the plain interpreter computes.</summary>
public class RandomNetworkTests
{
    private const int Networks = 40;
    private const double LearningRate = 0.125;

    /// <summary>Fits no batch size but 1: there is a last, partial block.</summary>
    private const int Count = 11;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Networks)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ForwardAgrees(int seed) => CheckForward(new Pair(seed, Target.Net));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LossAndGradientsAgree(int seed) => CheckTraining(new Pair(seed, Target.Net));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ScalarCodeForNetStandardAgrees(int seed)
    {
        // Outputs first: training leaves values in the workspace that inference may not lean on.
        var pair = new Pair(seed, Target.NetStandard);
        CheckForward(pair);
        CheckTraining(pair);
    }

    /// <summary>Where vectors are narrow, its sums run in another order.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    [InlineData(34)]
    public void FastArithmeticAgrees(int seed)
    {
        var pair = new Pair(seed, Target.Net, Generator.Model.Arithmetic.Fast);
        CheckForward(pair);
        CheckTraining(pair);
    }

    private static void CheckForward(Pair pair)
    {
        double[] expected = [.. pair.Samples.SelectMany(pair.Interpreter.Forward)];
        pair.Check("outputs of single samples", expected, [.. pair.Samples.SelectMany(pair.Network.Forward)]);
        pair.Check("outputs of a batch", expected, pair.Network.ForwardBatch(pair.Inputs, Count));
        pair.Check(
            "logits",
            [.. pair.Samples.SelectMany(pair.Interpreter.Logits)],
            [.. pair.Samples.SelectMany(pair.Network.ForwardLogits)]);
    }

    private static void CheckTraining(Pair pair)
    {
        pair.CheckTraining(pair.Network.WithTargets(pair.Inputs, pair.Targets), pair.Targets);
        if (pair.Network.TakesLabels)
            pair.CheckTraining(pair.Network.WithLabels(pair.Inputs, pair.Labels), pair.Labels.OneHot(pair.Model.OutputSize()));
    }

    /// <summary>A random network, generated and interpreted, with the same parameters and data.</summary>
    private sealed class Pair
    {
        private readonly double[] _parameters;

        public Pair(int seed, Target target, Generator.Model.Arithmetic arithmetic = Generator.Model.Arithmetic.Fused)
        {
            Model = RandomModels.Draw(seed) with { Arithmetic = arithmetic };
            var random = new SeededRandom(seed + Networks);

            // So small that activations do not saturate, where 1 − a² rightly loses the digits of a float.
            _parameters = Array.ConvertAll(RandomModels.Numbers(random, Model.ParameterCount()), number => number / 4);
            Inputs = RandomModels.Numbers(random, Count * Model.Inputs);
            Targets = RandomModels.Targets(random, Count * Model.OutputSize());
            Labels = RandomModels.Labels(random, Count, Model.OutputSize());
            Interpreter = new(Model, [.. _parameters]);
            Network = GeneratedNetwork.Create(Model, target);
            Network.Parameters = _parameters;
        }

        public NetworkModel Model { get; }

        public PlainInterpreter Interpreter { get; }

        public GeneratedNetwork Network { get; }

        public double[] Inputs { get; }

        public double[][] Samples => Inputs.Rows(Model.Inputs);

        public double[] Targets { get; }

        public int[] Labels { get; }

        public void CheckTraining(BatchTraining training, double[] targets)
        {
            var rows = targets.Rows(Model.OutputSize());
            var batch = Interpreter.Differentiate(Samples, rows);
            Check("loss", [batch.Loss], [training.ComputeLossBatch()]);
            Check("penalty", [Interpreter.Penalty()], [Network.Penalty]);
            Check("gradients", batch.ByParameters, training.ComputeGradientsBatch().Gradients);
            Check("input gradients", batch.ByInputs, training.ComputeInputGradientsBatch().Gradients);

            var last = Interpreter.Differentiate([Samples[^1]], [rows[^1]]);
            Check("loss of a sample", [last.Loss], [training.ComputeLoss(Count - 1)]);
            Check("gradients of a sample", last.ByParameters, training.ComputeGradients(Count - 1).Gradients);
            Check("input gradients of a sample", last.ByInputs, training.ComputeInputGradients(Count - 1).Gradients);

            training.TrainBatch(LearningRate);
            Check("parameters after a batch", Stepped(batch), Network.Parameters);
            Network.Parameters = _parameters;
            training.TrainStep(Count - 1, LearningRate);
            Check("parameters after a sample", Stepped(last), Network.Parameters);
            Network.Parameters = _parameters;
        }

        /// <summary>Errors add up over the sums inside a network, so they are seen against the largest number.</summary>
        public void Check(string what, double[] expected, double[] actual)
        {
            var largest = new GoldenValues(expected).Largest;
            var relative = Model.Precision == Generator.Model.Precision.Double ? 1e-12 : 2e-5;
            new GoldenValues(expected).Check($"{what} of\n{ModelSource.Of(Model)}", actual, new(relative * (largest + 1e-3), 0));
        }

        private double[] Stepped(Gradients gradients) =>
            [.. _parameters.Zip(gradients.ByParameters, (parameter, gradient) => parameter - (LearningRate * gradient))];
    }
}
