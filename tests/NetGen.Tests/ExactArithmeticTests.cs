using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>
/// Exact arithmetic trains the same network to the last bit everywhere: in vectors of any width, without fused
/// multiply-add, in the scalars of .NET Standard 2.0, also where a program for .NET runs those.
/// </summary>
public class ExactArithmeticTests
{
    private const int Networks = 12;
    private const int Rounds = 3;
    private const float LearningRate = 0.03125f;

    /// <summary>Fits no batch size but 1: there is a last, partial block.</summary>
    private const int Count = 11;

    /// <summary>Networks up to this width are mostly straight-line code.</summary>
    private const int SmallWidth = 7;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Networks)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ScalarsComputeTheBitsOfVectors(int seed) => CheckTargets(RandomModels.Draw(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SmallNetworksDoToo(int seed) => CheckTargets(RandomModels.Draw(seed, SmallWidth));

    [Fact]
    public void AnyMachineTrainsTheStoredBits()
    {
        var network = new ExactNetwork(seed: 1);
        Assert.Equal("12A89EA6957D23C8", Trained(network, network.TrainStep));
    }

    [Fact]
    public void AnyMachineWithFusedMultiplyAddDoesSoInFusedArithmetic()
    {
        // Without the instruction, which goes when AVX2 is switched off, this arithmetic multiplies, then adds.
        if (!Fma.IsSupported && !AdvSimd.IsSupported)
            return;
        var network = new FusedNetwork(seed: 1);
        Assert.Equal("017418D778C2AD76", Trained(network, network.TrainStep));
    }

    /// <summary>A checksum of the parameters after batches and single samples.</summary>
    private static string Trained(IClassifier<float> network, StepOf<float, int> trainStep)
    {
        var inputs = RandomModels.Numbers(new(1), Count * network.InputSize).To<float>();
        var labels = RandomModels.Labels(new(2), Count, network.OutputSize);
        for (var step = 0; step < 50; step++)
        {
            network.TrainBatch(inputs, labels, LearningRate);
            trainStep(inputs.AsSpan(0, network.InputSize), labels[0], LearningRate);
        }

        var parameters = new float[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(parameters)))[..16];
    }

    private static void CheckTargets(NetworkModel model)
    {
        var exact = model with { Arithmetic = Generator.Model.Arithmetic.Exact };
        var scalars = ModelCompiler.Compile(exact, Target.NetStandard);
        var expected = Results(exact, scalars);
        var (inVectors, onNet) = (Results(exact, ModelCompiler.Compile(exact, Target.Net)), Results(exact, scalars.OnNet()));
        foreach (var (what, values) in expected)
        {
            Assert.All(values, value => Assert.True(double.IsFinite(value), $"{what} is {value} of\n{ModelSource.Of(exact)}"));
            CheckBits(inVectors[what], "in vectors");
            CheckBits(onNet[what], "with the library for .NET");

            void CheckBits(double[] actual, string where)
            {
                for (var index = 0; index < values.Length; index++)
                {
                    Assert.True(
                        BitConverter.DoubleToInt64Bits(values[index]) == BitConverter.DoubleToInt64Bits(actual[index]),
                        $"{what}[{index}] is {values[index]:R} in scalars and {actual[index]:R} {where} of\n{ModelSource.Of(exact)}");
                }
            }
        }
    }

    /// <summary>Everything that a network computes, after a few steps of training by batches and by single samples.</summary>
    private static Dictionary<string, double[]> Results(NetworkModel model, CompiledModel compiled)
    {
        var random = new SeededRandom(1);
        var network = GeneratedNetwork.Create(model, compiled);
        network.Parameters = Array.ConvertAll(RandomModels.Numbers(random, model.ParameterCount()), number => number / 4);
        var inputs = RandomModels.Numbers(random, Count * model.Inputs);
        var targets = RandomModels.Targets(random, Count * model.OutputSize());
        var labels = RandomModels.Labels(random, Count, model.OutputSize());
        var results = new Dictionary<string, double[]>();
        Infer("before training");
        Train("targets", network.WithTargets(inputs, targets));
        if (network.TakesLabels)
            Train("labels", network.WithLabels(inputs, labels));
        Infer("after training");
        return results;

        void Infer(string when)
        {
            results.Add($"outputs of samples {when}", [.. inputs.Rows(model.Inputs).SelectMany(network.Forward)]);
            results.Add($"logits {when}", [.. inputs.Rows(model.Inputs).SelectMany(network.ForwardLogits)]);
            results.Add($"outputs of a batch {when}", network.ForwardBatch(inputs, Count));
            results.Add($"penalty {when}", [network.Penalty]);
        }

        void Train(string kind, BatchTraining training)
        {
            for (var round = 0; round < Rounds; round++)
            {
                results.Add($"loss of a batch, {kind}, {round}", [training.TrainBatch(LearningRate)]);
                results.Add($"parameters after a batch, {kind}, {round}", network.Parameters);
                results.Add($"loss of a sample, {kind}, {round}", [training.TrainStep(round, LearningRate)]);
                results.Add($"parameters after a sample, {kind}, {round}", network.Parameters);
            }

            results.Add($"gradients of a batch, {kind}", training.ComputeGradientsBatch().Gradients);
            results.Add($"gradients of a sample, {kind}", training.ComputeGradients(0).Gradients);
            results.Add($"input gradients of a batch, {kind}", training.ComputeInputGradientsBatch().Gradients);
            results.Add($"input gradients of a sample, {kind}", training.ComputeInputGradients(0).Gradients);
            results.Add($"losses, {kind}", [training.ComputeLossBatch(), training.ComputeLoss(0)]);
        }
    }
}
