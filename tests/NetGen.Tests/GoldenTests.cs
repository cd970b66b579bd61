using NetGen.Tests.Compiling;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>Generated code computes what PyTorch computes, in every precision, unrolling and target.</summary>
public class GoldenTests
{
    public static TheoryData<string, Precision, Unrolling, Target> All { get; } = GoldenRuns.Where(_ => true);

    public static TheoryData<string, Precision, Unrolling, Target> WithLogits { get; } =
        GoldenRuns.Where(golden => golden.Expected.Logits is not null);

    public static TheoryData<string, Precision, Unrolling, Target> WithTrajectory { get; } =
        GoldenRuns.Where(golden => golden.Expected.LossesOver20SgdSteps is not null);

    public static TheoryData<string, Precision, Unrolling, Target> WithLabels { get; } = GoldenRuns.Where(golden => golden.HasLabels());

    [Theory]
    [MemberData(nameof(All))]
    public void OneSampleForwardGivesTheOutputs(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        double[] outputs = [.. golden.Samples.SelectMany(golden.Network.Forward)];
        golden.Check("outputs", golden.Expected.Outputs, outputs);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BatchForwardGivesTheOutputs(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        golden.Check("outputs", golden.Expected.Outputs, golden.Network.ForwardBatch(golden.Inputs, golden.Count));
    }

    [Theory]
    [MemberData(nameof(WithLogits))]
    public void ForwardLogitsGivesTheLogits(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        double[] logits = [.. golden.Samples.SelectMany(golden.Network.ForwardLogits)];
        golden.Check("logits", golden.Expected.Logits!, logits);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OneSampleMethodsReturnTheLossPerSample(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
        {
            CheckLosses(training.ComputeLoss);
            CheckLosses(sample => training.ComputeGradients(sample).Loss);
            CheckLosses(sample => training.ComputeInputGradients(sample).Loss);
            CheckLosses(sample => training.TrainStep(sample, learningRate: 0));
        }

        void CheckLosses(Func<int, double> lossOf)
        {
            double[] losses = [.. Enumerable.Range(0, golden.Count).Select(lossOf)];
            golden.Check("lossPerSample", golden.Expected.LossPerSample, losses);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BatchMethodsReturnTheMeanLoss(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
        {
            golden.Check("loss", golden.Expected.Loss, training.ComputeLossBatch());
            golden.Check("loss", golden.Expected.Loss, training.ComputeGradientsBatch().Loss);
            golden.Check("loss", golden.Expected.Loss, training.ComputeInputGradientsBatch().Loss);
            golden.Check("loss", golden.Expected.Loss, training.TrainBatch(learningRate: 0));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WeightDecayPenaltyIsTheL2Term(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        golden.Check("l2Term", golden.Expected.L2Term, golden.Network.Penalty);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BatchGradientsAreTheGradients(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
            golden.CheckLayers(golden.Expected.GradWeights, golden.Expected.GradBiases, training.ComputeGradientsBatch().Gradients);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OneSampleGradientsHaveTheGradientsAsMean(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
        {
            var mean = new double[golden.Network.Parameters.Length];
            for (var sample = 0; sample < golden.Count; sample++)
            {
                var gradients = training.ComputeGradients(sample).Gradients;
                for (var k = 0; k < mean.Length; k++)
                    mean[k] += gradients[k] / golden.Count;
            }

            golden.CheckLayers(golden.Expected.GradWeights, golden.Expected.GradBiases, mean);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BatchInputGradientsAreTheInputGradients(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
            golden.Check("gradInputs", golden.Expected.GradInputs, training.ComputeInputGradientsBatch().Gradients);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OneSampleInputGradientsAreTheInputGradientsTimesTheCount(
        string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
        {
            var gradients = Enumerable.Range(0, golden.Count).SelectMany(sample => training.ComputeInputGradients(sample).Gradients);
            golden.Check("gradInputs", golden.Expected.GradInputs, [.. gradients.Select(gradient => gradient / golden.Count)]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TrainBatchMovesTheParametersByOneStep(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        var expected = golden.Expected.AfterSgd;
        foreach (var training in golden.Trainings())
        {
            golden.Restore();
            training.TrainBatch(expected.LearningRate);
            golden.CheckLayers(expected.Weights, expected.Biases, golden.Network.Parameters);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TrainStepMovesTheParametersAgainstTheGradientsOfTheSample(
        string name, Precision precision, Unrolling unrolling, Target target)
    {
        const double LearningRate = 0.125;
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        foreach (var training in golden.Trainings())
        {
            golden.Restore();
            var before = golden.Network.Parameters;
            var gradients = training.ComputeGradients(0).Gradients;
            training.TrainStep(0, LearningRate);
            var expected = before.Zip(gradients, (parameter, gradient) => parameter - (LearningRate * gradient));
            golden.Check("parameters", new GoldenValues([.. expected]), golden.Network.Parameters);
        }
    }

    [Theory]
    [MemberData(nameof(WithTrajectory))]
    public void TwentyStepsFollowTheTrajectory(string name, Precision precision, Unrolling unrolling, Target target)
    {
        var golden = new GoldenNetwork(name, precision, unrolling, target);
        var expected = (GoldenValues)golden.Expected.LossesOver20SgdSteps!;
        foreach (var training in golden.Trainings())
        {
            golden.Restore();
            var losses = new double[expected.Values.Length];
            for (var step = 0; step < losses.Length; step++)
            {
                var penalty = golden.Network.Penalty;
                losses[step] = training.TrainBatch(golden.Expected.AfterSgd.LearningRate) + penalty;
            }

            golden.Check("lossesOver20SgdSteps", expected, losses);
        }
    }

    [Theory]
    [MemberData(nameof(WithLabels))]
    public void CasesWithLabelsAreClassifiers(string name, Precision precision, Unrolling unrolling, Target target) =>
        Assert.True(new GoldenNetwork(name, precision, unrolling, target).Network.TakesLabels);
}
