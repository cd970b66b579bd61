namespace NetGen.Tests.Networks;

/// <summary>Every sample is a block.</summary>
[Network(1, BatchSize = 1)]
[Dense(1)]
public sealed partial class OneByOneNetwork;

/// <summary><see cref="OneByOneNetwork"/> with loops instead of straight lines, in the arithmetic of every machine.</summary>
[Network(1, BatchSize = 1, Unrolling = Unrolling.None, Arithmetic = Arithmetic.Exact)]
[Dense(1)]
public sealed partial class ExactOneByOneNetwork;
