using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Arithmetic on one <see cref="float"/>. The casts round where a runtime computes in more precision than the type has.</summary>
internal readonly struct SingleArithmetic : IArithmetic<float, float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Constant(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Bits(long bits) => FromBits((int)bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Add(float a, float b) => (float)(a + b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Subtract(float a, float b) => (float)(a - b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Multiply(float a, float b) => (float)(a * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Divide(float a, float b) => (float)(a / b);

    // The double root rounds to the float that the exact root rounds to.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SquareRoot(float a) => (float)Math.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float MultiplyAdd(float a, float b, float c) => Elementary.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float SelectLess(float a, float b, float whenTrue, float otherwise) => a < b ? whenTrue : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float And(float a, float b) => FromBits(ToBits(a) & ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Or(float a, float b) => FromBits(ToBits(a) | ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Xor(float a, float b) => FromBits(ToBits(a) ^ ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float AddBits(float a, float b) => FromBits(ToBits(a) + ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ShiftLeft(float a, int count) => FromBits(ToBits(a) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ShiftRight(float a, int count) => FromBits(ToBits(a) >>> count);

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToBits(float value) => BitConverter.SingleToInt32Bits(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float FromBits(int bits) => BitConverter.Int32BitsToSingle(bits);
#else
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToBits(float value) => Unsafe.As<float, int>(ref value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float FromBits(int bits) => Unsafe.As<int, float>(ref bits);
#endif
}
