using NetGen;

namespace Samples;

/// <summary>
/// The textbook's 2-3-2 network: a sigmoid hidden layer, a linear layer read through softmax, cross-entropy loss and
/// weight decay. In double precision, so that the checks below can be strict.
/// </summary>
[Network(2, Loss = Loss.SoftmaxCrossEntropy, WeightDecay = 0.01, Precision = Precision.Double)]
[Dense(3, Activation.Sigmoid)]
[Dense(2)]
public sealed partial class TestNet
{
}
