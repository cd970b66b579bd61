namespace Consumer;

using NetGen;

/// <summary>Tiled code in double precision, with layers of every kind.</summary>
[Network(24, Precision = Precision.Double, WeightDecay = 0.001, Jacobian = true)]
[Standardize]
[Dense(33, Activation.Relu, Name = "stem")]
[Residual(Activation.Silu)]
[Skip("stem")]
[Activation(Activation.Tanh)]
[Dense(5)]
public sealed partial class Regression
{
}
