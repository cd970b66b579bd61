#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 256 bits.
public abstract partial class KernelBase<T>
{
    /// <summary>Lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Load256(ref T origin, int offset) =>
        Vector256.LoadUnsafe(ref origin, (uint)offset);

    /// <summary>Writes lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store(Vector256<T> value, ref T origin, int offset) =>
        value.StoreUnsafe(ref origin, (uint)offset);

    /// <summary>The first lanes from an offset on, where memory ends before the vector does; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> LoadFirst256(ref T origin, int offset, int count) => count <= Vector128<T>.Count
        ? LoadFirst128(ref origin, offset, count).ToVector256()
        : Load128(ref origin, offset).ToVector256()
            .WithUpper(LoadFirst128(ref origin, offset + Vector128<T>.Count, count - Vector128<T>.Count));

    /// <summary>Writes the first lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreFirst(Vector256<T> value, ref T origin, int offset, int count)
    {
        if (count <= Vector128<T>.Count)
        {
            StoreFirst(value.GetLower(), ref origin, offset, count);
            return;
        }

        Store(value.GetLower(), ref origin, offset);
        StoreFirst(value.GetUpper(), ref origin, offset + Vector128<T>.Count, count - Vector128<T>.Count);
    }

    /// <summary>One value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Broadcast256(T value) => Vector256.Create(value);

    /// <summary>The element at an offset in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Broadcast256(ref T origin, int offset) => Vector256.Create(At(ref origin, offset));

    /// <summary>128 bits from an offset on, as often as they fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> LoadRepeated256(ref T origin, int offset) => Vector256.Create(Load128(ref origin, offset), Load128(ref origin, offset));

    /// <summary>The value where the mask is set, 0 elsewhere, even where the value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Keep(Vector256<T> mask, Vector256<T> value) => mask & value;

    /// <summary>The first value where the mask is set, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Choose(Vector256<T> mask, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(mask, then, otherwise);

    /// <summary>A mask of the lanes that are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Equal(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);

    /// <summary>A mask of the lanes where left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Greater(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThan(left, right);

    /// <summary>A mask of the lanes where left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> GreaterOrEqual(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThanOrEqual(left, right);

    /// <summary>A mask of the lanes where left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Less(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    /// <summary>A mask of the lanes where left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> LessOrEqual(Vector256<T> left, Vector256<T> right) => Vector256.LessThanOrEqual(left, right);
}
#endif
