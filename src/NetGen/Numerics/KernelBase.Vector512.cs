#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 512 bits. Constants are written out: helpers in helpers count towards what the JIT inlines.
public abstract partial class KernelBase
{
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
        Vector512.LessThan(Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f), Vector512.Create((float)count)) & value;

    /// <inheritdoc cref="FirstLanes(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> FirstLanes(Vector512<double> value, int count) =>
        Vector512.LessThan(Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), Vector512.Create((double)count)) & value;

    /// <summary>The value in the first lanes, −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> FirstLanesOrLowest(Vector512<float> value, int count) => Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f), Vector512.Create((float)count)), value, Vector512.Create(float.NegativeInfinity));

    /// <inheritdoc cref="FirstLanesOrLowest(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> FirstLanesOrLowest(Vector512<double> value, int count) => Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), Vector512.Create((double)count)), value, Vector512.Create(double.NegativeInfinity));
}
#endif
