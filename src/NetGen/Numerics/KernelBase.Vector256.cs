#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 256 bits. Constants are written out: helpers in helpers count towards what the JIT inlines.
public abstract partial class KernelBase
{
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
        Vector256.LessThan(Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f), Vector256.Create((float)count)) & value;

    /// <inheritdoc cref="FirstLanes(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> FirstLanes(Vector256<double> value, int count) =>
        Vector256.LessThan(Vector256.Create(0.0, 1.0, 2.0, 3.0), Vector256.Create((double)count)) & value;

    /// <summary>The value in the first lanes, −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> FirstLanesOrLowest(Vector256<float> value, int count) => Vector256.ConditionalSelect(
        Vector256.LessThan(Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f), Vector256.Create((float)count)), value, Vector256.Create(float.NegativeInfinity));

    /// <inheritdoc cref="FirstLanesOrLowest(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> FirstLanesOrLowest(Vector256<double> value, int count) => Vector256.ConditionalSelect(
        Vector256.LessThan(Vector256.Create(0.0, 1.0, 2.0, 3.0), Vector256.Create((double)count)), value, Vector256.Create(double.NegativeInfinity));
}
#endif
