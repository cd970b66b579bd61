#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Arithmetic on a <see cref="Vector128{T}"/> of <see cref="double"/>.</summary>
internal readonly struct Vector128DoubleArithmetic : IArithmetic<double, Vector128<double>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Constant(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Bits(long bits) => Vector128.Create((long)bits).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Add(Vector128<double> a, Vector128<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Subtract(Vector128<double> a, Vector128<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Multiply(Vector128<double> a, Vector128<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Divide(Vector128<double> a, Vector128<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> SquareRoot(Vector128<double> a) => Vector128.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> MultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> c) => Elementary.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> SelectLess(Vector128<double> a, Vector128<double> b, Vector128<double> whenTrue, Vector128<double> otherwise) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a, b), whenTrue, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> And(Vector128<double> a, Vector128<double> b) => (a.AsInt64() & b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Or(Vector128<double> a, Vector128<double> b) => (a.AsInt64() | b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> Xor(Vector128<double> a, Vector128<double> b) => (a.AsInt64() ^ b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> AddBits(Vector128<double> a, Vector128<double> b) => (a.AsInt64() + b.AsInt64()).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ShiftLeft(Vector128<double> a, int count) => (a.AsInt64() << count).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<double> ShiftRight(Vector128<double> a, int count) => (a.AsInt64() >>> count).AsDouble();
}
#endif
