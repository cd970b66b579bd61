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
            ref var row0 = ref Unsafe.Add(ref source, sourceOffset + (row * stride));
            ref var row1 = ref Unsafe.Add(ref source, sourceOffset + (Math.Min(row + 1, last) * stride));
            ref var row2 = ref Unsafe.Add(ref source, sourceOffset + (Math.Min(row + 2, last) * stride));
            ref var row3 = ref Unsafe.Add(ref source, sourceOffset + (Math.Min(row + 3, last) * stride));
            ref var column0 = ref Unsafe.Add(ref target, targetOffset + row);
            for (var column = 0; column < columns; column += 4)
            {
                var a = Vector128.LoadUnsafe(ref row0, (uint)column);
                var b = Vector128.LoadUnsafe(ref row1, (uint)column);
                var c = Vector128.LoadUnsafe(ref row2, (uint)column);
                var d = Vector128.LoadUnsafe(ref row3, (uint)column);
                var ac = InterleaveLow(a, c);
                var bd = InterleaveLow(b, d);
                ref var to = ref Unsafe.Add(ref column0, column * targetStride);
                InterleaveLow(ac, bd).StoreUnsafe(ref to);
                InterleaveHigh(ac, bd).StoreUnsafe(ref to, (uint)targetStride);
                ac = InterleaveHigh(a, c);
                bd = InterleaveHigh(b, d);
                InterleaveLow(ac, bd).StoreUnsafe(ref to, (uint)(2 * targetStride));
                InterleaveHigh(ac, bd).StoreUnsafe(ref to, (uint)(3 * targetStride));
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
            ref var row0 = ref Unsafe.Add(ref source, sourceOffset + (row * stride));
            ref var row1 = ref Unsafe.Add(ref source, sourceOffset + (Math.Min(row + 1, rows - 1) * stride));
            ref var column0 = ref Unsafe.Add(ref target, targetOffset + row);
            for (var column = 0; column < columns; column += 2)
            {
                var a = Vector128.LoadUnsafe(ref row0, (uint)column);
                var b = Vector128.LoadUnsafe(ref row1, (uint)column);
                ref var to = ref Unsafe.Add(ref column0, column * targetStride);
                Vector128.Create(a.GetLower(), b.GetLower()).StoreUnsafe(ref to);
                Vector128.Create(a.GetUpper(), b.GetUpper()).StoreUnsafe(ref to, (uint)targetStride);
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
