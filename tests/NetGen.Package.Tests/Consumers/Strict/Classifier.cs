namespace Consumer;

using NetGen;

/// <summary>Straight-line code, with labels and a Jacobian.</summary>
[Network(2, Loss = Loss.SoftmaxCrossEntropy, Jacobian = true)]
[Dense(8, Activation.Tanh)]
[Dense(2)]
public sealed partial class Classifier
{
}
