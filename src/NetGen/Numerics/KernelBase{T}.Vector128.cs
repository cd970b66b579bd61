#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 128 bits.
public abstract partial class KernelBase<T>
{
    /// <summary>Lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Load128(ref T origin, int offset) =>
        Vector128.LoadUnsafe(ref origin, (uint)offset);

    /// <summary>Writes lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store(Vector128<T> value, ref T origin, int offset) =>
        value.StoreUnsafe(ref origin, (uint)offset);

    /// <summary>The first lanes from an offset on, where memory ends before the vector does; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> LoadFirst128(ref T origin, int offset, int count)
    {
        ref var start = ref At(ref origin, offset);
        if (count == Vector128<T>.Count)
            return Vector128.LoadUnsafe(ref start);
        if (count == 1)
            return Vector128.CreateScalar(start);

        // As one number of 64 bits: halves that are put together go through memory.
        var two = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<T, byte>(ref start))).As<ulong, T>();
        return count == 2 ? two : two.WithElement(2, At(ref start, 2));
    }

    /// <summary>Writes the first lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreFirst(Vector128<T> value, ref T origin, int offset, int count)
    {
        ref var start = ref At(ref origin, offset);
        if (count == Vector128<T>.Count)
        {
            value.StoreUnsafe(ref start);
            return;
        }

        if (count == 1)
        {
            start = value.ToScalar();
            return;
        }

        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref start), value.AsUInt64().ToScalar());
        if (count == 3)
            At(ref start, 2) = value.GetElement(2);
    }

    /// <summary>One value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Broadcast128(T value) => Vector128.Create(value);

    /// <summary>The element at an offset in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Broadcast128(ref T origin, int offset) => Vector128.Create(At(ref origin, offset));

    /// <summary>128 bits from an offset on, as often as they fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> LoadRepeated128(ref T origin, int offset) => Load128(ref origin, offset);

    /// <summary>The value where the mask is set, 0 elsewhere, even where the value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Keep(Vector128<T> mask, Vector128<T> value) => mask & value;

    /// <summary>The first value where the mask is set, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Choose(Vector128<T> mask, Vector128<T> then, Vector128<T> otherwise) =>
        Vector128.ConditionalSelect(mask, then, otherwise);

    /// <summary>A mask of the lanes that are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Equal(Vector128<T> left, Vector128<T> right) => Vector128.Equals(left, right);

    /// <summary>A mask of the lanes where left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Greater(Vector128<T> left, Vector128<T> right) => Vector128.GreaterThan(left, right);

    /// <summary>A mask of the lanes where left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> GreaterOrEqual(Vector128<T> left, Vector128<T> right) => Vector128.GreaterThanOrEqual(left, right);

    /// <summary>A mask of the lanes where left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> Less(Vector128<T> left, Vector128<T> right) => Vector128.LessThan(left, right);

    /// <summary>A mask of the lanes where left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<T> LessOrEqual(Vector128<T> left, Vector128<T> right) => Vector128.LessThanOrEqual(left, right);
}
#endif
