namespace NetGen.Tests.Networks;

// The networks of Reference/accuracy.json.

[Network(4, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double, BatchSize = 16)]
[Dense(8, Activation.Tanh)]
[Dense(3)]
public sealed partial class IrisNetwork;

[Network(13, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double, BatchSize = 16)]
[Dense(16, Activation.Relu)]
[Dense(3)]
public sealed partial class WineNetwork;

[Network(30, Loss = Loss.BinaryCrossEntropyWithLogits, Precision = Precision.Double)]
[Dense(16, Activation.Relu)]
[Dense(1)]
public sealed partial class BreastCancerNetwork;

[Network(64, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double)]
[Dense(32, Activation.Relu)]
[Dense(10)]
public sealed partial class DigitsNetwork;

[Network(10, Loss = Loss.Quadratic, Precision = Precision.Double)]
[Dense(16, Activation.Tanh)]
[Dense(1)]
public sealed partial class DiabetesNetwork;
