namespace NetGen.Benchmarks.Networks;

/// <summary>Large enough that a batch is worth several threads.</summary>
[Network(784, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(512, Activation.Relu)]
[Dense(256, Activation.Relu)]
[Dense(10)]
public sealed partial class Large;
