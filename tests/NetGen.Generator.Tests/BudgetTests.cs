using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>[Budget]: what exceeds it is an error at the limit, and what fits is none.</summary>
public sealed class BudgetTests
{
    private const string Digits = "[Dense(32, Activation.Relu)] [Dense(10)] partial class Digits { }";

    // 64-32-10 in single precision: 2,080 + 330 parameters, of which 10 biases take a cache line of 16.
    [Theory]
    [InlineData("ParameterCount", 2410)]
    [InlineData("ForwardMultiplyAdds", (64 * 32) + (32 * 10))]
    [InlineData("BackwardMultiplyAdds", (64 * 32) + (2 * 32 * 10))]
    [InlineData("ParameterBytes", 4 * ((64 * 32) + 32 + (32 * 10) + 16))]
    public void AFigureFitsToTheLastOne(string name, long figure)
    {
        Markup.Check($"[Network(64)] [Budget({name} = {figure})] {Digits}");
        Markup.Check($"[Network(64)] [Budget({name} = {{|NG0034:{figure - 1}|}})] {Digits}");
    }

    /// <summary>Whatever the constants of the class say is what is compared.</summary>
    [Theory]
    [InlineData("[Network(64)]", "")]
    [InlineData("[Network(64, Precision = Precision.Double, Unrolling = Unrolling.Full, BatchSize = 7)]", "")]
    [InlineData("[Network(2)]", "")]
    [InlineData("[Network(784, Loss = Loss.SoftmaxCrossEntropy, SparseInputs = true)]", "")]
    [InlineData("[Network(64, WeightDecay = 0.1)]", "[Standardize]")]
    public void ItsFiguresAreTheConstants(string network, string first)
    {
        var constants = Constants(GeneratorHarness.For($"{network} {first} {Digits}").Run());
        string[] names = ["ParameterCount", "ForwardMultiplyAdds", "BackwardMultiplyAdds", "ParameterBytes", "InferenceBytes", "TrainingBytes"];
        var limits = names.Where(name => constants[name] > 1).ToList();
        Assert.True(limits.Count >= 5);
        Markup.Check($"{network} {first} [Budget({string.Join(", ", limits.Select(name => $"{name} = {constants[name]}"))})] {Digits}");
        Markup.Check($"{network} {first} [Budget({string.Join(", ", limits.Select(name => $"{name} = {{|NG0034:{constants[name] - 1}|}}"))})] {Digits}");
    }

    [Theory]
    [InlineData(
        "[Network(64)] [Budget(ParameterCount = 1_000)]",
        "'Digits' has 2,410 parameters and its budget is 1,000; write fewer units or layers: layer 1, [Dense(32)], has 86 % of the parameters")]
    [InlineData(
        "[Network(64)] [Budget(ForwardMultiplyAdds = 2000)]",
        "'Digits' takes 2,368 multiply-adds forward and its budget is 2,000; write fewer units or layers: layer 1, [Dense(32)], has 86 % of the multiply-adds")]
    [InlineData(
        "[Network(64, Precision = Precision.Double)] [Budget(ParameterBytes = 9_664)]",
        "'Digits' stores 19,328 bytes of parameters and its budget is 9,664; write Precision = Precision.Single, with which it is 9,664")]
    [InlineData(
        "[Network(64, Loss = Loss.SoftmaxCrossEntropy)] [Budget(ParameterBytes = 10_000, InferenceBytes = 512, TrainingBytes = 32_768)]",
        "'Digits' works on 36,288 bytes to train and its budget is 32,768; write BatchSize = 25 or less")]
    public void ItSaysWhatToChange(string network, string message) => Assert.Equal(message, Message(GeneratorHarness.For($"{network} {Digits}").Run()));

    /// <summary>The largest batch that fits, and not one sample more.</summary>
    [Theory]
    [InlineData("[Dense(32, Activation.Relu)] [Dense(10)]", 64, 40_000)]
    [InlineData("[Dense(32, Activation.Relu)] [Dense(10)]", 64, 30_001)]
    [InlineData("[Dense(64, Activation.Tanh)] [Dense(64)] [Residual(Activation.Relu)] [Dense(3)]", 100, 200_000)]
    public void ItSaysWhatBatchFits(string layers, int inputs, int limit)
    {
        var message = Message(Run(256));
        var batch = int.Parse(message.Split("write BatchSize = ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange(batch, 2, 255);
        Assert.Empty(Run(batch).Diagnostics);
        Assert.Contains($"write BatchSize = {batch} or less", Message(Run(batch + 1)));

        GeneratorRun Run(int size) => GeneratorHarness.For(
            $"[Network({inputs}, BatchSize = {size})] [Budget(TrainingBytes = {limit})] {layers} partial class Digits {{ }}").Run();
    }

    [Fact]
    public void NoBatchIsSmallEnough() => Assert.EndsWith(
        "; write fewer units or layers: layer 1, [Dense(32)], has 86 % of the parameters and units",
        Message(GeneratorHarness.For($"[Network(64)] [Budget(TrainingBytes = 5_000)] {Digits}").Run()));

    [Theory]
    [InlineData("", 32_000, "Unrolling = Unrolling.None")]
    [InlineData("", 10_000, "Training = false")]
    [InlineData(", Unrolling = Unrolling.None", 10_000, "Training = false")]
    [InlineData(", Unrolling = Unrolling.Full", 36_000, "Unrolling = Unrolling.Auto")]
    [InlineData("", 6_500, "Training = false and Unrolling = Unrolling.None")]
    public void ItSaysWhatShortensTheCode(string network, int limit, string advice)
    {
        const string loss = "64, Loss = Loss.SoftmaxCrossEntropy";
        var message = Message(GeneratorHarness.For($"[Network({loss}{network})] [Budget(CodeBytes = {limit})] {Digits}").Run());
        Assert.Contains($"; write {advice}, with which it is about ", message);
        var rest = advice.Contains("Unrolling", StringComparison.Ordinal) ? string.Empty : network;
        Markup.Check($"[Network({loss}{rest}, {advice.Replace(" and ", ", ")})] [Budget(CodeBytes = {limit})] {Digits}");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("long.MinValue")]
    public void ALimitIsPositive(string limit)
    {
        var run = Markup.Check($"[Network(64)] [Budget(ParameterCount = {{|NG0006:{limit}|}}, CodeBytes = {{|NG0006:{limit}|}})] {Digits}");
        Assert.Contains("; write a positive number, or leave it out to have no limit", run.AnalyzerDiagnostics[0].GetMessage(null));
    }

    [Theory]
    [InlineData("[Budget]")]
    [InlineData("[Budget()]")]
    [InlineData("[Budget(ParameterCount = 5_000_000_000, TrainingBytes = long.MaxValue)]")]
    public void NothingIsTooLarge(string budget) => Markup.Check($"[Network(64)] {budget} {Digits}");

    [Fact]
    public void ItIsAllowedOnAnotherPart() => Markup.Check(
        $"[Network(64)] {Digits} [Budget(ParameterCount = {{|NG0034:10|}}, ParameterBytes = 20_000)] partial class Digits {{ }}");

    [Theory]
    [InlineData("[{|NG0008:Budget(ParameterCount = 10)|}] partial class Digits { }")]
    [InlineData("[{|NG0008:Budget|}] [Dense(3)] class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Budget] [{|CS0579:Budget|}] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Budget(ParameterCount = {|CS0029:\"3\"|})] partial class Digits { }")]
    [InlineData("[Network(2)] [Dense(3)] [Budget({|CS0246:Parameters|} = 3)] partial class Digits { }")]
    public void ItIsOutOfPlaceOrBroken(string source) => Markup.Check(source);

    /// <summary>What is wrong with the network itself comes first: its cost is not that of what was meant.</summary>
    [Fact]
    public void AWrongNetworkCostsNothing() =>
        Markup.Check("[Network(64)] [Budget(ParameterCount = 1, CodeBytes = 1)] [Dense({|NG0002:0|})] partial class Digits { }");

    /// <summary>Its class is whole, so that the figures can be read, and nobody who uses it gets an error.</summary>
    [Fact]
    public void ItIsGeneratedAllTheSame()
    {
        const string user = "class User { float[] Use(Digits net, float[] x) { var y = new float[Digits.OutputSize]; net.Forward(x, y); return y; } }";
        var run = Markup.Check($"[Network(64)] [Budget(ParameterCount = {{|NG0034:1|}})] {Digits} {user}");
        Assert.Equal(2410, Constants(run)["ParameterCount"]);
    }

    [Fact]
    public void WithoutAnalyzersTheGeneratorReports()
    {
        const string source = "[Network(64)] [Budget(ParameterCount = 1, CodeBytes = 1, TrainingBytes = 0)] " + Digits;
        var run = GeneratorHarness.For(source).WithProperty("RunAnalyzers", "false").Run();
        Assert.Equal(3, run.GeneratorDiagnostics.Length);
        Assert.Equal(
            run.AnalyzerDiagnostics.Select(Print).Order(),
            run.GeneratorDiagnostics.Select(Print).Order());
        Assert.Empty(GeneratorHarness.For(source).Run().GeneratorDiagnostics);

        static string Print(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.SourceSpan} {diagnostic.GetMessage(null)}";
    }

    /// <summary>Where the error stands is none of the generator's business while the analyzer says it.</summary>
    [Fact]
    public void AnEditAboveItCompilesNothing()
    {
        const string source = "[Network(64)] [Budget(TrainingBytes = 1)] " + Digits;
        var run = GeneratorHarness.For("// a line above\n" + source).After(GeneratorHarness.For(source).Run()).Run();
        Assert.Equal([IncrementalStepRunReason.Cached], run.OutputReasons);
        Assert.Equal("NG0034", Assert.Single(run.AnalyzerDiagnostics).Id);
    }

    [Fact]
    public void ItChangesNoText() => Assert.Equal(
        Texts($"[Network(64)] {Digits}"), Texts($"[Network(64)] [Budget(ParameterCount = 9999, CodeBytes = 99999)] {Digits}"));

    private static IEnumerable<string> Texts(string source) => GeneratorHarness.For(source).Run().Files.Select(file => file.SourceText.ToString());

    private static Dictionary<string, long> Constants(GeneratorRun run) => run.Output.GetTypeByMetadataName("Digits")!.GetMembers()
        .OfType<IFieldSymbol>().Where(field => field.IsConst)
        .ToDictionary(field => field.Name, field => Convert.ToInt64(field.ConstantValue, CultureInfo.InvariantCulture));

    private static string Message(GeneratorRun run)
    {
        var diagnostic = Assert.Single(run.AnalyzerDiagnostics);
        Assert.Equal("NG0034", diagnostic.Id);
        return diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
