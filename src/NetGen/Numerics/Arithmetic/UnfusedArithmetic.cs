using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Another arithmetic, but a·b + c is rounded twice on every machine.</summary>
internal readonly struct UnfusedArithmetic<TScalar, TReal, TArithmetic> : IArithmetic<TScalar, TReal>
    where TScalar : struct
    where TReal : struct
    where TArithmetic : struct, IArithmetic<TScalar, TReal>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Constant(TScalar value) => default(TArithmetic).Constant(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Bits(long bits) => default(TArithmetic).Bits(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Add(TReal a, TReal b) => default(TArithmetic).Add(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Subtract(TReal a, TReal b) => default(TArithmetic).Subtract(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Multiply(TReal a, TReal b) => default(TArithmetic).Multiply(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Divide(TReal a, TReal b) => default(TArithmetic).Divide(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal SquareRoot(TReal a) => default(TArithmetic).SquareRoot(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal MultiplyAdd(TReal a, TReal b, TReal c) => Add(Multiply(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal SelectLess(TReal a, TReal b, TReal whenTrue, TReal otherwise) => default(TArithmetic).SelectLess(a, b, whenTrue, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal And(TReal a, TReal b) => default(TArithmetic).And(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Or(TReal a, TReal b) => default(TArithmetic).Or(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Xor(TReal a, TReal b) => default(TArithmetic).Xor(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal AddBits(TReal a, TReal b) => default(TArithmetic).AddBits(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal ShiftLeft(TReal a, int count) => default(TArithmetic).ShiftLeft(a, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal ShiftRight(TReal a, int count) => default(TArithmetic).ShiftRight(a, count);
}
