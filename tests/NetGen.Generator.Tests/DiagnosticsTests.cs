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
    [InlineData("[Network(2, Loss = Loss.BinaryCrossEntropyWithLogits, Reduction = Reduction.Mean, WeightDecay = 0.0001)] [Dense(3, Bias = false)]")]
    [InlineData("[Network(2, Loss = Loss.SoftmaxCrossEntropy, Reduction = Reduction.Default)] [Dense(3)]")]
    [InlineData("[Network(2, Precision = Precision.Double, WeightDecay = 1e60, Loss = Loss.Huber, HuberDelta = 1e-60)] [Dense(3, Activation.Elu, Alpha = 1e300)]")]
    [InlineData("[Network(2, WeightDecay = 1.2e-38)] [Dense(3, Activation.Elu, Alpha = 3.4e38)]")]
    [InlineData("[Network(2, Precision = Precision.Double, BatchSize = 1, Unrolling = Unrolling.None)] [Dense(1 << 14)]")]
    [InlineData("[Network(2, Arithmetic = Arithmetic.Exact)] [Dense(1)]")]
    [InlineData("[Network(1 << 20), Dense(1)]")]
    [InlineData("[Network(2)] [Dense(3, Activation.LeakyRelu, Alpha = 0)] [Residual(Activation.Elu, Alpha = 0.1f)] [Activation(Activation.LeakyRelu, Alpha = 1)]")]
    [InlineData("[Network(2)] [Dense(3, Activation.Relu, Alpha = double.NaN)] [Residual(Activation.Softmax)]")]
    [InlineData("[Network(2)] [Dense(4, Name = \"a\")] [Dense(4, Activation.Tanh, Name = \"b\")] [Dense(4)] [Skip(\"a\")] [Skip(\"b\", Name = \"A\")] [Residual]")]
    [InlineData("[Network(2)] [Dense(2, Name = null, Input = null)] [Dense(2, Name = \"a\")] [Dense(2, Input = \"a\")] [Skip(\"input\")] [Skip(\"a\")]")]
    [InlineData("[Network(2, Loss = Loss.Huber, HuberDelta = 0.5)] [Dense(3)]")]
    [InlineData("[Network(2, Training = false, TrainLast = 1)] [Dense(3)] [Dense(3, Trainable = Trainable.Biases)]")]
    [InlineData("[Network(2, TrainLast = 0)] [Activation(Activation.Softmax)] [Dense(3)]")]
    [InlineData("[Network(2, Loss = Loss.BinaryCrossEntropy)] [Dense(1, Activation.Sigmoid)]")]
    [InlineData("[Network(2, Loss = Loss.CategoricalCrossEntropy)] [Dense(3)] [Activation(Activation.Softmax)]")]
    [InlineData("[Network(2, Loss = Loss.SoftmaxCrossEntropy)] [Dense(1)]")]
    [InlineData("[Network(2, Loss = Loss.SoftmaxCrossEntropy)] [Dense(3, Activation.Sigmoid)] [Residual(Activation.Softmax)]")]
    [InlineData("[Network(2, Loss = Loss.KlDivergenceWithLogits)] [Dense(3, Activation.Tanh)]")]
    [InlineData("[Network(2, TrainLast = 1, SparseInputs = false)] [Standardize(Name = \"a\", Input = \"input\")] [Dense(2)] [Skip(\"a\")] [Skip(\"input\")]")]
    [InlineData("[Network(2, SparseInputs = true)] [Dense(3)]")]
    [InlineData("[Network(2)] [Dense(3, Name = \"a\", Visible = true)] [Dense(3, Name = \"a b_c-d.e\", Visible = true)] [Dense(3, Name = \"last\", Visible = false)]")]
    [InlineData("[Network(2)] [Activation(Activation.Relu)] [Skip(\"input\")]")]
    [InlineData("[Network(2)] [Standardize]")]
    [InlineData("[Network(2)] [Skip(\"input\")]")]
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
    [InlineData("[Network(2, Jacobian = {|NG0033:true|})] [Dense(1 << 14)]")]
    [InlineData("[Network(2, Loss = {|NG0005:(Loss)99|})] [Dense(1)]")]
    [InlineData("[Network(2, Reduction = {|NG0005:(Reduction)(-1)|})] [Dense(1)]")]
    [InlineData("[Network(2, Precision = {|NG0005:(Precision)7|})] [Dense(1)]")]
    [InlineData("[Network(2, Unrolling = {|NG0005:(Unrolling)7|})] [Dense(1)]")]
    [InlineData("[Network(2, Arithmetic = {|NG0005:(Arithmetic)7|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense(1, {|NG0005:(Activation)50|})]")]
    [InlineData("[Network(2)] [Dense(units: 1, activation: {|NG0005:(Activation)50|})]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:-0.1|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:double.NaN|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:double.PositiveInfinity|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense(1, Activation.LeakyRelu, Alpha = {|NG0006:-0.1|})]")]
    [InlineData("[Network(2)] [Residual(Activation.Elu, Alpha = {|NG0006:double.PositiveInfinity|})]")]
    [InlineData("[Network(2)] [Dense(3)] [Activation(Activation.Elu, Alpha = {|NG0006:-1|})]")]
    [InlineData("[Network(2, Loss = Loss.Huber, HuberDelta = {|NG0006:0|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:1e60|})] [Dense(1)]")]
    [InlineData("[Network(2, WeightDecay = {|NG0006:1e-60|})] [Dense(1)]")]
    [InlineData("[Network(2, Loss = Loss.Huber, HuberDelta = {|NG0006:1e-60|})] [Dense(1)]")]
    [InlineData("[Network(2, Loss = Loss.Huber, HuberDelta = {|NG0006:1e39|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Dense(1, Activation.LeakyRelu, Alpha = {|NG0006:1e-50|})]")]
    [InlineData("[Network(2)] [Dense(1, Activation.Elu, Alpha = {|NG0006:1e39|})]")]
    [InlineData("[Network(2, HuberDelta = {|NG0006:double.NaN|})] [Dense(1)]")]
    [InlineData("[Network(2, HuberDelta = {|NG0006:-1|})] [Dense(1)]")]
    [InlineData("[Network(2, Loss = Loss.Huber, HuberDelta = {|NG0006:double.PositiveInfinity|})] [Dense(1)]")]
    [InlineData("[Network(2)] [Residual({|NG0005:(Activation)50|}, Alpha = 0.1)]")]
    [InlineData("[Network(2)] [Dense(3, Initializer = {|NG0005:(Initializer)99|}, Trainable = {|NG0005:(Trainable)99|})]")]
    [InlineData("[Network(1 << 13)] [{|NG0003:Residual|}]")]
    [InlineData("[Network(1 << 14, BatchSize = {|NG0004:1 << 12|})] [Activation(Activation.Relu)] [Dense(1)]")]
    [InlineData("[{|NG0008:Dense(1)|}]")]
    [InlineData("[{|NG0008:Residual|}]")]
    [InlineData("[{|NG0008:Activation(Activation.Relu)|}]")]
    [InlineData("[{|NG0008:Skip(\"input\")|}]")]
    [InlineData("[{|NG0008:Standardize|}]")]
    public void AWrongArgument(string attributes) => Markup.Check($"{attributes} partial class Digits {{ }}");

    [Theory]
    [InlineData("[Dense(2, Visible = {|NG0035:true|})] [Dense(1)]")]
    [InlineData("[Dense(2, Name = null, Visible = {|NG0035:true|})] [Dense(1)]")]
    [InlineData("[Dense(2, Name = {|NG0035:\"3d\"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = {|NG0035:\" \"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = {|NG0035:\"a;b\"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = {|NG0035:\"output\"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = {|NG0035:\"Input\"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = \"a_b\", Visible = true)] [Dense(2, Name = {|NG0035:\"aB\"|}, Visible = true)] [Dense(1)]")]
    [InlineData("[Dense(2, Name = \"a\", Visible = {|NG0021:true|})]")]
    [InlineData("[Dense(2, Name = {|NG0016:\"input\"|}, Visible = true)] [Dense(1)]")]
    public void AWrongVisibleLayer(string layers) => Markup.Check($"[Network(2)] {layers} partial class Digits {{ }}");

    [Theory]
    [InlineData("public void {|NG0009:ForwardToFeatures|}(ReadOnlySpan<float> x, Span<float> y) { }")]
    [InlineData("private int {|NG0009:FeaturesSize|};")]
    public void AMemberWithTheNameOfAVisibleLayers(string member) => Markup.Check(
        $"[Network(2)] [Dense(2, Name = \"features\", Visible = true)] [Dense(1)] partial class Digits {{ {member} }}");

    [Theory]
    [InlineData("[Dense(2, Name = {|NG0016:\"input\"|})]")]
    [InlineData("[Dense(2, Name = {|NG0016:\"\"|})]")]
    [InlineData("[Dense(2, Name = \"a\")] [Dense(2, Name = {|NG0016:\"a\"|})] [Skip(\"a\", Name = {|NG0016:\"a\"|})]")]
    [InlineData("[Dense(2, Name = \"a\")] [Dense(2, Input = {|NG0017:\"A\"|})]")]
    [InlineData("[Dense(2, Input = {|NG0017:\"\"|})]")]
    [InlineData("[Dense(2)] [Skip({|NG0017:\"a\"|})]")]
    [InlineData("[Dense(2)] [Skip({|NG0017:null!|})]")]
    [InlineData("[Dense(2)] [Skip(from: {|NG0017:\"a\"|}, Input = {|NG0017:\"b\"|})]")]
    [InlineData("[Dense(2, Name = \"a\", Input = {|NG0018:\"a\"|})]")]
    [InlineData("[Dense(2)] [Skip({|NG0018:\"a\"|})] [Dense(2, Name = \"a\")]")]
    [InlineData("[Dense(3)] [Skip({|NG0019:\"input\"|})] [Dense(2)]")]
    [InlineData("[Dense(2, Name = \"a\")] [Dense(3, Name = \"b\")] [Skip(from: {|NG0019:\"a\"|}, Input = \"b\")]")]
    [InlineData("[{|NG0020:Dense(3)|}] [Dense(2, Input = \"input\")] [Residual]")]
    [InlineData("[{|NG0020:Dense(3)|}] [{|NG0020:Dense(3, Input = \"input\")|}] [Dense(2, Input = \"input\")]")]
    [InlineData("[Dense({|NG0002:0|})] [Skip(\"input\")]")]
    [InlineData("[Dense({|CS0103:x|})] [Skip(\"input\")]")]
    public void AWrongNameOrWidth(string layers) => Markup.Check($"[Network(2)] {layers} partial class Digits {{ }}");

    [Theory]
    [InlineData("[Dense(1, Activation.Relu, Alpha = {|NG0021:0.1|})]")]
    [InlineData("[Dense(1, Alpha = {|NG0021:-0.1|})]")]
    [InlineData("[Residual(Activation.Selu, Alpha = {|NG0021:1|})]")]
    [InlineData("[Activation(Activation.Softmax, Alpha = {|NG0021:1|})]")]
    public void AnAlphaWithoutEffect(string layer) => Markup.Check($"[Network(2)] [Dense(2)] {layer} partial class Digits {{ }}");

    [Theory]
    [InlineData("[Dense(3)] [{|NG0025:Standardize|}]")]
    [InlineData("[Standardize] [{|NG0025:Standardize|}] [Dense(3)]")]
    [InlineData("[Dense(2, Name = \"a\")] [{|NG0025:Standardize(Input = \"input\")|}] [Skip(\"a\")]")]
    [InlineData("[Standardize(Input = {|NG0017:\"a\"|})] [Dense(3)]")]
    [InlineData("[{|NG0020:Standardize|}] [Dense(3, Input = \"input\")]")]
    public void AStandardizeThatIsNotFirst(string layers) => Markup.Check($"[Network(2)] {layers} partial class Digits {{ }}");

    [Theory]
    [InlineData("-1")]
    [InlineData("2")]
    public void WhatIsStandardizedDoesNotCountAsALayerThatTrains(string count) => Markup.Check(
        $"[Network(2, TrainLast = {{|NG0023:{count}|}})] [Standardize] [Dense(3)] partial class Digits {{ }}");

    [Theory]
    [InlineData("Loss.SoftmaxCrossEntropy", "Dense(3)")]
    [InlineData("Loss.CategoricalCrossEntropy", "Dense(3, Activation.Softmax)")]
    [InlineData("Loss.KlDivergenceWithLogits", "Dense(3)")]
    [InlineData("Loss.KlDivergence", "Dense(3, Activation.Softmax)")]
    public void AReductionWithoutEffect(string loss, string layer) => Markup.Check(
        $"[Network(2, Loss = {loss}, Reduction = {{|NG0021:Reduction.Sum|}})] [{layer}] partial class Digits {{ }}");

    [Theory]
    [InlineData("1e300", "Single")]
    [InlineData("-1e-300", "Single")]
    [InlineData("double.NaN", "Double")]
    public void AnInitialValueThatIsNone(string initial, string precision) => Markup.Check(
        $"[Network(2, Precision = Precision.{precision})] [Dense(1, nameof(F))] partial class Digits {{ static double F(double x, [{{|NG0006:Learnable({initial})|}}] double s) => s * x; }}");

    [Fact]
    public void ANumberThatFloatDoesNotHold()
    {
        var run = Markup.Check("[Network(2, WeightDecay = {|NG0006:1e60|})] [Dense(1)] partial class Digits { }");
        Assert.Equal("WeightDecay cannot be 1E+60; write 0 or a positive finite number, such as 0.0001, that a float can hold, or Precision = Precision.Double", Message(run));
    }

    [Theory]
    [InlineData("[Network(2)] [Dense(3)] partial class {|NG0040:var|} { }")]
    [InlineData("[Network(2)] [Dense(3)] partial class {|NG0040:Digits|} { static string nameof(object value) => \"\"; }")]
    [InlineData("namespace NetGen { class Guard { } } [Network(2)] [Dense(3)] partial class {|NG0040:Digits|} { }")]
    [InlineData("[Network(2)] [Dense(3)] partial class {|CS7036:Digits|} : Base { } class Base { protected Base(int x) { } }")]
    [InlineData("[Network(2)] [Dense(3)] partial class Digits { public void {|NG0009:get_Layout|}() { } }")]
    public void ADeclarationThatGeneratedCodeCannotStandBeside(string source) => Markup.Check(source);

    [Fact]
    public void AWeightDecayWithoutWeights() => Markup.Check("[Network(2, WeightDecay = {|NG0021:0.1|})] [Standardize] partial class Digits { }");

    [Fact]
    public void SparseInputsWithoutEffect()
    {
        var run = Markup.Check("[Network(2, SparseInputs = {|NG0021:true|})] [Standardize] [Dense(1)] partial class Digits { }");
        Assert.Equal("SparseInputs has no effect with [Standardize]; remove it, or write the network without that layer", Message(run));
    }

    [Theory]
    [InlineData("public int {|NG0009:Mean1|}, Bias1;")]
    [InlineData("float {|NG0009:Scale1|}() => 1;")]
    public void ANameThatIsGeneratedForStandardize(string member) =>
        Markup.Check($"[Network(2)] [Standardize] [Dense(3)] partial class Digits {{ {member} }}");

    [Fact]
    public void AHuberDeltaWithoutEffect() => Markup.Check("[Network(2, HuberDelta = {|NG0021:2|})] [Dense(1)] partial class Digits { }");

    [Theory]
    [InlineData("BinaryCrossEntropy", "Dense(2)", "Loss.BinaryCrossEntropyWithLogits")]
    [InlineData("BinaryCrossEntropy", "Residual(Activation.Sigmoid)", "Loss.BinaryCrossEntropyWithLogits")]
    [InlineData("BinaryCrossEntropy", "Dense(2, Activation.Softmax)", "Loss.CategoricalCrossEntropy")]
    [InlineData("BinaryCrossEntropy", "Dense(2, Activation.Tanh)", "Activation.Sigmoid in the last layer")]
    [InlineData("CategoricalCrossEntropy", "Dense(2)", "Loss.SoftmaxCrossEntropy")]
    [InlineData("CategoricalCrossEntropy", "Skip(\"input\")", "Loss.SoftmaxCrossEntropy")]
    [InlineData("CategoricalCrossEntropy", "Dense(2, Activation.Sigmoid)", "Loss.BinaryCrossEntropy")]
    [InlineData("CategoricalCrossEntropy", "Activation(Activation.Relu)", "Activation.Softmax in the last layer")]
    [InlineData("KlDivergence", "Dense(2)", "Loss.KlDivergenceWithLogits")]
    [InlineData("SoftmaxCrossEntropy", "Dense(2, Activation.Softmax)", "Loss.CategoricalCrossEntropy")]
    [InlineData("SoftmaxCrossEntropy", "Activation(Activation.Sigmoid)", "Loss.BinaryCrossEntropy")]
    [InlineData("BinaryCrossEntropyWithLogits", "Dense(1, Activation.Sigmoid)", "Loss.BinaryCrossEntropy")]
    [InlineData("BinaryCrossEntropyWithLogits", "Dense(2, Activation.Softmax)", "Loss.CategoricalCrossEntropy")]
    [InlineData("KlDivergenceWithLogits", "Dense(2, Activation.Softmax)", "Loss.KlDivergence")]
    public void ALossThatDoesNotFitTheLastLayer(string loss, string layer, string advice)
    {
        var run = Markup.Check($"[Network(2, Loss = {{|NG0022:Loss.{loss}|}})] [Dense(2)] [{layer}] partial class Digits {{ }}");
        Assert.EndsWith($"; write {advice}", Message(run), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Dense(2, {|NG0005:(Activation)99|})]")]
    [InlineData("[Dense(2, Activation.{|CS0117:Nothing|})]")]
    public void ALossIsNotBlamedForAnotherMistake(string layer) =>
        Markup.Check($"[Network(2, Loss = Loss.BinaryCrossEntropy)] {layer} partial class Digits {{ }}");

    [Theory]
    [InlineData("-1")]
    [InlineData("3")]
    public void MoreLayersTrainThanThereAre(string count) => Markup.Check(
        $"[Network(2, TrainLast = {{|NG0023:{count}|}})] [Dense(3)] [Activation(Activation.Relu)] [Residual] partial class Digits {{ }}");

    [Theory]
    [InlineData("net.ComputeLoss(x, {|CS1503:{|NG0024:3|}|})")]
    [InlineData("net.TrainStep(x, {|CS1503:{|NG0024:y[0]|}|}, 0.1f)")]
    [InlineData("net.TrainStep(x, {|CS1739:label|}: {|NG0024:3|}, learningRate: 0.1f)")]
    [InlineData("net.TrainBatch(x, {|CS1503:{|NG0024:y|}|}, 0.1f)")]
    [InlineData("net?.ComputeLossBatch(x, {|CS1503:{|NG0024:y.AsSpan()|}|})")]
    public void ALabelWithoutALossThatTakesIt(string call) => Markup.Check(
        $"[Network(2)] [Dense(3)] partial class Digits {{ }} class User {{ void Use(Digits net, float[] x, int[] y) {{ {call}; }} }}");

    [Fact]
    public void ALabelInTheClassItself() => Markup.Check(
        "[Network(2, Loss = Loss.Huber)] [Dense(3)] partial class Digits { void Use(float[] x) => TrainStep(x, {|CS1503:{|NG0024:3|}|}, 1); }");

    [Theory]
    [InlineData("net.TrainStep(x, 3, 0.1f)")]
    [InlineData("net.TrainStep(x, {|CS1503:3|}, {|CS1503:\"0.1\"|})")]
    [InlineData("other.TrainStep(x, {|CS1503:3|})")]
    public void ALabelThatIsNotAtFault(string call) => Markup.Check(
        $$"""
        [Network(2, Loss = Loss.SoftmaxCrossEntropy)] [Dense(3)] partial class Digits { }
        class Other { public void TrainStep(float[] x, string y) { } }
        class User { void Use(Digits net, Other other, float[] x) { {{call}}; } }
        """);

    [Theory]
    [InlineData("{|CS0103:x|}")]
    [InlineData("{|CS1503:\"2\"|}")]
    public void TheCompilersOwnErrorsAreEnough(string inputs) =>
        Markup.Check($"[Network({inputs})] [Dense(1)] partial class Digits {{ }}");

    [Theory]
    [InlineData("[Network(2)] [{|CS1729:Dense()|}]")]
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
    public void ANameThatIsGeneratedWhereItIsAskedFor() => Markup.Check(
        """
        [Network(2, Jacobian = true)] [Dense(3)]
        partial class Rows { void {|NG0009:ComputeJacobian|}(ReadOnlySpan<float> x, Span<float> y, Span<float> j) { } }

        [Network(2)] [Dense(3)]
        partial class Digits { void ComputeJacobian(ReadOnlySpan<float> x, Span<float> y, Span<float> j) { } }
        """);

    [Fact]
    public void ANameThatIsGeneratedAndInherited() => Markup.Check(
        "class Base { public int BatchSize; } [Network(2)] [Dense(3)] partial class Digits : {|NG0009:Base|} { }");

    [Fact]
    public void AClassWithTheNameOfAGeneratedMember() => Markup.Check("[Network(2)] [Dense(3)] partial class {|NG0010:Layout|} { }");

    [Fact]
    public void AMemberThatHidesATypeInTheAttributes() => Markup.Check(
        "[Network(2, Loss = {|CS0120:{|NG0011:Loss|}|}.Quadratic)] [Dense(3)] partial class Digits { double Loss => 1; }");

    [Theory]
    [InlineData("Dense(3, {|CS0120:{|NG0011:Activation|}|}.Relu)", "int Activation => 1;")]
    [InlineData("Residual(Initializer = {|CS0120:{|NG0011:Initializer|}|}.Zeros)", "string Initializer = null!;")]
    [InlineData("Dense(3, Trainable = {|CS0119:{|NG0011:Trainable|}|}.Biases)", "bool Trainable() => true;")]
    [InlineData("Dense(3, {|NG0011:Activation|}.{|CS0117:Relu|})", "class Activation { }")]
    [InlineData("{|NG0011:Dense|}(3)", "class DenseAttribute : Attribute { public DenseAttribute(int units) { } }")]
    public void AMemberThatHidesATypeOfALayer(string layer, string member) =>
        Markup.Check($"[Network(2)] [{layer}] partial class Digits {{ {member} }}");

    [Fact]
    public void AnotherAttributeWithTheNameOfALayer() => Markup.Check(
        """
        class Tests { public class SkipAttribute : Attribute { public SkipAttribute(string reason) { } } }
        [Network(2)] [Dense(3)] [Tests.Skip("slow")] partial class Digits { }
        """);

    [Fact]
    public void AMemberOfATypesOwnTypeHidesNothing() => Markup.Check(
        "[Network(2, Loss = Loss.Quadratic)] [Dense(3)] partial class Digits { Loss Loss => Loss.Quadratic; }");

    [Theory]
    [InlineData("static partial class {|NG0012:Digits|} { }")]
    [InlineData("sealed partial record {|NG0012:Digits|};")]
    [InlineData("partial record class {|NG0012:Digits|}(int Seed);")]
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

    [Theory]
    [InlineData("[Network(2)] [Dense(0)]", "The number of units cannot be 0; write a whole number from 1 to 16,384")]
    [InlineData(
        "[Network(2, Reduction = (Reduction)9)] [Dense(1)]",
        "Reduction has no value 9; write one of Reduction.Default, Reduction.Sum, Reduction.Mean")]
    [InlineData(
        "[Network(2, Loss = Loss.Huber, HuberDelta = -0.5)] [Dense(1)]",
        "HuberDelta cannot be -0.5; write a positive finite number, such as 1")]
    [InlineData(
        "[Network(2)] [Dense(1, Name = \"input\")]", "'input' is the network's input; give this layer another name")]
    [InlineData(
        "[Network(2)] [Dense(2, Name = \"a\")] [Dense(2, Name = \"b\")] [Skip(\"c\")]",
        "No layer is named 'c'; write one of \"input\", \"a\", \"b\", or give the layer that is meant this name")]
    [InlineData(
        "[Network(1024)] [Dense(1025)] [Skip(\"input\")]",
        "'input' has 1024 values and cannot be added to 1025 values; write [Dense(1024)] as the layer above, or skip from a layer of 1025 values")]
    [InlineData(
        "[Network(2)] [Dense(1, Alpha = 1)]",
        "Alpha has no effect with Activation.Identity; remove it, or write Activation.LeakyRelu or Activation.Elu")]
    [InlineData(
        "[Network(2, Loss = Loss.SoftmaxCrossEntropy)] [Dense(2, Activation.Softmax)]",
        "Loss.SoftmaxCrossEntropy does not fit a network that ends in Activation.Softmax; write Loss.CategoricalCrossEntropy")]
    [InlineData(
        "[Network(2, Loss = Loss.BinaryCrossEntropy)] [Dense(2)]",
        "Loss.BinaryCrossEntropy does not fit a network that does not end in Activation.Sigmoid; write Loss.BinaryCrossEntropyWithLogits")]
    [InlineData(
        "[Network(2, TrainLast = 2)] [Dense(2)]",
        "TrainLast cannot be 2; write a whole number from 0 (all) to 1, the number of layers of 'Digits' that have parameters")]
    public void AMessageSaysWhatToWrite(string attributes, string message) =>
        Assert.Equal(message, Message(GeneratorHarness.For($"{attributes} partial class Digits {{ }}").Run()));

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

    private static string Message(GeneratorRun run) =>
        Assert.Single(run.AnalyzerDiagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
