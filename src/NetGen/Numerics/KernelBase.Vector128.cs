#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

// The same operations on vectors of 128 bits. Constants are written out: helpers in helpers count towards what the JIT inlines.
public abstract partial class KernelBase
{
    /// <summary>first, first + 1, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> LaneIndices128(float first) =>
        Vector128.Create(0f, 1f, 2f, 3f) + Vector128.Create(first);

    /// <inheritdoc cref="LaneIndices128(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> LaneIndices128(double first) =>
        Vector128.Create(0.0, 1.0) + Vector128.Create(first);

    /// <summary>The value in the first lanes, 0 in the others, whatever they hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> FirstLanes(Vector128<float> value, int count) =>
        Vector128.LessThan(Vector128.Create(0f, 1f, 2f, 3f), Vector128.Create((float)count)) & value;

    /// <inheritdoc cref="FirstLanes(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> FirstLanes(Vector128<double> value, int count) =>
        Vector128.LessThan(Vector128.Create(0.0, 1.0), Vector128.Create((double)count)) & value;

    /// <summary>The value in the first lanes, −∞ in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> FirstLanesOrLowest(Vector128<float> value, int count) => Vector128.ConditionalSelect(
        Vector128.LessThan(Vector128.Create(0f, 1f, 2f, 3f), Vector128.Create((float)count)), value, Vector128.Create(float.NegativeInfinity));

    /// <inheritdoc cref="FirstLanesOrLowest(Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> FirstLanesOrLowest(Vector128<double> value, int count) => Vector128.ConditionalSelect(
        Vector128.LessThan(Vector128.Create(0.0, 1.0), Vector128.Create((double)count)), value, Vector128.Create(double.NegativeInfinity));
}
#endif
