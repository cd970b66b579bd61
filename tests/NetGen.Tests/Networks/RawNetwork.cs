namespace NetGen.Tests.Networks;

/// <summary>Takes raw inputs.</summary>
[Network(4, Loss = Loss.SoftmaxCrossEntropy)]
[Standardize]
[Dense(8, Activation.Tanh)]
[Dense(3)]
public sealed partial class RawNetwork;
