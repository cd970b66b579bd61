using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests.Networks;

/// <summary>Trains a few networks and gives checksums of all that they compute.</summary>
public static class WidthProbe
{
    private const int Count = 11;

    public static string Report() => new StringBuilder()
        .Append($"512-bit vectors: {Vector512.IsHardwareAccelerated}\n")
        .Append(Line<float>(new TinyNetwork()))
        .Append(Line<float>(new WideNetwork()))
        .Append(Line<float>(new ExactNetwork()))
        .Append(Line<float>(new SequenceNetwork()))
        .Append(Line<double>(new RegressionNetwork("double")))
        .Append(Line<double>(new BreastCancerNetwork()))
        .Append(Line<double>(new DigitsNetwork()))
        .ToString();

    private static string Line<T>(INetwork<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var inputs = RandomModels.Numbers(new(1), Count * network.InputSize).To<T>();
        var targets = RandomModels.Targets(new(2), Count * network.OutputSize).To<T>();
        for (var step = 0; step < 20; step++)
            network.TrainBatch(inputs, targets, Count, T.CreateTruncating(0.1));
        network.TrainSequence(inputs, targets, Count, T.CreateTruncating(0.1));

        var outputs = new T[targets.Length];
        network.ForwardBatch(inputs, outputs, Count);
        var output = new T[network.OutputSize];
        network.Forward(inputs.AsSpan(0, network.InputSize), output);
        var inputGradients = new T[inputs.Length];
        network.ComputeInputGradientsBatch(inputs, targets, Count, inputGradients);
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return $"{network.GetType().Name} {Checksum(outputs)} {Checksum(output)} {Checksum(inputGradients)} {Checksum(parameters)}\n";
    }

    private static string Checksum<T>(T[] values)
        where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<T>(values)))[..8];
}
