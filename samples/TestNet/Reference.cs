namespace Samples;

/// <summary>
/// Parameters, one sample and what PyTorch 1.13 computes for it in float64. The numbers are random multiples of
/// 1/1024 (parameters) and 1/256 (inputs), so they are exact in float as well.
/// </summary>
internal static class Reference
{
    /// <summary>In PyTorch's order: W1 (3×2) row by row, b1, W2 (2×3) row by row, b2.</summary>
    public static ReadOnlySpan<double> Parameters =>
    [
        -0.17578125, 0.4677734375,
        -1.060546875, -0.4189453125,
        -0.7490234375, -0.865234375,

        -0.3134765625, -0.154296875, -0.103515625,

        0.0673828125, -0.1396484375, 0.3212890625,
        -0.51171875, 0.6552734375, -0.818359375,

        0.1708984375, -0.0830078125,
    ];

    public static ReadOnlySpan<double> Input => [0.234375, -1.4375];

    public const int Label = 1;

    /// <summary>W2 σ(W1 x + b1) + b2.</summary>
    public static ReadOnlySpan<double> Logits => [0.34453553241872786, -0.45027501358358824];

    /// <summary>−ln of the probability that the network gives to <see cref="Label"/>.</summary>
    public const double Loss = 1.1675229573499892;
}
