using NetGen;

namespace Consumer
{
    [Network(2, Loss = Loss.SoftmaxCrossEntropy)]
    [Dense(8, Activation.Tanh)]
    [Dense(2)]
    public sealed partial class ExclusiveOr
    {
    }
}
