using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>A network may be declared wherever a class may be, and its generated part finds it.</summary>
public sealed class TypeModelTests
{
    private const string Layers = "[Network(2)] [Dense(3)]";
    private const string Qualified = "[NetGen.Network(2)] [NetGen.Dense(3)] partial class Digits { }";

    [Theory]
    [InlineData("{0} partial class Digits { }", "Digits")]
    [InlineData("namespace A.B; {0} partial class Digits { }", "A.B.Digits")]
    [InlineData("namespace A; partial class Outer<T> { partial class Inner<U, V> { {0} partial class Digits { } } }", "A.Outer_1.Inner_2.Digits")]
    [InlineData("namespace @int { {0} partial class @class { } }", "int.class")]
    public void TheHintNameIsTheFullMetadataName(string source, string name) =>
        Assert.Equal([name + ".g.cs", name + ".256.g.cs", name + ".128.g.cs"], Run(source).Files.Select(file => file.HintName));

    [Theory]
    [InlineData("{0} partial class Digits { } {0} partial class digits { }")]
    [InlineData("namespace A { {0} partial class Digits { } } namespace a { {0} partial class Digits { } }")]
    [InlineData("partial class Outer<T> { {0} public partial class Digits { } } partial class Outer_1 { {0} public partial class Digits { } }")]
    [InlineData("partial class Outer { {0} public partial class Digits { } } partial class OUTER { {0} public partial class Digits { } }")]
    public void HintNamesAreUniqueWithoutRegardToCase(string source)
    {
        var names = Run(source).Files.Select(file => file.HintName).ToList();
        Assert.Equal(6, names.Count);
        Assert.Equal(6, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("namespace A { {0} partial class Digits { } }")]
    [InlineData("namespace @namespace.@class { {0} partial class @event { } }")]
    [InlineData("{0} partial class @partial { } {0} partial class @record { } {0} partial class @await { }")]
    [InlineData("{0} abstract partial class Digits { }")]
    [InlineData("{0} partial class Digits(int seed) { int Seed => seed; }")]
    [InlineData("{0} partial class Digits { public Digits() : this(3) { } public Digits(int seed) => Initialize(seed); }")]
    [InlineData("{0} partial class Digits : Base { public Digits() : base(3) { } } abstract class Base { protected Base(int x) { } }")]
    [InlineData("{0} partial class Digits : IDisposable { public void Dispose() { } }")]
    [InlineData("{0} partial class Digits : Comparable<int> { } class Comparable<T> { }")]
    [InlineData("static partial class Outer { {0} private partial class Digits { } }")]
    [InlineData("partial struct Outer<@int> where @int : struct { {0} private partial class Digits { } }")]
    [InlineData("ref partial struct Outer { {0} private partial class Digits { } }")]
    [InlineData("partial record Outer { partial record struct Inner { {0} private partial class Digits { } } }")]
    [InlineData("partial interface IOuter<T> { {0} partial class Digits { } }")]
    [InlineData("namespace NetGen.Inner { {0} partial class Digits { } }")]
    [InlineData("namespace System2.NetGen { class System { } [global::NetGen.Network(2)] [global::NetGen.Dense(3)] partial class Digits { } }")]
    public void TheGeneratedPartCompiles(string source) => Markup.Check(source.Replace("{0}", Layers, StringComparison.Ordinal));

    [Theory]
    [InlineData("partial class Digits { }", false)]
    [InlineData("partial class Digits { static Digits() { } }", false)]
    [InlineData("partial class Digits { private Digits(string name) { } }", true)]
    [InlineData("partial class Digits(string name) { string Name => name; }", true)]
    [InlineData("partial class Digits { } partial class Digits { Digits() { } }", true)]
    public void AConstructorOfTheUsersIsSeen(string declaration, bool expected) =>
        Assert.Equal(expected, Parse($"{Layers} {declaration}").Type.HasConstructor);

    [Theory]
    [InlineData("partial class Digits { }", false)]
    [InlineData("partial class Digits { public string ToString(int digits) => null; }", false)]
    [InlineData("partial class Digits { public override string ToString() => null; }", true)]
    [InlineData("partial class Digits : Base { } class Base { public sealed override string ToString() => null; }", true)]
    [InlineData("partial class Digits : Base { } class Base { public override string ToString() => null; }", false)]
    public void AToStringOfTheUsersIsSeen(string declaration, bool expected) =>
        Assert.Equal(expected, Parse($"{Layers} {declaration}").Type.HasToString);

    [Theory]
    [InlineData("partial class Digits { }", false)]
    [InlineData("partial class Digits { } sealed partial class Digits { }", true)]
    public void ASealedPartSealsTheClass(string declaration, bool expected) =>
        Assert.Equal(expected, Parse($"{Layers} {declaration}").Type.IsSealed);

    [Fact]
    public void AllThatTheAttributesSayIsInTheModel()
    {
        var model = Parse(
            """
            namespace A;
            [Network(4, Loss = Loss.BinaryCrossEntropyWithLogits, Reduction = Reduction.Mean, WeightDecay = 0.25, Precision = Precision.Double,
                BatchSize = 8, Unrolling = Unrolling.Full)]
            [Dense(3, Activation.Relu)]
            [Dense(activation: Activation.Tanh, units: 2, Bias = false)]
            sealed partial class Digits { }
            """);
        Assert.Equal(
            new NetworkModel(
                new("A", default, "Digits", "class", "A.Digits.g.cs", false, false, true),
                4,
                new LayerModel[] { new DenseModel(-1, 3, "Relu", true), new DenseModel(0, 2, "Tanh", false) }.ToEquatableArray(),
                "BinaryCrossEntropyWithLogits",
                "Mean",
                0.25,
                Generator.Model.Precision.Double,
                8,
                Generator.Model.Unrolling.Full,
                new(HasVectors: true, LanguageVersion: 12)),
            model);
    }

    [Fact]
    public void LayersAreAGraphWithNamedInputs() => Assert.Equal(
        [
            new DenseModel(-1, 3, "LeakyRelu", true) { Alpha = 0.2, Initializer = "HeNormal" },
            new ResidualModel(0, "Elu", false) { Alpha = 0.5, Initializer = "Zeros", Trainable = "Biases" },
            new ActivationModel(1, "Softmax"),
            new DenseModel(-1, 3, "Identity", true) { Trainable = "None" },
            new SkipModel(3, 2),
            new SkipModel(4, 0),
            new SkipModel(5, -1),
        ],
        Parse(
            """
            [Network(3)]
            [Dense(3, Activation.LeakyRelu, Name = "stem", Alpha = 0.2, Initializer = Initializer.HeNormal)]
            [Residual(Activation.Elu, Bias = false, Alpha = 0.5, Initializer = Initializer.Zeros, Trainable = Trainable.Biases)]
            [Activation(Activation.Softmax, Name = "weights")]
            [Dense(3, Input = "input", Trainable = Trainable.None)]
            [Skip("weights")]
            [Skip(from: "stem")]
            [Skip("input")]
            partial class Digits { }
            """).Layers);

    [Fact]
    public void TheFirstLayerMayStandardizeTheInput() => Assert.Equal(
        [new StandardizeModel(-1), new DenseModel(0, 2, "Identity", true), new SkipModel(1, 0)],
        Parse("[Network(2)] [Standardize(Name = \"x\")] [Dense(2)] [Skip(\"x\")] partial class Digits { }").Layers);

    [Theory]
    [InlineData(0, "All Biases All")]
    [InlineData(1, "None None All")]
    [InlineData(2, "None Biases All")]
    [InlineData(3, "All Biases All")]
    public void TheLastLayersWithParametersTrain(int count, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Parse(
            $$"""
            [Network(3, TrainLast = {{count}})]
            [Standardize] [Dense(3)] [Residual(Trainable = Trainable.Biases)] [Activation(Activation.Relu)] [Dense(3)] [Skip("input")]
            partial class Digits { }
            """).Layers.OfType<AffineModel>().Select(layer => layer.Trainable)));

    [Fact]
    public void TrainingAndTheHuberDeltaAreInTheModel()
    {
        var model = Parse("[Network(3, Loss = Loss.Huber, HuberDelta = 0.5, Training = false)] [Dense(2)] partial class Digits { }");
        Assert.Equal((0.5, false), (model.HuberDelta, model.Training));
    }

    [Fact]
    public void LayersAreInTheOrderOfTheSource() => Assert.Equal(
        [5, 4, 3],
        Parse("[Dense(5)] [Network(2), Dense(4)] [Dense(3)] partial class Digits { }").Layers.Cast<DenseModel>().Select(layer => layer.Units));

    [Theory]
    [InlineData(LanguageVersion.CSharp9, 9)]
    [InlineData(LanguageVersion.CSharp11, 11)]
    [InlineData(LanguageVersion.CSharp13, 13)]
    public void TheLanguageIsInTheModel(LanguageVersion language, int expected) =>
        Assert.Equal(expected, Parse(GeneratorHarness.For(Qualified).With(language)).Target.LanguageVersion);

    [Fact]
    public void NetStandardHasNoVectors() =>
        Assert.False(Parse(GeneratorHarness.For(Qualified).With(Framework.NetStandard20).With(LanguageVersion.CSharp9)).Target.HasVectors);

    private static GeneratorRun Run(string source) => GeneratorHarness.For(source.Replace("{0}", Layers, StringComparison.Ordinal)).Run();

    private static NetworkModel Parse(string source) => Parse(GeneratorHarness.For(source));

    private static NetworkModel Parse(GeneratorHarness harness) => harness.Run().Result.Model!;
}
