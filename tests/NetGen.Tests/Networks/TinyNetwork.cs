namespace NetGen.Tests.Networks;

/// <summary>Small enough to be scalars: 17 parameters.</summary>
[Network(2, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01)]
[Dense(3, Activation.Sigmoid)]
[Dense(2)]
public sealed partial class TinyNetwork;
