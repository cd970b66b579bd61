namespace NetGen.Tests.Networks;

/// <summary><see cref="ExactNetwork"/> in the usual arithmetic.</summary>
[Network(20, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, BatchSize = 4)]
[Dense(17, Activation.Gelu)]
[Dense(9, Activation.Tanh)]
[Dense(5)]
public sealed partial class FusedNetwork;
