namespace NetGen.Tests.Networks;

/// <summary>Vectors of every width, partial ones too, in arithmetic that needs no fused multiply-add.</summary>
[Network(20, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, BatchSize = 4, Arithmetic = Arithmetic.Exact)]
[Dense(17, Activation.Gelu)]
[Dense(9, Activation.Tanh)]
[Dense(5)]
public sealed partial class ExactNetwork;
