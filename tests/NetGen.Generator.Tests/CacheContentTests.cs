using System.Collections;
using System.Reflection;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests;

/// <summary>The generator's cache keeps no compilation alive and compares by value.</summary>
public sealed class CacheContentTests
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string Source =
        """
        namespace A;
        partial class Outer<T>
        {
            [Network(2, Loss = Loss.SoftmaxCrossEntropy)] [Dense(3, Activation.Relu)] [Dense(2)] partial class Digits { }
            [Network(2, TrainLast = 1, Loss = Loss.Huber, HuberDelta = 2)]
            [Standardize] [Dense(2, Name = "a", Alpha = double.NaN)] [Residual(Activation.Elu, Alpha = 0.5)] [Activation(Activation.Relu)] [Skip("a")]
            partial class Graph { }
            [Network(0, BatchSize = -1)] partial class Wrong { public int Forward; }
            [Network(2, LossFunction = nameof(Cost))] [Dense(2, nameof(Bent))]
            partial class Own
            {
                static float Bent(float x, [Learnable(1)] float slope) => x > 0 ? slope * x : MathF.Exp(x);
                static float Cost(ReadOnlySpan<float> p, ReadOnlySpan<float> y)
                {
                    var sum = p[0];
                    for (var i = 0; i < p.Length; i++)
                        sum += p[i] * y[i];
                    return sum;
                }
            }
        }
        """;

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void ItHoldsNothingOfRoslyn(string runAnalyzers)
    {
        var results = GeneratorHarness.For(Source).WithProperty("RunAnalyzers", runAnalyzers).Run().Results;
        Assert.Equal(4, results.Count);
        foreach (var part in results.SelectMany(result => Parts(result, [])))
            Assert.False(part.GetType().FullName!.StartsWith("Microsoft.", StringComparison.Ordinal), part.GetType().FullName);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void TwoParsesAreEqual(string runAnalyzers)
    {
        var first = GeneratorHarness.For(Source).WithProperty("RunAnalyzers", runAnalyzers).Run().Results;
        var second = GeneratorHarness.For(Source).WithProperty("RunAnalyzers", runAnalyzers).Run().Results;
        Assert.NotSame(first[0], second[0]);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(result => result.GetHashCode()), second.Select(result => result.GetHashCode()));
    }

    [Fact]
    public void TwoBuildsAreTheSameByteForByte()
    {
        var first = GeneratorHarness.For(Source).Run().Files;
        var second = GeneratorHarness.For(Source).Run().Files;
        Assert.Equal(
            first.Select(file => (file.HintName, Convert.ToHexString([.. file.SourceText.GetChecksum()]))),
            second.Select(file => (file.HintName, Convert.ToHexString([.. file.SourceText.GetChecksum()]))));
    }

    /// <summary>An object and all that can be reached from it.</summary>
    private static List<object> Parts(object? root, HashSet<object> seen)
    {
        if (root is null or string || root.GetType().IsPrimitive || root.GetType().IsEnum)
            return [];
        if (!root.GetType().IsValueType && !seen.Add(root))
            return [];

        var inner = root is IEnumerable items
            ? items.Cast<object>()
            : Fields(root.GetType()).Select(field => field.GetValue(root)).OfType<object>();
        return [root, .. inner.SelectMany(part => Parts(part, seen))];
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : [.. type.GetFields(Own), .. Fields(type.BaseType)];
}
