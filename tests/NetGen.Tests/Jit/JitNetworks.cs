using NetGen.Generator.Model;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>Networks whose methods are as large as they get, by name.</summary>
internal static class JitNetworks
{
    public static IReadOnlyDictionary<string, NetworkModel> All { get; } = new Dictionary<string, NetworkModel>
    {
        // Straight-line code: as many multiply-adds, activations and functions as it is for, and more than it takes.
        ["2-3-2 sigmoid"] = Classifier(Unrolling.Auto, Precision.Single, "Sigmoid", 2, 3, 2),
        ["2-3-2 sigmoid, double"] = Classifier(Unrolling.Auto, Precision.Double, "Sigmoid", 2, 3, 2),
        ["3-5-5 tanh, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Tanh", 3, 5, 5),
        ["4-5-4 mish"] = Classifier(Unrolling.Auto, Precision.Single, "Mish", 4, 5, 4),
        ["4-5-4 mish, double"] = Classifier(Unrolling.Auto, Precision.Double, "Mish", 4, 5, 4),
        ["1-12-1 sigmoid, log cosh"] = Model("LogCosh", Unrolling.Auto, Precision.Single, "Sigmoid", 1, 12, 1),
        ["1-20-1 gelu (tanh), quadratic, double"] = Model("Quadratic", Unrolling.Auto, Precision.Double, "GeluTanh", 1, 20, 1),
        ["1-20-1 relu, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Relu", 1, 20, 1),
        ["1-32"] = Classifier(Unrolling.Auto, Precision.Single, "Relu", 1, 32),
        ["40-1, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Relu", 40, 1),

        // Tiles.
        ["8-16-16-1 tanh, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Tanh", 8, 16, 16, 1),
        ["12-16-16-3 gelu"] = Classifier(Unrolling.Auto, Precision.Single, "Gelu", 12, 16, 16, 3),
        ["17-33-3 tanh, full"] = Classifier(Unrolling.Full, Precision.Single, "Tanh", 17, 33, 3),
        ["64-64-64-10 relu, full"] = Classifier(Unrolling.Full, Precision.Single, "Relu", 64, 64, 64, 10),
        ["64-64-64-10 mish, full, double"] = Classifier(Unrolling.Full, Precision.Double, "Mish", 64, 64, 64, 10),
        ["784-128-10 sigmoid, full"] = Classifier(Unrolling.Full, Precision.Single, "Sigmoid", 784, 128, 10),
        ["784-128-10 relu, full, double"] = Classifier(Unrolling.Full, Precision.Double, "Relu", 784, 128, 10),
        ["784-128-10 sigmoid, standardised"] = Classifier(Unrolling.Auto, Precision.Single, "Sigmoid", 784, 128, 10).Standardized(),
        ["784-128-10 relu, none"] = Classifier(Unrolling.None, Precision.Single, "Relu", 784, 128, 10),
        ["1024-512-256-10 relu"] = Classifier(Unrolling.Auto, Precision.Single, "Relu", 1024, 512, 256, 10),
        ["1024-512-256-10 relu, double"] = Classifier(Unrolling.Auto, Precision.Double, "Relu", 1024, 512, 256, 10),
        ["1000-300-100-17 tanh, full"] = Classifier(Unrolling.Full, Precision.Single, "Tanh", 1000, 300, 100, 17),
        ["5 layers of 20 tanh, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Tanh", [.. Enumerable.Repeat(20, 6)]),
        ["7 layers of 20 relu, double"] = Classifier(Unrolling.Auto, Precision.Double, "Relu", [.. Enumerable.Repeat(20, 8)]),
        ["4 layers of 40 tanh, quadratic"] = Model("Quadratic", Unrolling.Auto, Precision.Single, "Tanh", [.. Enumerable.Repeat(40, 5)]),
        ["6 layers of 24 silu"] = Classifier(Unrolling.Auto, Precision.Single, "Silu", [.. Enumerable.Repeat(24, 7)]),
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
