namespace NetGen.Benchmarks.Networks;

// The five networks that everything here measures, as a user declares them.

[Network(2, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(3, Activation.Sigmoid)]
[Dense(2)]
public sealed partial class A;

[Network(8, Loss = Loss.Quadratic)]
[Dense(16, Activation.Tanh)]
[Dense(16, Activation.Tanh)]
[Dense(1, Activation.Tanh)]
public sealed partial class B;

[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(32, Activation.Relu)]
[Dense(10)]
public sealed partial class C;

[Network(64, Loss = Loss.Quadratic)]
[Dense(64, Activation.Tanh)]
[Dense(64, Activation.Tanh)]
[Dense(10, Activation.Tanh)]
public sealed partial class D;

[Network(784, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(128, Activation.Relu)]
[Dense(10)]
public sealed partial class E;
