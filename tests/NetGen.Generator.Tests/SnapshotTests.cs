using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>The generated files as people read them: one for each idea.</summary>
public sealed class SnapshotTests
{
    /// <summary>Wide enough for vectors, too narrow to fill the last one, in the shortest loops.</summary>
    private const string Loops = """
        using NetGen;

        [Network(5, Unrolling = Unrolling.None)]
        [Dense(10, Activation.Tanh)]
        [Dense(3)]
        public sealed partial class Loops { }
        """;

    /// <summary>The textbook's network, unrolled: the four equations of backpropagation can be read off.</summary>
    [Fact]
    public void TestNet() => Match(
        """
        using NetGen;

        [Network(2, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01)]
        [Dense(3, Activation.Sigmoid)]
        [Dense(2)]
        public sealed partial class TestNet { }
        """);

    [Fact]
    public void Vectors() => Match(Loops);

    /// <summary>The input less its mean times its scale, and back, in straight lines.</summary>
    [Fact]
    public void Standardized() => Snapshot.Match(
        this,
        GeneratorHarness.For(
            """
            using NetGen;

            [Network(2)]
            [Standardize]
            [Dense(1)]
            public sealed partial class Standardized { }
            """).With(Framework.NetStandard20).With(LanguageVersion.CSharp9).Run());

    /// <summary>The prediction and its Jacobian, row by row, in straight lines.</summary>
    [Fact]
    public void Jacobian() => Snapshot.Match(
        this,
        GeneratorHarness.For(
            """
            using NetGen;

            [Network(2, Loss = Loss.SoftmaxCrossEntropy, Training = false, Jacobian = true)]
            [Dense(3, Activation.Sigmoid)]
            [Dense(2)]
            public sealed partial class Jacobian { }
            """).With(Framework.NetStandard20).With(LanguageVersion.CSharp9).Run());

    /// <summary>The same of vectors, all rows together.</summary>
    [Fact]
    public void JacobianOfVectors() => Match(
        """
        using NetGen;

        [Network(5, Unrolling = Unrolling.None, Training = false, Jacobian = true)]
        [Dense(10, Activation.Tanh)]
        [Dense(3)]
        public sealed partial class Rows { }
        """);

    /// <summary>A target without vectors, in C# 9.</summary>
    [Fact]
    public void Scalars() => Snapshot.Match(
        this, GeneratorHarness.For(Loops).With(Framework.NetStandard20).With(LanguageVersion.CSharp9).Run());

    private void Match(string source, [CallerMemberName] string method = "") =>
        Snapshot.Match(this, GeneratorHarness.For(source).Run(), method);
}
