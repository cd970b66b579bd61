namespace NetGen.Tests.Networks;

// Networks that give their Jacobians.

/// <summary>Straight-line code, row by row.</summary>
[Network(2, Loss = Loss.SoftmaxCrossEntropy, Jacobian = true)]
[Dense(3, Activation.Sigmoid)]
[Dense(2)]
public sealed partial class TinyJacobianNetwork;

/// <summary>The same in loops over vectors, with the prediction's derivative behind a residual layer.</summary>
[Network(3, Precision = Precision.Double, Unrolling = Unrolling.None, Jacobian = true)]
[Dense(6, Activation.Gelu)]
[Residual(Activation.Tanh)]
[Dense(4, Activation.Softmax)]
public sealed partial class LoopedJacobianNetwork;

/// <summary>Vectors of every width, row by row; a loss whose gradient by the output is the output less the target.</summary>
[Network(20, Precision = Precision.Double, Jacobian = true)]
[Dense(17, Activation.Gelu)]
[Residual(Activation.Tanh)]
[Dense(5, Activation.Softmax)]
public sealed partial class JacobianNetwork;

/// <summary>Fewer inputs than outputs: column by column.</summary>
[Network(3, Jacobian = true, Training = false)]
[Dense(17, Activation.Tanh)]
[Dense(9, Activation.Silu)]
[Dense(20, Activation.Sigmoid)]
public sealed partial class CurveNetwork;

/// <summary>What does not fit the stack.</summary>
[Network(300, Jacobian = true, Training = false)]
[Dense(300, Activation.Tanh)]
[Dense(200)]
public sealed partial class LargeJacobianNetwork;

/// <summary>Every kind of layer, and functions with parameters to learn.</summary>
[Network(6, LossFunction = nameof(Asymmetric), Precision = Precision.Double, Jacobian = true, Training = false)]
[Standardize(Name = "standard")]
[Dense(18, nameof(OwnFunctions.Bent), Name = "wide")]
[Residual(nameof(OwnFunctions.PRelu))]
[Activation(nameof(OwnFunctions.Scaled))]
[Skip("wide")]
[Activation(Activation.Softmax)]
[Dense(6, nameof(OwnFunctions.Bent))]
[Skip("standard")]
public sealed partial class OwnJacobianNetwork : OwnFunctions;

/// <summary>The same where outputs are more than inputs.</summary>
[Network(6, LossFunction = nameof(Asymmetric), Precision = Precision.Double, Jacobian = true, Training = false)]
[Standardize]
[Skip("input")]
[Dense(18, nameof(OwnFunctions.Bent), Name = "wide")]
[Residual(nameof(OwnFunctions.PRelu))]
[Activation(nameof(OwnFunctions.Scaled))]
[Skip("wide")]
[Activation(Activation.Softmax)]
[Dense(40, nameof(OwnFunctions.Bent))]
public sealed partial class OwnCurveNetwork : OwnFunctions;

/// <summary>The outputs depend on no input.</summary>
[Network(3, Jacobian = true, Training = false)]
[Dense(4, nameof(Step))]
[Dense(2)]
public sealed partial class StepNetwork
{
    private static float Step(float x) => MathF.Floor(x);
}

/// <summary>Nor here, column by column.</summary>
[Network(1, Jacobian = true, Training = false, Unrolling = Unrolling.None)]
[Dense(4, nameof(Step))]
[Dense(20)]
public sealed partial class StepCurveNetwork
{
    private static float Step(float x) => MathF.Floor(x);
}
