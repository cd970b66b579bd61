using System.Text;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Compiling;

/// <summary>What a user would write for a network, and the loop that is timed, as C# 9.</summary>
internal static class ModelSource
{
    public static string Of(NetworkShape shape, Precision precision, Unrolling unrolling, Arithmetic arithmetic) =>
        Class(shape, precision, unrolling, arithmetic) + "\n" + Loop;

    /// <summary>The network alone.</summary>
    public static string Class(NetworkShape shape, Precision precision, Unrolling unrolling, Arithmetic arithmetic)
    {
        var source = new StringBuilder();
        source.Append("using System;\nusing NetGen;\n");
        source.Append($"using Real = System.{precision};\n\n");
        Loss loss = shape.Output == Activation.Softmax ? Loss.SoftmaxCrossEntropy : Loss.Quadratic;
        source.Append($"[Network({shape.Inputs}, Loss = Loss.{loss}, Precision = Precision.{precision}, Unrolling = Unrolling.{unrolling}, Arithmetic = Arithmetic.{arithmetic})]\n");
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            // The softmax belongs to the loss.
            Activation activation = shape.ActivationOf(layer) is var own && own == Activation.Softmax ? Activation.Identity : own;
            source.Append($"[Dense({shape.Sizes[layer + 1]}, Activation.{activation})]\n");
        }

        source.Append("public sealed partial class Model { }\n");
        return source.ToString();
    }

    /// <summary>The same with parameters of the assembly's own, in a loop that infers.</summary>
    /// <param name="weights">The file, as the compiler is told.</param>
    public static string Frozen(NetworkShape shape, string weights)
    {
        var source = Class(shape, Precision.Single, Unrolling.Auto, Arithmetic.Fused);
        return source[..source.IndexOf("public sealed", StringComparison.Ordinal)] + $"[Weights(\"{weights}\")]\npublic static partial class Model {{ }}\n\n" + FrozenLoop;
    }

    private const string FrozenLoop = """
        public static class Loop
        {
            [System.Runtime.CompilerServices.MethodImpl((System.Runtime.CompilerServices.MethodImplOptions)512)]
            public static void Run(bool isBatch, int times, int samples, ReadOnlySpan<Real> inputs, Span<Real> outputs)
            {
                for (int n = 0; n < times; n++)
                {
                    int sample = n % samples;
                    if (isBatch)
                        Model.ForwardBatch(inputs, outputs);
                    else
                        Model.Forward(inputs.Slice(sample * Model.InputSize, Model.InputSize), outputs.Slice(sample * Model.OutputSize, Model.OutputSize));
                }
            }
        }
        """;

    // 512 is AggressiveOptimization, which .NET Standard 2.0 has no name for.
    private const string Loop = """
        public static class Loop
        {
            [System.Runtime.CompilerServices.MethodImpl((System.Runtime.CompilerServices.MethodImplOptions)512)]
            public static void Run(
                object network, int work, int times, int samples, ReadOnlySpan<Real> inputs, ReadOnlySpan<Real> targets, Span<Real> outputs, Real learningRate)
            {
                var net = (Model)network;
                for (int n = 0; n < times; n++)
                {
                    int sample = n % samples;
                    var input = inputs.Slice(sample * Model.InputSize, Model.InputSize);
                    switch (work)
                    {
                        case 1:
                            net.Forward(input, outputs.Slice(sample * Model.OutputSize, Model.OutputSize));
                            break;
                        case 2:
                            net.TrainStep(input, targets.Slice(sample * Model.OutputSize, Model.OutputSize), learningRate);
                            break;
                        case 3:
                            net.ForwardBatch(inputs, outputs);
                            break;
                        default:
                            net.TrainBatch(inputs, targets, learningRate);
                            break;
                    }
                }
            }
        }
        """;
}
