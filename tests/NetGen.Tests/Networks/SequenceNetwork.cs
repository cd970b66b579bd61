namespace NetGen.Tests.Networks;

/// <summary>A first layer so large that successive steps run in blocks, of no round width.</summary>
[Network(70, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(61, Activation.Relu)]
[Dense(5)]
public sealed partial class SequenceNetwork;
