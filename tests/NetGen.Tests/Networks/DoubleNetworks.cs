namespace NetGen.Tests.Networks;

// TinyNetwork and WideNetwork again, in double precision.

[Network(2, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, Precision = Precision.Double)]
[Dense(3, Activation.Sigmoid)]
[Dense(2)]
public sealed partial class TinyDoubleNetwork;

[Network(20, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, BatchSize = 4, Precision = Precision.Double)]
[Dense(17, Activation.Relu)]
[Dense(5)]
public sealed partial class WideDoubleNetwork;
