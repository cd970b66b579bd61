namespace NetGen.Tests.Networks;

/// <summary>Large enough for vectors, of no round width, and with blocks shorter than the batches that tests use.</summary>
[Network(20, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, BatchSize = 4)]
[Dense(17, Activation.Relu)]
[Dense(5)]
public sealed partial class WideNetwork;
