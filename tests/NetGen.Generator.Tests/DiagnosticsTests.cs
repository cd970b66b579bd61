using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Each mistake is one error, on what is wrong.</summary>
public sealed class DiagnosticsTests
{
    [Theory]
    [InlineData("[Network(2)] [Dense(3, Activation.Sigmoid)] [Dense(2)]")]
    [InlineData("[Network(inputs: 2)] [Dense(activation: Activation.Tanh, units: 3)]")]
    [InlineData("[Network(2, Loss = Loss.SoftmaxCrossEntropy, Reduction = Reduction.Mean, WeightDecay = 0.0001)] [Dense(3, Bias = false)]")]
    [InlineData("[Network(2, Precision = Precision.Double, BatchSize = 1, Unrolling = Unrolling.None)] [Dense(1 << 14)]")]
    [InlineData("[Network(1 << 20), Dense(1)]")]
    public void ARightNetworkHasNone(string attributes) => Markup.Check($"{attributes} partial class Digits {{ }}");

    [Theory]
    [InlineData("[{|NG0001:Network(2)|}]")]
    [InlineData("[{|NG0001:Network({|NG0002:0|})|}]")]
    [InlineData("[Network({|NG0002:0|})] [Dense(1)]")]
    [InlineData("[Network({|NG0002:-1|})] [Dense(1)]")]
    [InlineData("[Network({|NG0002:(1 << 20) + 1|})] [Dense(1)]")]
    [InlineData("[Network(inputs: {|NG0002:0|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense({|NG0002:0|})]")]
    [InlineData("[Network(2)] [Dense(3)] [Dense(activation: Activation.Relu, units: {|NG0002:16385|})]")]
    [InlineData("[Network(2, BatchSize = {|NG0002:0|})] [Dense(1)]")]
    [InlineData("[Network(2, BatchSize = {|NG0002:65537|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense({|NG0002:0|})] [Dense({|NG0002:-3|})]")]
    [InlineData("[Network(1 << 13)] [Dense(1 << 12)] [Dense({|NG0003:1 << 14|})] [Dense(1 << 14)]")]
    [InlineData("[Network(1 << 20)] [Dense({|NG0003:64|})] [Dense(10)]")]
    [InlineData("[Network(1 << 14, BatchSize = {|NG0004:1 << 14|})] [Dense(1)]")]
    [InlineData("[Network(2, Loss = {|NG0005:(Loss)99|})] [Dense(1)]")]
    [InlineData("[Network(2, Reduction = {|NG0005:(Reduction)(-1)|})] [Dense(1)]")]
    [InlineData("[Network(2, Precision = {|NG0005:(Precision)7|})] [Dense(1)]")]
    [InlineData("[Network(2, Unrolling = {|NG0005:(Unrolling)7|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense(1, {|NG0005:(Activation)50|})]")]
    [InlineData("[Network(2)] [Dense(units: 1, activation: {|NG0005:(Activation)50|})]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:-0.1|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:double.NaN|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:double.PositiveInfinity|})] [Dense(1)]")]
    [InlineData("[{|NG0008:Dense(1)|}]")]
    public void AWrongArgument(string attributes) => Markup.Check($"{attributes} partial class Digits {{ }}");

    [Theory]
    [InlineData("{|CS0103:x|}")]
    [InlineData("{|CS1503:\"2\"|}")]
    public void TheCompilersOwnErrorsAreEnough(string inputs) =>
        Markup.Check($"[Network({inputs})] [Dense(1)] partial class Digits {{ }}");

    [Theory]
    [InlineData("[Network(2)] [{|CS7036:Dense()|}]")]
    [InlineData("[Network(2)] [{|CS0246:{|CS0246:Dens|}|}(3)]")]
    [InlineData("[Network(2, {|CS0246:Lss|} = 3)] [Dense(1)]")]
    [InlineData("[Network(2, Loss = Loss.{|CS0117:Square|})] [Dense(1)]")]
    public void ABrokenAttributeIsTheCompilersError(string attributes) => Markup.Check($"{attributes} partial class Digits {{ }}");

    [Fact]
    public void ALayerOnAnotherPart() => Markup.Check(
        """
        [Network(2)] [Dense(3)]
        partial class Digits { }

        [{|NG0007:Dense(4)|}]
        partial class Digits { }
        """);

    [Theory]
    [InlineData("public int {|NG0009:InputSize|} => 3;")]
    [InlineData("private static void {|NG0009:Forward|}(ReadOnlySpan<float> input, Span<float> output) { }")]
    [InlineData("class {|NG0009:Kernels|} { }")]
    [InlineData("public void {|NG0009:CopyTo|}(Digits other) { }")]
    [InlineData("private float[] {|NG0009:_parameters|} = null!;")]
    [InlineData("public int {|NG0009:Weights1|}, {|NG0009:Bias1|};")]
    [InlineData("public event Action {|NG0009:TrainStep|} { add { } remove { } }")]
    [InlineData("void {|NG0009:Forward|}(ReadOnlySpan<float> a, Span<float> b) { } void {|NG0009:Initialize|}(int x) { }")]
    public void ANameThatIsGenerated(string member) => Markup.Check($"[Network(2)] [Dense(3)] partial class Digits {{ {member} }}");

    [Theory]
    [InlineData("public float[] Forward(float[] input) { var output = new float[OutputSize]; Forward(input, output); return output; }")]
    [InlineData("public int Weights2;")]
    [InlineData("public void CopyTo(object other) { }")]
    [InlineData("public void Forward<T>(ReadOnlySpan<float> input, Span<float> output) { }")]
    [InlineData("public override string ToString() => \"\";")]
    [InlineData("public static void ComputeLossBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) { }")]
    public void ANameBesideAGeneratedOne(string member) => Markup.Check($"[Network(2)] [Dense(3)] partial class Digits {{ {member} }}");

    [Fact]
    public void ANameThatIsGeneratedAndInherited() => Markup.Check(
        "class Base { public int BatchSize; } [Network(2)] [Dense(3)] partial class Digits : {|NG0009:Base|} { }");

    [Fact]
    public void AClassWithTheNameOfAGeneratedMember() => Markup.Check("[Network(2)] [Dense(3)] partial class {|NG0010:Layout|} { }");

    [Fact]
    public void AMemberThatHidesATypeInTheAttributes() => Markup.Check(
        "[Network(2, Loss = {|CS0120:{|NG0011:Loss|}|}.Quadratic)] [Dense(3)] partial class Digits { double Loss => 1; }");

    [Fact]
    public void AMemberOfATypesOwnTypeHidesNothing() => Markup.Check(
        "[Network(2, Loss = Loss.Quadratic)] [Dense(3)] partial class Digits { Loss Loss => Loss.Quadratic; }");

    [Theory]
    [InlineData("static partial class {|NG0012:Digits|} { }")]
    [InlineData("partial class {|NG0012:Digits|}<T> { }")]
    [InlineData("file partial class {|NG0012:Digits|} { }")]
    public void AClassOfTheWrongKind(string declaration) => Markup.Check($"[Network(2)] [Dense(3)] {declaration}");

    [Fact]
    public void ANetworkThatDerivesFromANetwork() => Markup.Check(
        "[Network(2)] [Dense(3)] partial class Digits { } [Network(2)] [Dense(3)] partial class {|NG0012:More|} : Digits { }");

    [Theory]
    [InlineData("partial struct Digits { }")]
    [InlineData("ref partial struct Digits { }")]
    [InlineData("partial record struct Digits { }")]
    [InlineData("partial interface Digits { }")]
    public void TheCompilerSaysThatNetworksAreClasses(string declaration) =>
        Markup.Check($"[{{|CS0592:Network|}}(2)] [{{|CS0592:Dense|}}(3)] {declaration}");

    [Fact]
    public void AClassThatIsNotPartial() => Markup.Check(
        """
        [Network(2)] [Dense(3)] public class {|CS0260:Digits|} { }
        class User { int Size(Digits digits) => Digits.InputSize + digits.Layout.ParameterCount; }
        """);

    [Fact]
    public void AContainerThatIsNotPartial() => Markup.Check(
        "class {|CS0260:Outer|} { [Network(2)] [Dense(3)] public partial class Digits { } }");

    [Fact]
    public void TwoNetworksOnOneClass() => Markup.Check(
        "[Network(2)] [Dense(3)] partial class Digits { } [{|CS0579:Network|}(2)] partial class Digits { }");

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public void AnOldLanguage(LanguageVersion language) => Markup.Check(
        "[NetGen.Network(2)] [NetGen.Dense(3)] partial class {|NG0013:Digits|} { }",
        harness => harness.With(language).With(Framework.NetStandard20));

    [Fact]
    public void AMissingLibrary() => Markup.Check(
        """
        namespace NetGen
        {
            class NetworkAttribute : System.Attribute { public NetworkAttribute(int inputs) { } }
            [Network(2)] partial class {|NG0014:Digits|} { }
        }
        """,
        harness => harness.With(Framework.Bare).With(LanguageVersion.CSharp9));

    [Fact]
    public void ALayerOfANewerLibrary() => Markup.Check(
        """
        namespace NetGen
        {
            class ConvolutionAttribute : Attribute { }
            [Network(2)] [{|NG0015:Convolution|}] [Dense(3)] partial class Digits { }
        }
        """);

    [Fact]
    public void AMessageSaysWhatToWrite() => Assert.Equal(
        [
            "The number of units cannot be 0; write a whole number from 1 to 16,384",
            "Loss has no value 99; write one of Loss.Quadratic, Loss.SoftmaxCrossEntropy, Loss.BinaryCrossEntropyWithLogits",
        ],
        GeneratorHarness.For("[Network(2, Loss = (Loss)99)] [Dense(0)] partial class Digits { }").Run().AnalyzerDiagnostics
            .Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
            .Order(StringComparer.Ordinal).Reverse());

    [Fact]
    public void APragmaLetsNoWrongNetworkBuild()
    {
        var diagnostic = Assert.Single(Markup.Check(
            """
            #pragma warning disable
            [Network({|NG0002:0|})] [Dense(1)] partial class Digits { }
            """).Diagnostics);
        Assert.False(diagnostic.IsSuppressed);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }
}
