using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit.Abstractions;

namespace NetGen.Tests.Numerics;

/// <summary>The error bounds that the docstrings of Elementary give, over bit patterns from the whole range of float.</summary>
/// <remarks>With NETGEN_EXHAUSTIVE=1 in the environment every pattern is tried: two minutes for each function.</remarks>
public class SingleAccuracyTests(ITestOutputHelper output)
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>Every 211th of the 2³² patterns; a prime, so that the low bits are all sorts.</summary>
    private const uint Dense = 211;

    /// <summary>Fewer, for functions that are also tried <see cref="Edges">where they may be worst</see>.</summary>
    private const uint Sparse = 10007;

    private static readonly bool Exhaustive = Environment.GetEnvironmentVariable("NETGEN_EXHAUSTIVE") == "1";

    private static readonly Dictionary<string, (double Ulp, uint Stride)> Bounds = new()
    {
        ["Exp"] = (1.2, Dense),
        ["Expm1"] = (1.8, Dense),
        ["Log"] = (1.0, Dense),
        ["Log2"] = (2.0, Dense),
        ["Log10"] = (2.0, Dense),
        ["Log1p"] = (1.0, Dense),
        ["Sigmoid"] = (2.5, Dense),
        ["Softplus"] = (1.9, Dense),
        ["Tanh"] = (Fma.IsSupported || AdvSimd.IsSupported ? 4.6 : 5.4, Dense),
        ["Erf"] = (3.2, Dense),
        ["LogCosh"] = (2.0, Dense),
        ["Sin"] = (2.5, Sparse),
        ["Cos"] = (2.5, Sparse),
        ["Tan"] = (4.0, Sparse),
        ["Atan"] = (2.0, Sparse),
        ["Asin"] = (2.1, Sparse),
        ["Acos"] = (1.2, Sparse),
        ["Sinh"] = (2.3, Sparse),
        ["Cosh"] = (1.6, Sparse),
        ["Cbrt"] = (1.0, Sparse),
    };

    /// <summary>Where functions change their formula, vanish, are infinite, or were found worst among all numbers.</summary>
    private static readonly float[] Edges =
    [
        1e-45f, 5.979256e-39f, SmallestNormal, 0.0002f, 0.24841383f, 0.41012672f, 0.4142136f, 0.42690197f, 0.5f, 0.61183846f, 0.7853982f, 0.83841634f,
        1, 1.5707964f, 2.4142136f, 3.1415927f, 4.5533032f, 4.712389f, 7.150654f, 89.41598f, 9201.475f, 27628.484f, 56584.008f, 999999,
    ];

    public static TheoryData<string, bool> Halves()
    {
        var halves = new TheoryData<string, bool>();
        foreach (var name in Bounds.Keys)
        {
            halves.Add(name, false);
            halves.Add(name, true);
        }

        return halves;
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void ErrorStaysWithinTheDocumentedUlpAndWidthsAgree(string name, bool negative)
    {
        var (bound, stride) = Exhaustive ? (Bounds[name].Ulp, 1) : Bounds[name];
        var (worst, at) = SingleSweep.WorstError(ElementaryFunctions.InSingle[name], SingleReference.Of[name], negative, stride);
        output.WriteLine($"{name}: {worst:F4} ulp at {at:R}; one pattern in {stride}, negative: {negative}");
        Assert.True(worst <= bound, $"{name}({at:R}) is {worst:F3} ulp from the right value.");
    }

    public static TheoryData<string> Names => [.. Bounds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ErrorStaysWithinTheDocumentedUlpNearTheEdges(string name)
    {
        foreach (var edge in Edges.Concat(Edges.Select(x => -x)))
        {
            var (worst, at) = SingleSweep.WorstErrorNear(ElementaryFunctions.InSingle[name], SingleReference.Of[name], edge);
            Assert.True(worst <= Bounds[name].Ulp, $"{name}({at:R}) is {worst:F3} ulp from the right value.");
        }
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Sigmoid")]
    [InlineData("Softplus")]
    public void ResultsBelowTheNormalRangeAreZero(string name)
    {
        var function = ElementaryFunctions.InSingle[name].Scalar;
        for (var x = -87.34f; x > -110; x -= 0.01f)
            Assert.Equal(0f, function(x));
        Assert.True(function(-87.3365f) >= SmallestNormal);
    }

    public static TheoryData<string> References => [.. SingleReference.Of.Keys];

    /// <summary>So that an error found is the function's own, not the reference's.</summary>
    [Theory]
    [MemberData(nameof(References))]
    public void TheReferenceIsRightToAMillionthUlp(string name)
    {
        var (reference, exact) = (SingleReference.Of[name], Exact.Functions[name]);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            // All magnitudes at which the functions are neither a straight line nor constant.
            var x = (float)((random.NextDouble() + 1) * Math.ScaleB(random.Next(2) - 0.5, random.Next(-30, 7)));
            if (name is "Log" or "Log2" or "Log10" || (name is "Log1p" && x <= -1))
                x = Math.Abs(x);
            if (name is "Asin" or "Acos")
                x %= 1;
            var expected = reference.Value(x);
            Assert.InRange(Exact.ErrorInUnits(expected, exact(x), reference.UnitExponent(x, expected)), 0, 1e-6);
        }
    }
}
