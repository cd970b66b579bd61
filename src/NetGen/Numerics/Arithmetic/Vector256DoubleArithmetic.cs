#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Arithmetic on a <see cref="Vector256{T}"/> of <see cref="double"/>.</summary>
internal readonly struct Vector256DoubleArithmetic : IArithmetic<double, Vector256<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Constant(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Bits(long bits) => Vector256.Create((long)bits).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Subtract(Vector256<double> a, Vector256<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Divide(Vector256<double> a, Vector256<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SquareRoot(Vector256<double> a) => Vector256.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Elementary.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> SelectLess(Vector256<double> a, Vector256<double> b, Vector256<double> whenTrue, Vector256<double> otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(a, b), whenTrue, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> And(Vector256<double> a, Vector256<double> b) => (a.AsInt64() & b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Or(Vector256<double> a, Vector256<double> b) => (a.AsInt64() | b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Xor(Vector256<double> a, Vector256<double> b) => (a.AsInt64() ^ b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> AddBits(Vector256<double> a, Vector256<double> b) => (a.AsInt64() + b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ShiftLeft(Vector256<double> a, int count) => (a.AsInt64() << count).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> ShiftRight(Vector256<double> a, int count) => (a.AsInt64() >>> count).AsDouble();
}
#endif
