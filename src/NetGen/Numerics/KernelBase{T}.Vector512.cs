#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 512 bits.
public abstract partial class KernelBase<T>
{
    /// <summary>Lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Load512(ref T origin, int offset) =>
        Vector512.LoadUnsafe(ref origin, (uint)offset);

    /// <summary>Writes lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store(Vector512<T> value, ref T origin, int offset) =>
        value.StoreUnsafe(ref origin, (uint)offset);

    /// <summary>The first lanes from an offset on, where memory ends before the vector does; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> LoadFirst512(ref T origin, int offset, int count) => count <= Vector256<T>.Count
        ? LoadFirst256(ref origin, offset, count).ToVector512()
        : Load256(ref origin, offset).ToVector512()
            .WithUpper(LoadFirst256(ref origin, offset + Vector256<T>.Count, count - Vector256<T>.Count));

    /// <summary>Writes the first lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreFirst(Vector512<T> value, ref T origin, int offset, int count)
    {
        if (count <= Vector256<T>.Count)
        {
            StoreFirst(value.GetLower(), ref origin, offset, count);
            return;
        }

        Store(value.GetLower(), ref origin, offset);
        StoreFirst(value.GetUpper(), ref origin, offset + Vector256<T>.Count, count - Vector256<T>.Count);
    }

    /// <summary>One value in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Broadcast512(T value) => Vector512.Create(value);

    /// <summary>The element at an offset in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Broadcast512(ref T origin, int offset) => Vector512.Create(At(ref origin, offset));

    /// <summary>The value where the mask is set, 0 elsewhere, even where the value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Keep(Vector512<T> mask, Vector512<T> value) => mask & value;

    /// <summary>The first value where the mask is set, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Choose(Vector512<T> mask, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(mask, then, otherwise);

    /// <summary>A mask of the lanes that are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Equal(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);

    /// <summary>A mask of the lanes where left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Greater(Vector512<T> left, Vector512<T> right) => Vector512.GreaterThan(left, right);

    /// <summary>A mask of the lanes where left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> GreaterOrEqual(Vector512<T> left, Vector512<T> right) => Vector512.GreaterThanOrEqual(left, right);

    /// <summary>A mask of the lanes where left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Less(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);

    /// <summary>A mask of the lanes where left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> LessOrEqual(Vector512<T> left, Vector512<T> right) => Vector512.LessThanOrEqual(left, right);
}
#endif
