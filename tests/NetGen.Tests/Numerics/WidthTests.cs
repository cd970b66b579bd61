using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>The same input gives the same bits in a scalar and in a lane of any width.</summary>
public class WidthTests
{
    private const int Count = 1 << 14;

    public static TheoryData<string> Names => [.. ElementaryFunctions.InSingle.Keys];

    public static TheoryData<string> BinaryNames => [.. BinaryFunctions.InSingle.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SingleGivesTheSameBitsAtEveryWidth(string name)
    {
        var function = ElementaryFunctions.InSingle[name];
        var inputs = SingleInputs();
        var expected = Array.ConvertAll(inputs, x => function.Scalar(x));
        var actual = new float[Count];

        for (var i = 0; i < Count; i += Vector128<float>.Count)
            function.Vector128(Vector128.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector256<float>.Count)
            function.Vector256(Vector256.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector512<float>.Count)
            function.Vector512(Vector512.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DoubleGivesTheSameBitsAtEveryWidth(string name)
    {
        var function = ElementaryFunctions.InDouble[name];
        var inputs = DoubleInputs();
        var expected = Array.ConvertAll(inputs, x => function.Scalar(x));
        var actual = new double[Count];

        for (var i = 0; i < Count; i += Vector128<double>.Count)
            function.Vector128(Vector128.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector256<double>.Count)
            function.Vector256(Vector256.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector512<double>.Count)
            function.Vector512(Vector512.Create(inputs, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void SingleOfTwoArgumentsGivesTheSameBitsAtEveryWidth(string name)
    {
        var function = BinaryFunctions.InSingle[name];
        var left = SingleInputs();
        var right = SingleInputs();
        Array.Reverse(right);
        var expected = left.Zip(right, (x, y) => function.Scalar(x, y)).ToArray();
        var actual = new float[Count];

        for (var i = 0; i < Count; i += Vector128<float>.Count)
            function.Vector128(Vector128.Create(left, i), Vector128.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector256<float>.Count)
            function.Vector256(Vector256.Create(left, i), Vector256.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector512<float>.Count)
            function.Vector512(Vector512.Create(left, i), Vector512.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void DoubleOfTwoArgumentsGivesTheSameBitsAtEveryWidth(string name)
    {
        var function = BinaryFunctions.InDouble[name];
        var left = DoubleInputs();
        var right = DoubleInputs();
        Array.Reverse(right);
        var expected = left.Zip(right, (x, y) => function.Scalar(x, y)).ToArray();
        var actual = new double[Count];

        for (var i = 0; i < Count; i += Vector128<double>.Count)
            function.Vector128(Vector128.Create(left, i), Vector128.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector256<double>.Count)
            function.Vector256(Vector256.Create(left, i), Vector256.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);

        for (var i = 0; i < Count; i += Vector512<double>.Count)
            function.Vector512(Vector512.Create(left, i), Vector512.Create(right, i)).CopyTo(actual, i);
        AssertSameBits(expected, actual);
    }

    /// <summary>Half of ordinary size, half of any bit pattern: denormals, infinities and NaN among them.</summary>
    private static float[] SingleInputs()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(i => i % 2 == 0
            ? (random.NextSingle() - 0.5f) * 40
            : BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))];
    }

    private static double[] DoubleInputs()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(i => i % 2 == 0
            ? (random.NextDouble() - 0.5) * 40
            : BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)))];
    }

    private static void AssertSameBits(float[] expected, float[] actual) =>
        Assert.Equal(Array.ConvertAll(expected, Bits), Array.ConvertAll(actual, Bits));

    private static void AssertSameBits(double[] expected, double[] actual) =>
        Assert.Equal(Array.ConvertAll(expected, Bits), Array.ConvertAll(actual, Bits));

    /// <summary>All NaN count as one: IEEE 754 leaves their payload open.</summary>
    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);
}
