#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 512 bits.
public abstract partial class KernelBase
{
    /// <summary>Lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Load512<T>(ref T origin, int offset) =>
        Vector512.LoadUnsafe(ref origin, (uint)offset);

    /// <summary>Writes lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store<T>(Vector512<T> value, ref T origin, int offset) =>
        value.StoreUnsafe(ref origin, (uint)offset);

    /// <summary>The first lanes from an offset on, where memory ends before the vector does; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> LoadFirst512<T>(ref T origin, int offset, int count) => count <= Vector256<T>.Count
        ? LoadFirst256(ref origin, offset, count).ToVector512()
        : Load256(ref origin, offset).ToVector512()
            .WithUpper(LoadFirst256(ref origin, offset + Vector256<T>.Count, count - Vector256<T>.Count));

    /// <summary>Writes the first lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreFirst<T>(Vector512<T> value, ref T origin, int offset, int count)
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
    protected static Vector512<T> Broadcast512<T>(T value) => Vector512.Create(value);

    /// <summary>first, first + 1, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> LaneIndices512(float first) =>
        Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f) + Vector512.Create(first);

    /// <inheritdoc cref="LaneIndices512(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> LaneIndices512(double first) =>
        Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0) + Vector512.Create(first);

    /// <summary>The value in the first lanes, 0 in the others, whatever they hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> FirstLanes(Vector512<float> value, int count) =>
        Keep(Vector512.LessThan(LaneIndices512(0f), Vector512.Create((float)count)), value);

    /// <inheritdoc cref="FirstLanes(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> FirstLanes(Vector512<double> value, int count) =>
        Keep(Vector512.LessThan(LaneIndices512(0.0), Vector512.Create((double)count)), value);

    /// <summary>The value in the first lanes, −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> FirstLanesOrLowest(Vector512<float> value, int count) => Vector512.ConditionalSelect(
        Vector512.LessThan(LaneIndices512(0f), Vector512.Create((float)count)), value, Vector512.Create(float.NegativeInfinity));

    /// <inheritdoc cref="FirstLanesOrLowest(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> FirstLanesOrLowest(Vector512<double> value, int count) => Vector512.ConditionalSelect(
        Vector512.LessThan(LaneIndices512(0.0), Vector512.Create((double)count)), value, Vector512.Create(double.NegativeInfinity));

    /// <summary>The value where the mask is set, 0 elsewhere, even where the value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Keep<T>(Vector512<T> mask, Vector512<T> value) => mask & value;

    /// <summary>The first value where the mask is set, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Choose<T>(Vector512<T> mask, Vector512<T> then, Vector512<T> otherwise) =>
        Vector512.ConditionalSelect(mask, then, otherwise);

    /// <summary>A mask of the lanes that are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Equal<T>(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);

    /// <summary>A mask of the lanes where left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Greater<T>(Vector512<T> left, Vector512<T> right) => Vector512.GreaterThan(left, right);

    /// <summary>A mask of the lanes where left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> GreaterOrEqual<T>(Vector512<T> left, Vector512<T> right) => Vector512.GreaterThanOrEqual(left, right);

    /// <summary>A mask of the lanes where left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> Less<T>(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);

    /// <summary>A mask of the lanes where left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<T> LessOrEqual<T>(Vector512<T> left, Vector512<T> right) => Vector512.LessThanOrEqual(left, right);
}
#endif
