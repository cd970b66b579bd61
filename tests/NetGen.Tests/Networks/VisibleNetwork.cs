namespace NetGen.Tests.Networks;

/// <summary>Two hidden layers can be looked at.</summary>
[Network(20, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(17, Activation.Relu, Name = "class", Visible = true)]
[Dense(9, Activation.Tanh, Name = "last_hidden-layer", Visible = true)]
[Dense(5)]
public sealed partial class VisibleNetwork;
