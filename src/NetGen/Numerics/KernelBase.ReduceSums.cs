#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Sums of the lanes of up to as many vectors as a vector has lanes, in one vector: each sum is added by halves, in the same order
// as ReduceSum does, but halves of different vectors share a register, so that 16 sums take 15 additions instead of 64.
public abstract partial class KernelBase
{
    /// <summary>The sums of the lanes of sixteen vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<float> ReduceSums(
        Vector512<float> v0, Vector512<float> v1 = default, Vector512<float> v2 = default, Vector512<float> v3 = default,
        Vector512<float> v4 = default, Vector512<float> v5 = default, Vector512<float> v6 = default, Vector512<float> v7 = default,
        Vector512<float> v8 = default, Vector512<float> v9 = default, Vector512<float> v10 = default, Vector512<float> v11 = default,
        Vector512<float> v12 = default, Vector512<float> v13 = default, Vector512<float> v14 = default, Vector512<float> v15 = default)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector512.Create(
                ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3), AddHalves(v4), AddHalves(v5), AddHalves(v6), AddHalves(v7)),
                ReduceSums(AddHalves(v8), AddHalves(v9), AddHalves(v10), AddHalves(v11), AddHalves(v12), AddHalves(v13), AddHalves(v14), AddHalves(v15)));
        }

        // Blocks of four lanes of the results: rows 0 4 8 12, then 1 5 9 13, 2 6 10 14, 3 7 11 15.
        var a = AddQuarters(AddHalves(v0, v4), AddHalves(v8, v12));
        var b = AddQuarters(AddHalves(v1, v5), AddHalves(v9, v13));
        var c = AddQuarters(AddHalves(v2, v6), AddHalves(v10, v14));
        var d = AddQuarters(AddHalves(v3, v7), AddHalves(v11, v15));
        var ac = Avx512F.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle() + Avx512F.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle();
        var bd = Avx512F.UnpackLow(c.AsDouble(), d.AsDouble()).AsSingle() + Avx512F.UnpackHigh(c.AsDouble(), d.AsDouble()).AsSingle();
        return Avx512F.Shuffle(ac, bd, 0b10_00_10_00) + Avx512F.Shuffle(ac, bd, 0b11_01_11_01);
    }

    /// <summary>The sums of the lanes of eight vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> ReduceSums(
        Vector256<float> v0, Vector256<float> v1 = default, Vector256<float> v2 = default, Vector256<float> v3 = default,
        Vector256<float> v4 = default, Vector256<float> v5 = default, Vector256<float> v6 = default, Vector256<float> v7 = default)
    {
        if (!Avx.IsSupported)
        {
            return Vector256.Create(
                ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3)),
                ReduceSums(AddHalves(v4), AddHalves(v5), AddHalves(v6), AddHalves(v7)));
        }

        var a = AddHalves(v0, v4);
        var b = AddHalves(v1, v5);
        var c = AddHalves(v2, v6);
        var d = AddHalves(v3, v7);
        var ab = Avx.UnpackLow(a.AsDouble(), b.AsDouble()).AsSingle() + Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).AsSingle();
        var cd = Avx.UnpackLow(c.AsDouble(), d.AsDouble()).AsSingle() + Avx.UnpackHigh(c.AsDouble(), d.AsDouble()).AsSingle();
        return Avx.Shuffle(ab, cd, 0b10_00_10_00) + Avx.Shuffle(ab, cd, 0b11_01_11_01);
    }

    /// <summary>The sums of the lanes of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> ReduceSums(Vector128<float> v0, Vector128<float> v1 = default, Vector128<float> v2 = default, Vector128<float> v3 = default)
    {
        if (!Sse.IsSupported && !AdvSimd.Arm64.IsSupported)
            return Vector128.Create(ReduceSum(v0), ReduceSum(v1), ReduceSum(v2), ReduceSum(v3));
        var a = UnpackLow(v0, v1) + UnpackHigh(v0, v1);
        var b = UnpackLow(v2, v3) + UnpackHigh(v2, v3);
        return Sse.IsSupported
            ? Sse.Shuffle(a, b, 0b10_00_10_00) + Sse.Shuffle(a, b, 0b11_01_11_01)
            : AdvSimd.Arm64.UnzipEven(a, b) + AdvSimd.Arm64.UnzipOdd(a, b);
    }

    /// <summary>The sums of the lanes of eight vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector512<double> ReduceSums(
        Vector512<double> v0, Vector512<double> v1 = default, Vector512<double> v2 = default, Vector512<double> v3 = default,
        Vector512<double> v4 = default, Vector512<double> v5 = default, Vector512<double> v6 = default, Vector512<double> v7 = default)
    {
        if (!Avx512F.IsSupported)
        {
            return Vector512.Create(
                ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3)),
                ReduceSums(AddHalves(v4), AddHalves(v5), AddHalves(v6), AddHalves(v7)));
        }

        var a = AddQuarters(AddHalves(v0, v2), AddHalves(v4, v6));
        var b = AddQuarters(AddHalves(v1, v3), AddHalves(v5, v7));
        return Avx512F.UnpackLow(a, b) + Avx512F.UnpackHigh(a, b);
    }

    /// <summary>The sums of the lanes of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> ReduceSums(Vector256<double> v0, Vector256<double> v1 = default, Vector256<double> v2 = default, Vector256<double> v3 = default)
    {
        if (!Avx.IsSupported)
            return Vector256.Create(ReduceSums(AddHalves(v0), AddHalves(v1)), ReduceSums(AddHalves(v2), AddHalves(v3)));
        var a = AddHalves(v0, v2);
        var b = AddHalves(v1, v3);
        return Avx.UnpackLow(a, b) + Avx.UnpackHigh(a, b);
    }

    /// <summary>The sums of the lanes of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> ReduceSums(Vector128<double> v0, Vector128<double> v1 = default) =>
        Sse2.IsSupported ? Sse2.UnpackLow(v0, v1) + Sse2.UnpackHigh(v0, v1)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(v0, v1) + AdvSimd.Arm64.ZipHigh(v0, v1)
        : Vector128.Create(ReduceSum(v0), ReduceSum(v1));

    /// <summary>The sums of the lanes of eight vectors, in one of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> ReduceSums256(
        Vector512<float> v0, Vector512<float> v1 = default, Vector512<float> v2 = default, Vector512<float> v3 = default,
        Vector512<float> v4 = default, Vector512<float> v5 = default, Vector512<float> v6 = default, Vector512<float> v7 = default) =>
        ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3), AddHalves(v4), AddHalves(v5), AddHalves(v6), AddHalves(v7));

    /// <summary>The sums of the lanes of four vectors, in one of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> ReduceSums128(Vector512<float> v0, Vector512<float> v1 = default, Vector512<float> v2 = default, Vector512<float> v3 = default) =>
        ReduceSums(AddHalves(AddHalves(v0)), AddHalves(AddHalves(v1)), AddHalves(AddHalves(v2)), AddHalves(AddHalves(v3)));

    /// <summary>The sums of the lanes of four vectors, in one of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> ReduceSums128(Vector256<float> v0, Vector256<float> v1 = default, Vector256<float> v2 = default, Vector256<float> v3 = default) =>
        ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3));

    /// <summary>The sums of the lanes of four vectors, in one of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> ReduceSums256(Vector512<double> v0, Vector512<double> v1 = default, Vector512<double> v2 = default, Vector512<double> v3 = default) =>
        ReduceSums(AddHalves(v0), AddHalves(v1), AddHalves(v2), AddHalves(v3));

    /// <summary>The sums of the lanes of two vectors, in one of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> ReduceSums128(Vector512<double> v0, Vector512<double> v1 = default) =>
        ReduceSums(AddHalves(AddHalves(v0)), AddHalves(AddHalves(v1)));

    /// <summary>The sums of the lanes of two vectors, in one of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> ReduceSums128(Vector256<double> v0, Vector256<double> v1 = default) =>
        ReduceSums(AddHalves(v0), AddHalves(v1));

    /// <summary>The lower half plus the upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> AddHalves<T>(Vector512<T> value) => value.GetLower() + value.GetUpper();

    /// <inheritdoc cref="AddHalves{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> AddHalves<T>(Vector256<T> value) => value.GetLower() + value.GetUpper();

    /// <summary>The halves of a, added, below the halves of b, added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AddHalves(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, 0b01_00_01_00) + Avx512F.Shuffle4x128(a, b, 0b11_10_11_10);

    /// <inheritdoc cref="AddHalves(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddHalves(Vector512<double> a, Vector512<double> b) =>
        Avx512F.Shuffle4x128(a, b, 0b01_00_01_00) + Avx512F.Shuffle4x128(a, b, 0b11_10_11_10);

    /// <inheritdoc cref="AddHalves(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> AddHalves(Vector256<float> a, Vector256<float> b) =>
        Avx.Permute2x128(a, b, 0x20) + Avx.Permute2x128(a, b, 0x31);

    /// <inheritdoc cref="AddHalves(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddHalves(Vector256<double> a, Vector256<double> b) =>
        Avx.Permute2x128(a, b, 0x20) + Avx.Permute2x128(a, b, 0x31);

    /// <summary>In each half of a and b, its lower quarter plus its upper one: a's below b's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AddQuarters(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, 0b10_00_10_00) + Avx512F.Shuffle4x128(a, b, 0b11_01_11_01);

    /// <inheritdoc cref="AddQuarters(Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddQuarters(Vector512<double> a, Vector512<double> b) =>
        Avx512F.Shuffle4x128(a, b, 0b10_00_10_00) + Avx512F.Shuffle4x128(a, b, 0b11_01_11_01);

    // Not by Vector128.Create of two halves of 64 bits, which go through memory.

    /// <summary>a₀ a₁ b₀ b₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveLowToHigh(a, b) : AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble()).AsSingle();

    /// <summary>a₂ a₃ b₂ b₃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.MoveHighToLow(b, a) : AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle();
}
#endif
