#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 256 bits.
public abstract partial class KernelBase
{
    /// <summary>Lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Load256<T>(ref T origin, int offset) =>
        Vector256.LoadUnsafe(ref origin, (uint)offset);

    /// <summary>Writes lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store<T>(Vector256<T> value, ref T origin, int offset) =>
        value.StoreUnsafe(ref origin, (uint)offset);

    /// <summary>The first lanes from an offset on, where memory ends before the vector does; 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> LoadFirst256<T>(ref T origin, int offset, int count) => count <= Vector128<T>.Count
        ? LoadFirst128(ref origin, offset, count).ToVector256()
        : Load128(ref origin, offset).ToVector256()
            .WithUpper(LoadFirst128(ref origin, offset + Vector128<T>.Count, count - Vector128<T>.Count));

    /// <summary>Writes the first lanes from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreFirst<T>(Vector256<T> value, ref T origin, int offset, int count)
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
    protected static Vector256<T> Broadcast256<T>(T value) => Vector256.Create(value);

    /// <summary>first, first + 1, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> LaneIndices256(float first) =>
        Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f) + Vector256.Create(first);

    /// <inheritdoc cref="LaneIndices256(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> LaneIndices256(double first) =>
        Vector256.Create(0.0, 1.0, 2.0, 3.0) + Vector256.Create(first);

    /// <summary>The value in the first lanes, 0 in the others, whatever they hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> FirstLanes(Vector256<float> value, int count) =>
        Keep(Vector256.LessThan(LaneIndices256(0f), Vector256.Create((float)count)), value);

    /// <inheritdoc cref="FirstLanes(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> FirstLanes(Vector256<double> value, int count) =>
        Keep(Vector256.LessThan(LaneIndices256(0.0), Vector256.Create((double)count)), value);

    /// <summary>The value in the first lanes, −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> FirstLanesOrLowest(Vector256<float> value, int count) => Vector256.ConditionalSelect(
        Vector256.LessThan(LaneIndices256(0f), Vector256.Create((float)count)), value, Vector256.Create(float.NegativeInfinity));

    /// <inheritdoc cref="FirstLanesOrLowest(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> FirstLanesOrLowest(Vector256<double> value, int count) => Vector256.ConditionalSelect(
        Vector256.LessThan(LaneIndices256(0.0), Vector256.Create((double)count)), value, Vector256.Create(double.NegativeInfinity));

    /// <summary>The value where the mask is set, 0 elsewhere, even where the value is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Keep<T>(Vector256<T> mask, Vector256<T> value) => mask & value;

    /// <summary>The first value where the mask is set, the second elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Choose<T>(Vector256<T> mask, Vector256<T> then, Vector256<T> otherwise) =>
        Vector256.ConditionalSelect(mask, then, otherwise);

    /// <summary>A mask of the lanes that are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Equal<T>(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);

    /// <summary>A mask of the lanes where left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Greater<T>(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThan(left, right);

    /// <summary>A mask of the lanes where left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> GreaterOrEqual<T>(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThanOrEqual(left, right);

    /// <summary>A mask of the lanes where left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> Less<T>(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    /// <summary>A mask of the lanes where left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<T> LessOrEqual<T>(Vector256<T> left, Vector256<T> right) => Vector256.LessThanOrEqual(left, right);
}
#endif
