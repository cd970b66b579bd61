using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Arithmetic on one <see cref="double"/>. The casts round where a runtime computes in more precision than the type has.</summary>
internal readonly struct DoubleArithmetic : IArithmetic<double, double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Constant(double value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Bits(long bits) => FromBits((long)bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Add(double a, double b) => (double)(a + b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Subtract(double a, double b) => (double)(a - b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Multiply(double a, double b) => (double)(a * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Divide(double a, double b) => (double)(a / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SquareRoot(double a) => Math.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double MultiplyAdd(double a, double b, double c) => Elementary.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double SelectLess(double a, double b, double whenTrue, double otherwise) => a < b ? whenTrue : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double And(double a, double b) => FromBits(ToBits(a) & ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Or(double a, double b) => FromBits(ToBits(a) | ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Xor(double a, double b) => FromBits(ToBits(a) ^ ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double AddBits(double a, double b) => FromBits(ToBits(a) + ToBits(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ShiftLeft(double a, int count) => FromBits(ToBits(a) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ShiftRight(double a, int count) => FromBits(ToBits(a) >>> count);

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToBits(double value) => BitConverter.DoubleToInt64Bits(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double FromBits(long bits) => BitConverter.Int64BitsToDouble(bits);
#else
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToBits(double value) => Unsafe.As<double, long>(ref value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double FromBits(long bits) => Unsafe.As<long, double>(ref bits);
#endif
}
