using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>A function at every k-th of the 2³¹ bit patterns of floats of one sign, in a scalar and at every width.</summary>
internal static class SingleSweep
{
    /// <summary>Finds the largest error, and fails where a width gives other bits than the scalar does.</summary>
    /// <param name="function">The function in single precision.</param>
    /// <param name="reference">What it should give.</param>
    /// <param name="negative">Whether the sign bit is set.</param>
    /// <param name="stride">k; odd, so that all bits of a pattern change.</param>
    public static (double Ulp, float At) WorstError(ElementaryFunction<float> function, SingleReference reference, bool negative, uint stride)
    {
        var sign = negative ? 1L << 31 : 0;
        return WorstError(function, reference, sign, sign + int.MaxValue, stride);
    }

    /// <summary>The same at a number and some hundred of its neighbours on either side.</summary>
    public static (double Ulp, float At) WorstErrorNear(ElementaryFunction<float> function, SingleReference reference, float centre)
    {
        const int Reach = 256;
        var pattern = (long)BitConverter.SingleToUInt32Bits(centre);
        return WorstError(function, reference, pattern - Reach, pattern + Reach, 1);
    }

    private static (double Ulp, float At) WorstError(
        ElementaryFunction<float> function, SingleReference reference, long from, long to, uint stride)
    {
        var (worst, at) = (0.0, 0f);
        var (inputs, results) = (new float[Vector512<float>.Count], new float[Vector512<float>.Count]);
        for (var first = from; first <= to; first += stride * inputs.Length)
        {
            for (var lane = 0; lane < inputs.Length; lane++)
                inputs[lane] = BitConverter.UInt32BitsToSingle((uint)Math.Min(first + (lane * stride), to));
            for (var lane = 0; lane < inputs.Length; lane++)
                results[lane] = function.Scalar(inputs[lane]);

            AssertSameAtEveryWidth(function, Vector512.Create(inputs), Vector512.Create(results));
            for (var lane = 0; lane < inputs.Length; lane++)
            {
                var error = reference.ErrorInUlp(inputs[lane], results[lane]);
                if (error > worst)
                    (worst, at) = (error, inputs[lane]);
            }
        }

        return (worst, at);
    }

    private static void AssertSameAtEveryWidth(ElementaryFunction<float> function, Vector512<float> x, Vector512<float> scalars)
    {
        AssertSame(function, x, scalars, function.Vector512(x));
        AssertSame(function, x, scalars, Halves(function.Vector256, x.GetLower(), x.GetUpper()));
        AssertSame(function, x, scalars, Vector512.Create(Quarters(x.GetLower()), Quarters(x.GetUpper())));

        Vector256<float> Quarters(Vector256<float> half) =>
            Vector256.Create(function.Vector128(half.GetLower()), function.Vector128(half.GetUpper()));
    }

    private static Vector512<float> Halves(Func<Vector256<float>, Vector256<float>> f, Vector256<float> lower, Vector256<float> upper) =>
        Vector512.Create(f(lower), f(upper));

    /// <summary>All NaN count as one: IEEE 754 leaves their payload open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AssertSame(ElementaryFunction<float> function, Vector512<float> x, Vector512<float> expected, Vector512<float> actual)
    {
        var same = Vector512.Equals(expected.AsInt32(), actual.AsInt32())
            | (~Vector512.Equals(expected, expected) & ~Vector512.Equals(actual, actual)).AsInt32();
        if (!Vector512.EqualsAll(same, Vector512<int>.AllBitsSet))
            Assert.Fail($"{function.Name} of {x} is {expected} in scalars and {actual} in lanes.");
    }
}
