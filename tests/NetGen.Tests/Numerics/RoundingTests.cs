namespace NetGen.Tests.Numerics;

/// <summary>Functions that have no error: they give the bits that System.Math gives.</summary>
public class RoundingTests
{
    private static readonly Dictionary<string, (Func<float, float> Single, Func<double, double> Double)> InMath = new()
    {
        ["Sqrt"] = (MathF.Sqrt, Math.Sqrt),
        ["Abs"] = (MathF.Abs, Math.Abs),
        ["Floor"] = (MathF.Floor, Math.Floor),
        ["Ceiling"] = (MathF.Ceiling, Math.Ceiling),
        ["Round"] = (MathF.Round, Math.Round),
        ["Truncate"] = (MathF.Truncate, Math.Truncate),
    };

    /// <summary>Where numbers cease to have a half, and to have a fraction, in either precision.</summary>
    private static readonly double[] Edges = [0.5, 1, 1.5, 2.5, 1 << 22, 1 << 23, 1 << 24, 1L << 51, 1L << 52, 1L << 53];

    public static TheoryData<string> Names => [.. InMath.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SingleGivesTheBitsOfMath(string name)
    {
        var (function, expected) = (ElementaryFunctions.InSingle[name].Scalar, InMath[name].Single);
        const int Stride = 20011;
        for (var pattern = (long)int.MinValue; pattern <= int.MaxValue; pattern += Stride)
            Check(BitConverter.Int32BitsToSingle((int)pattern));
        for (var x = 0f; x < 8; x += 0.125f)
            Check(x);
        foreach (var edge in Edges)
        {
            Check((float)edge);
            Check(MathF.BitDecrement((float)edge));
            Check(MathF.BitIncrement((float)edge));
        }

        void Check(float x)
        {
            Compare(x);
            Compare(-x);
        }

        void Compare(float x)
        {
            if (!expected(x).Equals(function(x)) || (function(x) == 0 && float.IsNegative(expected(x)) != float.IsNegative(function(x))))
                Assert.Fail($"{name}({x:R}) is {function(x):R}, not {expected(x):R}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DoubleGivesTheBitsOfMath(string name)
    {
        var (function, expected) = (ElementaryFunctions.InDouble[name].Scalar, InMath[name].Double);
        var random = new Random(1);
        for (var i = 0; i < 50_000; i++)
        {
            Check(BitConverter.Int64BitsToDouble(random.NextInt64()));
            Check(Math.ScaleB(random.NextDouble(), random.Next(54)));
        }

        for (var x = 0.0; x < 8; x += 0.125)
            Check(x);
        foreach (var edge in Edges)
        {
            Check(edge);
            Check(Math.BitDecrement(edge));
            Check(Math.BitIncrement(edge));
        }

        void Check(double x)
        {
            Compare(x);
            Compare(-x);
        }

        void Compare(double x)
        {
            if (!expected(x).Equals(function(x)) || (function(x) == 0 && double.IsNegative(expected(x)) != double.IsNegative(function(x))))
                Assert.Fail($"{name}({x:R}) is {function(x):R}, not {expected(x):R}.");
        }
    }
}
