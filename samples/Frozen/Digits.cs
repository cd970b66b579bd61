using NetGen;

namespace Samples;

/// <summary>Reads a handwritten digit from 8×8 pixels, which it standardises itself. This is the class that trains.</summary>
[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Standardize]
[Dense(32, Activation.Relu)]
[Dense(10)]
public sealed partial class Digits
{
}

/// <summary>The trained network as code: nothing to load, nothing to allocate, no instance.</summary>
[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Standardize]
[Dense(32, Activation.Relu)]
[Dense(10)]
[Weights("digits.safetensors")]
public sealed partial class FrozenDigits
{
}

/// <summary>The same with most of its weights 0, which leave no code behind.</summary>
[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Standardize]
[Dense(32, Activation.Relu)]
[Dense(10)]
[Weights("pruned.safetensors")]
public sealed partial class PrunedDigits
{
}
