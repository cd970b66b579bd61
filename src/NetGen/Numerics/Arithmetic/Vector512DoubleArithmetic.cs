#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Arithmetic on a <see cref="Vector512{T}"/> of <see cref="double"/>.</summary>
internal readonly struct Vector512DoubleArithmetic : IArithmetic<double, Vector512<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Constant(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Bits(long bits) => Vector512.Create((long)bits).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Add(Vector512<double> a, Vector512<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Subtract(Vector512<double> a, Vector512<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Divide(Vector512<double> a, Vector512<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SquareRoot(Vector512<double> a) => Vector512.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Elementary.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> SelectLess(Vector512<double> a, Vector512<double> b, Vector512<double> whenTrue, Vector512<double> otherwise) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), whenTrue, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> And(Vector512<double> a, Vector512<double> b) => (a.AsInt64() & b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Or(Vector512<double> a, Vector512<double> b) => (a.AsInt64() | b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Xor(Vector512<double> a, Vector512<double> b) => (a.AsInt64() ^ b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> AddBits(Vector512<double> a, Vector512<double> b) => (a.AsInt64() + b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ShiftLeft(Vector512<double> a, int count) => (a.AsInt64() << count).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> ShiftRight(Vector512<double> a, int count) => (a.AsInt64() >>> count).AsDouble();
}
#endif
