using NetGen.Generator.Model;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Oracle;

/// <summary>
/// ∂output/∂input by the plain interpreter: with the loss ½ Σ (a − y)² and the target y = a − e, where e is 1 for one output and 0
/// for the others, the gradient by the input is that output's.
/// </summary>
internal sealed class JacobianOracle(NetworkModel model, double[] parameters)
{
    private readonly PlainInterpreter _interpreter = new(WithQuadraticLoss(model), parameters);

    public double[] Forward(double[] input) => _interpreter.Forward(input);

    /// <summary>In rows, one an output.</summary>
    public double[] Jacobian(double[] input)
    {
        var output = Forward(input);
        return [.. Enumerable.Range(0, output.Length).SelectMany(row =>
            _interpreter.Differentiate([input], [[.. output.Select((value, index) => index == row ? value - 1 : value)]]).ByInputs)];
    }

    /// <summary>The network whose last activation is what the loss implies.</summary>
    private static NetworkModel WithQuadraticLoss(NetworkModel model)
    {
        var last = (AffineModel)model.Layers[^1];
        var activation = model.Loss.Name switch
        {
            nameof(Loss.SoftmaxCrossEntropy) or nameof(Loss.KlDivergenceWithLogits) => nameof(Activation.Softmax),
            nameof(Loss.BinaryCrossEntropyWithLogits) => nameof(Activation.Sigmoid),
            _ => last.Activation,
        };
        return model with
        {
            Layers = model.Layers.SkipLast(1).Append(last with { Activation = activation }).ToEquatableArray(),
            Loss = nameof(Loss.Quadratic),
            Reduction = nameof(Reduction.Default),
        };
    }
}
