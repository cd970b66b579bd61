#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

#pragma warning disable CA1857 // Generated code passes literals, which are constants where this is inlined.

namespace NetGen.Numerics;

// Scalars that follow each other, from one load. Vectors of 512 bits do without: there an operation broadcasts from memory itself.
public abstract partial class KernelBase
{
    /// <summary>One of the elements of <see cref="KernelBase{T}.LoadRepeated256"/> in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<float> Spread(Vector256<float> repeated, int element) => Avx.IsSupported
        ? Avx.Permute(repeated, (byte)(element * 0b01_01_01_01))
        : Vector256.Create(Spread(repeated.GetLower(), element), Spread(repeated.GetUpper(), element));

    /// <inheritdoc cref="Spread(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<float> Spread(Vector128<float> repeated, int element) => Avx.IsSupported
        ? Avx.Permute(repeated, (byte)(element * 0b01_01_01_01))
        : Sse.IsSupported ? Sse.Shuffle(repeated, repeated, (byte)(element * 0b01_01_01_01))
        : Vector128.Create(repeated.GetElement(element));

    /// <inheritdoc cref="Spread(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector256<double> Spread(Vector256<double> repeated, int element) => Avx.IsSupported
        ? Avx.Permute(repeated, (byte)(element * 0b1111))
        : Vector256.Create(Spread(repeated.GetLower(), element), Spread(repeated.GetUpper(), element));

    /// <inheritdoc cref="Spread(Vector256{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector128<double> Spread(Vector128<double> repeated, int element) => Avx.IsSupported
        ? Avx.Permute(repeated, (byte)(element * 0b11))
        : Vector128.Create(repeated.GetElement(element));
}
#endif
