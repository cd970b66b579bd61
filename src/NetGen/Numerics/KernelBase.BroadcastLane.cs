#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

#pragma warning disable CA1857 // Generated code passes literals, which are constants where this is inlined.

namespace NetGen.Numerics;

// What a layer of one sample reads of the one before: through memory each value would take twice as long.
public abstract partial class KernelBase
{
    /// <summary>One lane of a vector in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> BroadcastLane(Vector512<float> vector, int lane)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Permute4x32(Avx512F.Shuffle4x128(vector, vector, (byte)(lane / 4 * 0b01_01_01_01)), (byte)(lane % 4 * 0b01_01_01_01));
        var half = BroadcastLane(lane < 8 ? vector.GetLower() : vector.GetUpper(), lane % 8);
        return Vector512.Create(half, half);
    }

    /// <inheritdoc cref="BroadcastLane(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> BroadcastLane(Vector256<float> vector, int lane)
    {
        // Not by Spread: a call more in each lane, and the JIT inlines no further in a routine of three layers of tanh.
        if (Avx.IsSupported)
            return Avx.Permute(Avx.Permute2x128(vector, vector, (byte)(lane / 4 * 0b1_0001)), (byte)(lane % 4 * 0b01_01_01_01));
        var half = BroadcastLane(lane < 4 ? vector.GetLower() : vector.GetUpper(), lane % 4);
        return Vector256.Create(half, half);
    }

    /// <inheritdoc cref="BroadcastLane(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> BroadcastLane(Vector128<float> vector, int lane) => Spread(vector, lane);

    /// <inheritdoc cref="BroadcastLane(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> BroadcastLane(Vector512<double> vector, int lane)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Permute2x64(Avx512F.Shuffle4x128(vector, vector, (byte)(lane / 2 * 0b01_01_01_01)), (byte)(lane % 2 * 0b1111_1111));
        var half = BroadcastLane(lane < 4 ? vector.GetLower() : vector.GetUpper(), lane % 4);
        return Vector512.Create(half, half);
    }

    /// <inheritdoc cref="BroadcastLane(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> BroadcastLane(Vector256<double> vector, int lane)
    {
        if (Avx.IsSupported)
            return Avx.Permute(Avx.Permute2x128(vector, vector, (byte)(lane / 2 * 0b1_0001)), (byte)(lane % 2 * 0b1111));
        var half = BroadcastLane(lane < 2 ? vector.GetLower() : vector.GetUpper(), lane % 2);
        return Vector256.Create(half, half);
    }

    /// <inheritdoc cref="BroadcastLane(Vector512{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> BroadcastLane(Vector128<double> vector, int lane) => Spread(vector, lane);
}
#endif
