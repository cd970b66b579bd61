namespace NetGen;

/// <summary>How products are rounded and in which order sums are added: where a trained network is the same to the last bit.</summary>
public enum Arithmetic
{
    /// <summary>
    /// Fused multiply-adds, partial sums side by side. The same bits on every machine with fused multiply-add, whatever
    /// the width of its vectors, from .NET 8 on.
    /// </summary>
    Fused,

    /// <summary>
    /// Every product is rounded before it is added, and every sum runs in the order of its index: the same bits also on
    /// machines without fused multiply-add and in the scalar code of .NET Standard 2.0. Takes up to 1.6 times as long,
    /// and up to six times for batches of straight-line networks.
    /// </summary>
    /// <remarks>
    /// Runtimes that compute in more precision than a type has are told to round every result. One difference is left:
    /// the 32-bit .NET Framework rounds a <see cref="double"/> below 2.2·10⁻³⁰⁸ twice.
    /// </remarks>
    Exact,

    /// <summary>
    /// Fused multiply-adds, and sums in the order that suits the machine's vectors best. On machines with vectors of 512 bits
    /// it is <see cref="Fused"/>; on others the last bits differ from there, and one sample may take less time.
    /// </summary>
    Fast,
}
