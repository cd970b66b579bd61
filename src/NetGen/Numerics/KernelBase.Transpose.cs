#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Transposed copies, in blocks that fit the registers.
public abstract partial class KernelBase
{
    /// <summary>
    /// Writes rows as columns: target[column, row] = source[row, column]. Works in blocks of 4 × 4, so that up to three more
    /// columns are read and written, and up to three more elements at the end of the target's rows are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected static void Transpose(
        ref float source, int sourceOffset, int rows, int columns, int stride, ref float target, int targetOffset, int targetStride)
    {
        for (var row = 0; row < rows; row += 4)
        {
            // Behind the last row stands something else: the row itself is as good.
            var last = rows - 1;
            ref var row0 = ref At(ref source, sourceOffset + (row * stride));
            ref var row1 = ref At(ref source, sourceOffset + (Math.Min(row + 1, last) * stride));
            ref var row2 = ref At(ref source, sourceOffset + (Math.Min(row + 2, last) * stride));
            ref var row3 = ref At(ref source, sourceOffset + (Math.Min(row + 3, last) * stride));
            ref var column0 = ref At(ref target, targetOffset + row);
            for (var column = 0; column < columns; column += 4)
            {
                var a = Load128(ref row0, column);
                var b = Load128(ref row1, column);
                var c = Load128(ref row2, column);
                var d = Load128(ref row3, column);
                var ac = InterleaveLow(a, c);
                var bd = InterleaveLow(b, d);
                ref var to = ref At(ref column0, column * targetStride);
                Store(InterleaveLow(ac, bd), ref to, 0);
                Store(InterleaveHigh(ac, bd), ref to, targetStride);
                ac = InterleaveHigh(a, c);
                bd = InterleaveHigh(b, d);
                Store(InterleaveLow(ac, bd), ref to, 2 * targetStride);
                Store(InterleaveHigh(ac, bd), ref to, 3 * targetStride);
            }
        }
    }

    /// <inheritdoc cref="Transpose(ref float, int, int, int, int, ref float, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected static void Transpose(
        ref double source, int sourceOffset, int rows, int columns, int stride, ref double target, int targetOffset, int targetStride)
    {
        for (var row = 0; row < rows; row += 2)
        {
            ref var row0 = ref At(ref source, sourceOffset + (row * stride));
            ref var row1 = ref At(ref source, sourceOffset + (Math.Min(row + 1, rows - 1) * stride));
            ref var column0 = ref At(ref target, targetOffset + row);
            for (var column = 0; column < columns; column += 2)
            {
                var a = Load128(ref row0, column);
                var b = Load128(ref row1, column);
                ref var to = ref At(ref column0, column * targetStride);
                Store(Vector128.Create(a.GetLower(), b.GetLower()), ref to, 0);
                Store(Vector128.Create(a.GetUpper(), b.GetUpper()), ref to, targetStride);
            }
        }
    }

    /// <summary>a₀ b₀ a₁ b₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveLow(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
            return Sse.UnpackLow(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipLow(a, b);
        return Vector128.Create(a[0], b[0], a[1], b[1]);
    }

    /// <summary>a₂ b₂ a₃ b₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveHigh(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
            return Sse.UnpackHigh(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipHigh(a, b);
        return Vector128.Create(a[2], b[2], a[3], b[3]);
    }
}
#endif
