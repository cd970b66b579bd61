using NetGen;

namespace Samples;

/// <summary>Reads a handwritten digit from 8×8 pixels: 32 hidden units, then one output for each digit.</summary>
[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(32, Activation.Relu)]
[Dense(10)]
public sealed partial class Digits
{
}
