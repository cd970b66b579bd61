using NetGen.Generator.Model;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>Networks whose methods are as large as they get, by name.</summary>
internal static class JitNetworks
{
    public static IReadOnlyDictionary<string, NetworkModel> All { get; } = new Dictionary<string, NetworkModel>
    {
        // Straight-line code: as many multiply-adds as it is for, and as many activations with the longest formulas.
        ["10-10-5 mish"] = Classifier(Unrolling.Auto, Precision.Single, "Mish", 10, 10, 5),
        ["10-10-5 mish, double"] = Classifier(Unrolling.Auto, Precision.Double, "Mish", 10, 10, 5),
        ["1-75-1 gelu (tanh), quadratic, double"] = Model("Quadratic", Unrolling.Auto, Precision.Double, "GeluTanh", 1, 75, 1),
        ["75-1-75 sigmoid, log cosh"] = Model("LogCosh", Unrolling.Auto, Precision.Single, "Sigmoid", 75, 1, 75),
        ["1-150"] = Classifier(Unrolling.Auto, Precision.Single, "Relu", 1, 150),
        ["150-1, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Relu", 150, 1),

        // Tiles.
        ["17-33-3 tanh, full"] = Classifier(Unrolling.Full, Precision.Single, "Tanh", 17, 33, 3),
        ["64-64-64-10 relu, full"] = Classifier(Unrolling.Full, Precision.Single, "Relu", 64, 64, 64, 10),
        ["64-64-64-10 mish, full, double"] = Classifier(Unrolling.Full, Precision.Double, "Mish", 64, 64, 64, 10),
        ["784-128-10 sigmoid, full"] = Classifier(Unrolling.Full, Precision.Single, "Sigmoid", 784, 128, 10),
        ["784-128-10 relu, full, double"] = Classifier(Unrolling.Full, Precision.Double, "Relu", 784, 128, 10),
        ["784-128-10 relu, none"] = Classifier(Unrolling.None, Precision.Single, "Relu", 784, 128, 10),
        ["1024-512-256-10 relu"] = Classifier(Unrolling.Auto, Precision.Single, "Relu", 1024, 512, 256, 10),
        ["1024-512-256-10 relu, double"] = Classifier(Unrolling.Auto, Precision.Double, "Relu", 1024, 512, 256, 10),
        ["16 layers of 48 mish"] = Classifier(Unrolling.Auto, Precision.Single, "Mish", [.. Enumerable.Repeat(48, 16), 10]),
        ["16 layers of 48 relu, full"] = Classifier(Unrolling.Full, Precision.Single, "Relu", [.. Enumerable.Repeat(48, 16), 10]),
        ["16 layers of 3 silu"] = Classifier(Unrolling.Auto, Precision.Double, "Silu", [.. Enumerable.Repeat(3, 17)]),
    };

    /// <summary>Takes labels and targets.</summary>
    private static NetworkModel Classifier(Unrolling unrolling, Precision precision, string activation, params int[] widths) =>
        Model("SoftmaxCrossEntropy", unrolling, precision, activation, widths);

    private static NetworkModel Model(string loss, Unrolling unrolling, Precision precision, string activation, params int[] widths)
    {
        var layers = widths.Skip(1).Select((units, layer) => (units, layer == widths.Length - 2 ? "Identity" : activation, true));
        var model = Models.Chain(widths[0], layers, loss) with { WeightDecay = 0.01 };
        return model.With(precision, unrolling);
    }
}
