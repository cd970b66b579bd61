using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Jit;

namespace NetGen.Tests;

/// <summary>The machine code that a network's remarks tell of is about what the JIT makes of its class.</summary>
public class MachineCodeTests
{
    private const string Classes = "SoftmaxCrossEntropy";

    private static readonly Dictionary<string, NetworkModel> Networks = new()
    {
        // Straight-line code.
        ["2-3-2 sigmoid"] = Chain("Quadratic", "Sigmoid", 2, 3, 2),
        ["4-5-4 relu"] = Chain(Classes, "Relu", 4, 5, 4),
        ["1-20-1 relu"] = Chain("Quadratic", "Relu", 1, 20, 1),

        // Tiles.
        ["64-32-10 relu"] = Chain(Classes, "Relu", 64, 32, 10),
        ["64-32-10 relu, none"] = Chain(Classes, "Relu", 64, 32, 10).With(Precision.Single, Unrolling.None),
        ["64-64-64-10 relu"] = Chain(Classes, "Relu", 64, 64, 64, 10),
        ["64-64-64-10 tanh, full, double"] = Chain(Classes, "Tanh", 64, 64, 64, 10).With(Precision.Double, Unrolling.Full),
        ["784-128-10 sigmoid"] = Chain(Classes, "Sigmoid", 784, 128, 10),
        ["784-128-10 relu, standardised"] = Chain(Classes, "Relu", 784, 128, 10).Standardized(),
        ["17-33-3 gelu, double"] = Chain("Huber", "Gelu", 17, 33, 3).With(Precision.Double, Unrolling.Auto),
        ["7 layers of mish"] = Chain(Classes, "Mish", 48, 48, 48, 48, 48, 48, 10),
        ["32-32-32-5 residual"] = Models.Chain(
            32, [new ResidualModel(-1, "Relu", true), new ResidualModel(0, "Tanh", true), new DenseModel(1, 5, "Identity", true)], Classes),
        ["64-32-10 relu, exact"] = Chain(Classes, "Relu", 64, 32, 10) with { Arithmetic = Generator.Model.Arithmetic.Exact },
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Avx512Theory]
    [MemberData(nameof(Names))]
    public void VectorsBecomeWhatIsSaid(string name) => Check(Networks[name], Target.Net, factor: 1.25);

    /// <summary>What a loop over spans checks, and which checks the JIT leaves out, is harder to foresee.</summary>
    [Avx512Theory]
    [InlineData("2-3-2 sigmoid")]
    [InlineData("4-5-4 relu")]
    [InlineData("64-32-10 relu")]
    [InlineData("17-33-3 gelu, double")]
    [InlineData("32-32-32-5 residual")]
    public void ScalarsBecomeWhatIsSaid(string name) =>
        Check(Networks[name] with { Target = new(HasVectors: false, LanguageVersion: 9) }, Target.NetStandard, factor: 1.35);

    private static void Check(NetworkModel network, Target target, double factor)
    {
        var figures = Figures.Of(network, CancellationToken.None);
        Check("with training", figures.CodeBytes, network);
        Check("to infer", figures.InferenceCodeBytes, network with { Training = false });

        void Check(string purpose, long estimate, NetworkModel model)
        {
            var bytes = CodeSizeProbe.Measure(ModelCompiler.Compile(model, target));
            Assert.True(
                estimate <= factor * bytes && bytes <= factor * estimate,
                $"{estimate} bytes of machine code {purpose} are expected, and it is {bytes}: {(double)estimate / bytes:F2} of it.");
        }
    }

    private static NetworkModel Chain(string loss, string activation, params int[] widths) => Models.Chain(
        widths[0], widths.Skip(1).Select((units, layer) => (units, layer == widths.Length - 2 ? "Identity" : activation, true)), loss);
}
