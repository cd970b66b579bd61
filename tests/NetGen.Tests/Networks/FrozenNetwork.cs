namespace NetGen.Tests.Networks;

/// <summary>Only its last layer trains.</summary>
[Network(6, Loss = Loss.Quadratic, TrainLast = 1)]
[Dense(18, Activation.Tanh)]
[Dense(5)]
public sealed partial class FrozenNetwork;
