using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>Networks with [Weights]: which files are theirs, and what their classes gain.</summary>
public sealed class FrozenTests
{
    private const string Attributes = "[Network(2)] [Dense(3, Activation.Tanh)] [Dense(1, Bias = false)]";
    private const string Architecture = "2 -> Dense(3, Tanh) -> Dense(1, no bias) : Quadratic";

    private static readonly (string, int[], float[])[] Tensors =
    [
        ("0.weight", [3, 2], [0.5f, 0, -1, 2, 0, 0]),
        ("0.bias", [3], [0.25f, 0, 0]),
        ("2.weight", [1, 3], [1, -0.125f, 3]),
    ];

    [Theory]
    [InlineData("[Weights(\"net.safetensors\")] static partial class Net { }")]
    [InlineData("[Weights(\"net.safetensors\")] public sealed partial class Net { }")]
    [InlineData("[Weights(file: \"net.safetensors\")] partial class Net { Net(int x) { } static int Parameters => 1; void CopyTo() { } }")]
    [InlineData("partial class Net { } [Weights(\"net.safetensors\")] partial class Net { }")]
    [InlineData("[Weights(\"net.safetensors\")] static partial class Net { } class User { float Ask(float[] x) { var y = new float[Net.OutputSize]; Net.Forward(x, y); return y[0]; } }")]
    [InlineData("[Weights(\"net.safetensors\")] partial class Net { } class User { int Ask(IModel<float> model) => Ask(new Net()); }")]
    public void ARightOneHasNoErrors(string source) => Check($"{Attributes} {source}", File());

    [Theory]
    [InlineData(Architecture)]
    [InlineData("2 -> Dense(3, Tanh, trainable: biases) -> Dense(1, no bias) : Quadratic")]
    [InlineData("2 -> Dense(3, Tanh) -> Dense(1, no bias, trainable: none) : Quadratic")]
    public void TheFileMayComeFromATrainingThatHeldParametersFast(string architecture) =>
        Check($"{Attributes} [Weights(\"net.safetensors\")] static partial class Net {{ }}", WeightText.Of("net.safetensors", architecture, Tensors));

    [Theory]
    [InlineData("models/net.safetensors", "models/net.safetensors")]
    [InlineData("models/net.safetensors", "models\\\\net.safetensors")]
    [InlineData("../net.safetensors", "../net.safetensors")]
    public void AFileIsCalledAsTheProjectCallsIt(string name, string argument) =>
        Check($"{Attributes} [Weights(\"{argument}\")] static partial class Net {{ }}", WeightText.Of(name, null, Tensors));

    [Theory]
    [InlineData("{|NG0031:\"other.safetensors\"|}")]
    [InlineData("{|NG0031:\"Net.safetensors\"|}")]
    [InlineData("{|NG0031:\"\"|}")]
    [InlineData("{|NG0031:null|}")]
    [InlineData("file: {|NG0031:\"x\"|}")]
    public void AFileThatIsNotThereIsAnErrorAtTheArgument(string argument) =>
        Check($"{Attributes} [Weights({argument})] static partial class Net {{ }} class User {{ void Ask() {{ Net.Forward(default, default); int n = Net.InputSize + Net.Classify(default); }} }}", File());

    [Theory]
    [InlineData("!is not there", "'net.safetensors' is not there; put")]
    [InlineData("AAAA", "'net.safetensors' is no safetensors file: it ends inside the header's length; put")]
    [InlineData("/////////////w==", "is no safetensors file: it claims a header of 18446744073709551615 bytes, but 16777216 is the most")]
    [InlineData("/wAAAAAAAAB7fQ==", "is no safetensors file: it ends inside the header; put")]
    [InlineData("AgAAAAAAAABbXQ==", "is no safetensors file: in its header, 'header' is not an object; put")]
    [InlineData("AgAAAAAAAAB7fQ==", "it has no tensor '0.weight', which Net needs: 0.weight, 0.bias, 2.weight")]
    [InlineData("AwAAAAAAAAB7In0=", "is no safetensors file: its header is not valid JSON")]
    [InlineData("not base 64", "'net.safetensors' ")]
    [InlineData("", "'net.safetensors' is no safetensors file")]
    public void ADamagedFileSaysWhy(string content, string expected)
    {
        var run = GeneratorHarness.For($"{Attributes} [Weights(\"net.safetensors\")] static partial class Net {{ }}")
            .With(new WeightText("net.safetensors", content)).Run();
        Assert.Contains(expected, Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Mismatches => new()
    {
        { "[Network(2)] [Dense(4, Activation.Tanh)] [Dense(1, Bias = false)]", "it belongs to the network '2 -> Dense(3, Tanh) -> Dense(1, no bias) : Quadratic', and this is '2 -> Dense(4, Tanh)" },
        { "[Network(2, Loss = Loss.Huber)] [Dense(3, Activation.Tanh)] [Dense(1, Bias = false)]", "it belongs to the network" },
        { "[Network(2, Precision = Precision.Double)] [Dense(3, Activation.Tanh)] [Dense(1, Bias = false)]", "is of type 'F32', but the network computes in 'F64'" },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void AnotherArchitectureIsAnError(string attributes, string expected) => Mismatch(attributes, WeightText.Of("net.safetensors", Architecture, Tensors), expected);

    public static TheoryData<string, int> Damages => new()
    {
        { "it has no tensor '2.weight', which Net needs: 0.weight, 0.bias, 2.weight", 0 },
        { "it has a tensor '3.weight', for which Net has no place: 0.weight, 0.bias, 2.weight", 1 },
        { "its tensor '0.bias' has the shape '1, 3', but the network needs '3'", 2 },
        { "its tensor '0.bias' holds NaN at 1", 3 },
        { "its tensor '2.weight' has the shape '3, 1', but the network needs '1, 3'", 4 },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void OtherTensorsAreAnError(string expected, int damage)
    {
        var tensors = Tensors.ToList();
        switch (damage)
        {
            case 0: tensors.RemoveAt(2); break;
            case 1: tensors.Add(("3.weight", [1], [1])); break;
            case 2: tensors[1] = ("0.bias", [1, 3], [1, 2, 3]); break;
            case 3: tensors[1] = ("0.bias", [3], [1, float.NaN, 3]); break;
            default: tensors[2] = ("2.weight", [3, 1], [1, 2, 3]); break;
        }

        Mismatch(Attributes, WeightText.Of("net.safetensors", null, [.. tensors]), expected);
    }

    [Fact]
    public void DataOfNoTensorIsAnError()
    {
        byte[] file = [.. Convert.FromBase64String(File().GetText().Lines[2].ToString()), 0, 0, 0, 0];
        Mismatch(Attributes, new WeightText("net.safetensors", Convert.ToBase64String(file)), "it goes on after the last tensor");
    }

    /// <summary>As the library says it, which reads the same source.</summary>
    [Theory]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[20,32]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[36,48]}}""", "its tensor '0.bias' starts at byte 20 of the data instead of 24: tensors must neither overlap nor leave holes")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[24,36]}}""", "starts at byte 24 of the data instead of 36")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[4,28]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[28,40]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[40,52]}}""", "its tensor '0.weight' starts at byte 4 of the data instead of 0")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,48]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[36,48]}}""", "its tensor '0.weight' has data_offsets [0, 48], but takes 24 bytes")]
    [InlineData("""{"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]},"2.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[36,48]}} """, "it ends inside the 2.weight", 44)]
    public void DataThatDoNotFitTheirPlacesAreAnError(string header, string expected, int bytes = 48) =>
        Mismatch(Attributes, WeightText.Of("net.safetensors", header, new byte[bytes]), expected);

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"size":4}}""", "its header gives 'a' an unknown field 'size'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"\u0061":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}""", "its header has the field 'a' twice")]
    [InlineData("""{"__metadata__":{"a":[]}}""", "in its header, 'a' is not a string")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "its header has the field '__metadata__' twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "in its header, 'shape' is not a list of integers that are not negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[]}}""", "its header does not give 'a' a dtype, a shape and two data_offsets")]
    [InlineData("""{"a" 1}""", "its header is not valid JSON: expected ':' at byte 5")]
    public void AHeaderIsReadStrictly(string header, string expected)
    {
        var run = GeneratorHarness.For($"{Attributes} [Weights(\"net.safetensors\")] static partial class Net {{ }}")
            .With(WeightText.Of("net.safetensors", header, new byte[8])).Run();
        Assert.Contains($"'net.safetensors' is no safetensors file: {expected}; put", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    /// <summary>A keystroke reads the file: what it costs is of the order of its bytes, whatever they are.</summary>
    [Theory]
    [InlineData("""{"a":""", "[")]
    [InlineData("""{"__metadata__":""", "{\"__metadata__\":")]
    [InlineData("{", "\"a\\u0062")]
    [InlineData("""{"a":{"shape":[1""", ",1")]
    [InlineData("{", "                ")]
    public void AHostileHeaderIsRefusedAtOnce(string start, string repeated)
    {
        var header = start + string.Concat(Enumerable.Repeat(repeated, (8 << 20) / repeated.Length));
        var file = WeightText.Of("net.safetensors", header, Array.Empty<byte>());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.StartsWith("is no safetensors file: ", NetGen.Generator.Weights.WeightFile.Read(file, default)!.Problem, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("{|NG0008:Weights(\"net.safetensors\")|}")]
    public void WithoutANetworkTheyMeanNothing(string attribute) => Check($"[{attribute}] partial class Net {{ }}", File());

    [Theory]
    [InlineData("static int {|NG0009:Forward|} = 1;")]
    [InlineData("class {|NG0009:Kernels|} { }")]
    [InlineData("static int {|NG0009:Weights|} => 1;")]
    public void ItsNamesAreTaken(string member) => Check($"{Attributes} [Weights(\"net.safetensors\")] partial class Net {{ {member} }}", File());

    /// <summary>Without analyzers the generator says it, once, at the same place.</summary>
    [Theory]
    [InlineData("[Weights(\"other\")]")]
    [InlineData("[Weights(\"net.safetensors\")] [Dense(7)]")]
    public void TheGeneratorReportsWhatAnalyzersWould(string attributes)
    {
        var run = GeneratorHarness.For($"{Attributes} {attributes} static partial class Net {{ }}").With(File()).WithProperty("RunAnalyzers", "false").Run();
        var reported = Assert.Single(run.GeneratorDiagnostics);
        var analyzed = Assert.Single(run.AnalyzerDiagnostics);
        Assert.Equal(analyzed.GetMessage(null), reported.GetMessage(null));
        Assert.Equal(analyzed.Location.GetLineSpan(), reported.Location.GetLineSpan());
    }

    [Fact]
    public void OnlyAnotherFileIsCompiledAnew()
    {
        var source = $"{Attributes} [Weights(\"net.safetensors\")] static partial class Net {{ }}";
        var harness = GeneratorHarness.For(source).With(File());
        var first = harness.Run();
        var same = harness.With(File()).After(first).Run();
        Assert.Equal([IncrementalStepRunReason.Cached], same.OutputReasons);
        var moved = GeneratorHarness.For("// above\n" + source).With(File()).After(first).Run();
        Assert.Equal([IncrementalStepRunReason.Cached], moved.OutputReasons);
        var trained = harness.With(WeightText.Of("net.safetensors", null, [.. Tensors.Take(2), ("2.weight", [1, 3], [1, 2, 3])])).After(first).Run();
        Assert.Equal([IncrementalStepRunReason.Modified], trained.OutputReasons);
    }

    /// <summary>What is folded away costs nothing.</summary>
    [Theory]
    [InlineData("InferenceBytes = 192, ParameterCount = 2410")]
    [InlineData("InferenceBytes = {|NG0034:191|}, ParameterCount = {|NG0034:2409|}")]
    public void ItsBudgetIsThatOfItsCode(string limits)
    {
        var random = new Random(1);
        (string, int[], float[])[] tensors = [Tensor("0.mean", 64), Tensor("0.scale", 64), Tensor("1.weight", 32, 64), Tensor("1.bias", 32), Tensor("3.weight", 10, 32), Tensor("3.bias", 10)];
        Check(
            $"[Network(64, Loss = Loss.SoftmaxCrossEntropy)] [Standardize] [Dense(32, Activation.Relu)] [Dense(10)] [Budget({limits})] [Weights(\"net.safetensors\")] static partial class Net {{ }}",
            WeightText.Of("net.safetensors", null, tensors));

        (string, int[], float[]) Tensor(string name, params int[] shape) =>
            (name, shape, [.. Enumerable.Range(0, shape.Aggregate(1, (count, extent) => count * extent)).Select(_ => (float)random.NextDouble())]);
    }

    /// <summary>Zeros are gone, and with them a unit that is nothing but its bias.</summary>
    [Fact]
    public void Pruned() => Snapshot.Match(
        this, GeneratorHarness.For($"{Attributes}\n[Weights(\"net.safetensors\")] public static partial class Net {{ }}").With(File()).Run());

    /// <summary>Data for the shortest loops, in C# 9.</summary>
    [Fact]
    public void Data() => Snapshot.Match(
        this,
        GeneratorHarness.For("using NetGen;\n[Network(2, Unrolling = Unrolling.None)]\n[Dense(3, Activation.Tanh)]\n[Dense(1, Bias = false)]\n[Weights(\"net.safetensors\")]\npublic sealed partial class Net { }")
            .With(File()).With(Framework.NetStandard20).With(LanguageVersion.CSharp9).Run());

    private static WeightText File() => WeightText.Of("net.safetensors", Architecture, Tensors);

    private static void Check(string source, AdditionalText file) => Markup.Check(source, harness => harness.With(file));

    private static void Mismatch(string attributes, WeightText file, string expected)
    {
        var run = Markup.Check($"{attributes} [Weights({{|NG0032:\"net.safetensors\"|}})] static partial class Net {{ }}", harness => harness.With(file));
        Assert.Contains(expected, Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }
}
