namespace NetGen.Tests.Networks;

/// <summary>Takes raw samples: its first layer standardises them.</summary>
[Network(2, WeightDecay = 0.5, Precision = Precision.Double)]
[Standardize]
[Dense(1)]
public sealed partial class StandardizedNetwork;
