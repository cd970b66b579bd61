using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>A network with an error keeps its members, so that one mistake is one error.</summary>
public sealed class InvalidNetworkTests
{
    private const string Use =
        """
        class User
        {
            float Train(Digits net, float[] x, float[] y)
            {
                net.Initialize(3);
                net.Forward(x, new float[Digits.OutputSize]);
                Keep(net);
                var before = net.ComputeLossBatch(x, y) + new Digits(3).WeightDecayPenalty();
                return before - net.TrainStep(x, y, 0.1f) + net.Weights1[0, 0] + net.Bias1[0];
            }

            static INetwork<float> Keep<T>(T net) where T : INetwork<float> => net;
        }
        """;

    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpShortErrorMessageFormat.WithMemberOptions(
        SymbolDisplayMemberOptions.IncludeModifiers
        | SymbolDisplayMemberOptions.IncludeType
        | SymbolDisplayMemberOptions.IncludeParameters);

    [Theory]
    [InlineData("[Network({|NG0002:0|})] [Dense(3)]")]
    [InlineData("[Network(2)] [Dense({|NG0002:-1|})] [Dense(4)]")]
    [InlineData("[Network(2, Loss = {|NG0005:(Loss)99|})] [Dense(3)]")]
    [InlineData("[Network(2, Loss = Loss.{|CS0117:Square|})] [Dense(3)]")]
    [InlineData("[Network({|CS0103:size|})] [Dense(3)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:-1|})] [Dense(3)]")]
    [InlineData("[Network(2)] [Dense(3)] [Skip({|NG0017:\"x\"|})]")]
    [InlineData("[Network(2)] [Dense(3)] [{|CS7036:Skip()|}]")]
    [InlineData("[Network(2, Loss = {|NG0022:Loss.BinaryCrossEntropy|})] [Dense(3)]")]
    public void ItsUsersHaveNoErrors(string attributes) => Markup.Check($"{attributes} partial class Digits {{ }} {Use}");

    [Fact]
    public void ItsUsersHaveNoErrorsWhereANameIsTaken() => Markup.Check(
        $$"""
        [Network(2)] [Dense(3)] partial class Digits { public void {|NG0009:Forward|}(ReadOnlySpan<float> x, Span<float> y) { } }
        {{Use}}
        """);

    [Fact]
    public void ItKeepsItsJacobian() => Markup.Check(
        """
        [Network({|NG0002:0|}, Jacobian = true, Training = false)] [Dense(3)] partial class Digits { }
        class User { void Use(Digits net) => Use((IDifferentiable<float>)net); void Use(IDifferentiable<float> net) => net.ComputeJacobian(default, default, default); }
        """);

    [Fact]
    public void ItKeepsItsVisibleLayers() => Markup.Check(
        """
        [Network({|NG0002:0|})] [Dense(3, Name = "features", Visible = true)] [Dense(2)] partial class Digits { }
        class User { void Use(Digits net) => net.ForwardToFeatures(default, new float[Digits.FeaturesSize]); }
        """);

    [Fact]
    public void AClassifierKeepsItsLabels() => Markup.Check(
        """
        [Network({|NG0002:0|}, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double)] [Dense(3)] partial class Digits { }
        class User { double Train(IClassifier<double> net, Digits digits) => Train(digits, digits) + digits.TrainStep(default, 3, 0.1); }
        """);

    [Fact]
    public void APredictorKeepsItsMembers() => Markup.Check(
        """
        [Network({|NG0002:0|}, Training = false)] [Dense(3)] partial class Digits { }
        class User { int Ask(IPredictor<float> net, Digits digits) => Ask(digits, digits) + digits.Classify(default); }
        """);

    [Fact]
    public void AGenericClassKeepsItsMembers() => Markup.Check(
        "[Network(2)] [Dense(3)] partial class {|NG0012:Digits|}<T> { static void Copy(Digits<T> net) => net.CopyTo(new Digits<T>(3)); }");

    [Fact]
    public void AClassWithAConstructorGetsNoOther() => Markup.Check(
        "[Network({|NG0002:0|})] [Dense(3)] partial class Digits { public Digits(int seed) { } public override string ToString() => null!; }");

    /// <summary>The oldest language that the framework's own compiler defaults to.</summary>
    [Fact]
    public void ItsPartIsPlainCSharp()
    {
        var run = Markup.Check(
            """
            partial class Outer<T>
            {
                [NetGen.Network(2, Loss = NetGen.Loss.SoftmaxCrossEntropy)] [NetGen.Dense(3)] partial class {|NG0013:Digits|} { }
            }
            """,
            harness => harness.With(LanguageVersion.CSharp7_3).With(Framework.NetStandard20));
        Assert.Contains("partial class Outer<T>", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ItsPartThrows() => Snapshot.Match(
        this, GeneratorHarness.For("namespace A; [Network(2, WeightDecay = -1)] [Dense(3, Bias = false)] partial class Digits { }").Run());

    public static TheoryData<string, string, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string, bool>();
            foreach (var loss in Enum.GetNames<Loss>())
            {
                kinds.Add(loss, "Single", true);
                kinds.Add(loss, "Double", true);
                kinds.Add(loss, "Single", false);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ItHasTheMembersOfAValidNetwork(string loss, string precision, bool training)
    {
        var valid = Source(loss, precision, training);
        var invalid = valid.Replace("Network(2", "Network(2, WeightDecay = -1", StringComparison.Ordinal);
        Assert.Equal(Surface(valid), Surface(invalid));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryMemberIsInTheListOfGeneratedNames(string loss, string precision, bool training)
    {
        var model = GeneratorHarness.For(Source(loss, precision, training)).Run().Result.Model!;
        var listed = GeneratedMembers
            .Of("Digits", model.Layers, loss, model.Precision, training, model.Jacobian)
            .Select(member => member.Name);
        var generated = Digits(Source(loss, precision, training)).GetMembers()
            .Where(member => member.CanBeReferencedByName && member.Name is not "ToString")
            .Select(member => member.Name);
        Assert.Empty(generated.Except(listed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ItKnowsWhichLossesTakeLabels(string loss, string precision, bool training)
    {
        var model = LossFusion.Fuse(GeneratorHarness.For(Source(loss, precision, training)).Run().Result.Model!);
        Assert.Equal(LossTable.Get(model.Loss).TakesLabels, GeneratedMembers.HasLabels(loss));
    }

    private static string Source(string loss, string precision, bool training)
    {
        var last = LossFusion.RequiredActivation(loss) ?? "Identity";
        var jacobian = precision == "Double" || !training;
        return $$"""
            [Network(2, Loss = Loss.{{loss}}, Precision = Precision.{{precision}}, Training = {{(training ? "true" : "false")}}, Jacobian = {{(jacobian ? "true" : "false")}})]
            [Standardize] [Dense(3, Name = "hidden")] [Activation(Activation.Tanh)] [Residual(Bias = false)] [Skip("hidden")] [Dense(2, Activation.{{last}})]
            public partial class Digits { }
            """;
    }

    private static string Surface(string source) => string.Join("\n", Digits(source).GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public)
        .Select(member => member.ToDisplayString(Signature))
        .Order(StringComparer.Ordinal));

    private static INamedTypeSymbol Digits(string source) =>
        GeneratorHarness.For(source).Run().Output.GetTypeByMetadataName("Digits")!;
}
