using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Jit;
using NetGen.Tests.Oracle;

namespace NetGen.Tests.Networks;

/// <summary>Trains a few networks and gives checksums of all that they compute.</summary>
public static class WidthProbe
{
    private const int Count = 11;

    /// <summary>Whole tiles of samples, lanes of samples, and what they leave.</summary>
    private const int RandomCount = 37;

    public static string Report() => new StringBuilder()
        .Append($"vectors of {VectorWidth.OfMachine} bits\n")
        .Append(Line<float>(new TinyNetwork()))
        .Append(Line<float>(new WideNetwork()))
        .Append(Line<float>(new ExactNetwork()))
        .Append(Line<float>(new SequenceNetwork()))
        .Append(Line<double>(new RegressionNetwork("double")))
        .Append(Line<double>(new BreastCancerNetwork()))
        .Append(Line<double>(new DigitsNetwork()))
        .Append(Fitted())
        .AppendJoin(string.Empty, Enumerable.Range(1, 40).Select(seed => Line(RandomModels.Draw(seed))))
        .AppendJoin(string.Empty, Enumerable.Range(1, 12).Select(seed => Line(RandomModels.Draw(seed, largestWidth: 6))))
        .AppendJoin(string.Empty, Enumerable.Range(1, 8).Select(seed => Line(RandomModels.Draw(seed, largestWidth: 200))))
        .AppendJoin(string.Empty, Enumerable.Range(1, 40).Select(seed => JacobianLine(RandomModels.Draw(seed))))
        .AppendJoin(string.Empty, Enumerable.Range(1, 12).Select(seed => JacobianLine(RandomModels.Draw(seed, largestWidth: 6))))
        .AppendJoin(string.Empty, Enumerable.Range(1, 12).Select(seed => JacobianLine(RandomModels.Draw(seed, largestWidth: 250))))
        .ToString();

    /// <summary>A training by everything that the trainer does between two passes.</summary>
    private static string Fitted()
    {
        var network = new SequenceNetwork();
        var inputs = RandomModels.Numbers(new(1), RandomCount * SequenceNetwork.InputSize).To<float>();
        var data = new Dataset<float>(inputs, SequenceNetwork.InputSize, RandomModels.Labels(new(2), RandomCount, SequenceNetwork.OutputSize));
        var trainer = new Trainer<float>(new AdamW<float>(network))
        {
            BatchSize = 16,
            ShardSize = 5,
            ClipNorm = 0.5,
            ClipValue = 0.1,
            L1 = 1e-3,
            Schedule = new CosineSchedule(4),
        };
        trainer.Fit(data, epochs: 4);
        return $"trainer {Checksum(network.PackedParameters.ToArray())}\n";
    }

    private static string Line(NetworkModel model)
    {
        var network = GeneratedNetwork.Create(model);
        var inputs = RandomModels.Numbers(new(1), RandomCount * model.Inputs);
        var training = network.WithTargets(inputs, RandomModels.Targets(new(2), RandomCount * model.OutputSize()));
        for (var step = 0; step < 3; step++)
        {
            training.TrainBatch(0.0625);
            training.TrainStep(step, 0.0625);
            training.TrainSequence(0.0625);
        }

        double[] values =
        [
            .. network.ForwardBatch(inputs, RandomCount),
            .. network.Forward(inputs[..model.Inputs]),
            .. training.ComputeInputGradientsBatch().Gradients,
            .. training.ComputeGradients(0).Gradients,
            .. network.Parameters,
        ];
        return $"{Checksum(values)} {ModelSource.Of(model).ReplaceLineEndings(" ")}\n";
    }

    private static string JacobianLine(NetworkModel drawn)
    {
        var model = drawn with { Jacobian = true, Training = false };
        var network = GeneratedNetwork.Create(model);
        network.Parameters = RandomModels.Numbers(new(3), model.ParameterCount());
        var (output, jacobian) = network.ComputeJacobian(RandomModels.Numbers(new(1), model.Inputs));
        return $"{Checksum<double>([.. output, .. jacobian])} {ModelSource.Of(model).ReplaceLineEndings(" ")}\n";
    }

    private static string Line<T>(INetwork<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var inputs = RandomModels.Numbers(new(1), Count * network.InputSize).To<T>();
        var targets = RandomModels.Targets(new(2), Count * network.OutputSize).To<T>();
        for (var step = 0; step < 20; step++)
            network.TrainBatch(inputs, targets, T.CreateTruncating(0.1));
        network.TrainSequence(inputs, targets, T.CreateTruncating(0.1));

        var outputs = new T[targets.Length];
        network.ForwardBatch(inputs, outputs);
        var output = new T[network.OutputSize];
        network.Forward(inputs.AsSpan(0, network.InputSize), output);
        var inputGradients = new T[inputs.Length];
        network.ComputeInputGradientsBatch(inputs, targets, inputGradients);
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return $"{network.GetType().Name} {Checksum(outputs)} {Checksum(output)} {Checksum(inputGradients)} {Checksum(parameters)}\n";
    }

    private static string Checksum<T>(T[] values)
        where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<T>(values)))[..8];
}
