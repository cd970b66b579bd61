using System.Collections.Generic;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>What a loss reads and where its value goes.</summary>
/// <param name="Z">The last layer's result: the logits, where the loss has any.</param>
/// <param name="Target">y, or null where the one-hot vector of <paramref name="Label"/> stands for it.</param>
/// <param name="Label">The index of the right class.</param>
/// <param name="Loss">The sample's loss, to be added to.</param>
/// <param name="HuberDelta">Where the Huber loss turns from a square into a line.</param>
/// <param name="Weight">1 where the outputs' losses are summed, 1/outputs where they are averaged.</param>
internal sealed record LossOperands(Tensor Z, Tensor? Target, Tensor Label, Tensor Loss, double Weight, double HuberDelta);

/// <param name="Predict">Writes the prediction that <c>Forward</c> returns, from the last layer's result.</param>
/// <param name="Write">Writes the loss.</param>
/// <param name="Stage">What the prediction is called: the function that it applies.</param>
/// <param name="TakesLabels">Whether a class index can stand for the target.</param>
internal sealed record LossDefinition(
    Func<ForwardBuilder, Tensor, Tensor> Predict,
    Action<ForwardBuilder, LossOperands> Write,
    string Stage = "Output",
    bool TakesLabels = false,
    bool IsMeanByDefault = false)
{
    /// <summary>Whether the prediction differs from the last layer's result.</summary>
    public bool HasLogits => Predict != LossTable.Itself;
}

/// <summary>Every loss, one line each; z is the last layer's result, y the target. No gradient is written anywhere.</summary>
internal static class LossTable
{
    public static readonly Func<ForwardBuilder, Tensor, Tensor> Itself = (_, z) => z;

    private static readonly Dictionary<string, LossDefinition> Definitions = new(StringComparer.Ordinal)
    {
        ["Quadratic"] = new(Itself, Each((z, y) => 0.5 * (z - y).Power(2))),
        ["MeanSquaredError"] = new(Itself, Each((z, y) => (z - y).Power(2)), IsMeanByDefault: true),
        ["MeanAbsoluteError"] = new(Itself, Each((z, y) => Function.Abs.Of(z - y)), IsMeanByDefault: true),
        ["Huber"] = new(Itself, EachWithDelta((z, y, delta) => Huber(z - y, delta)), IsMeanByDefault: true),
        ["LogCosh"] = new(Itself, Each((z, y) => Function.LogCosh.Of(z - y)), IsMeanByDefault: true),
        ["Hinge"] = new(Itself, Each((z, y) => Function.Relu.Of(1 - (y * z))), IsMeanByDefault: true),
        ["SquaredHinge"] = new(Itself, Each((z, y) => Function.Relu.Of(1 - (y * z)).Power(2)), IsMeanByDefault: true),
        ["BinaryCrossEntropyWithLogits"] = new(Elementwise(Function.Sigmoid), Each(Idioms.CrossEntropy), "Sigmoid"),
        ["SoftmaxCrossEntropy"] = new(Softmax.Write, Softmax.WriteCrossEntropy, "Softmax", TakesLabels: true),
        ["KlDivergenceWithLogits"] = new(Softmax.Write, Softmax.WriteDivergence, "Softmax"),
    };

    public static LossDefinition Get(FunctionChoice loss) => loss.Own is { } own ? OwnLoss.Define(own) : Definitions[loss.Name];

    /// <summary>A loss that is the sum or the mean of a formula of each output.</summary>
    public static Action<ForwardBuilder, LossOperands> Each(Func<Expr, Expr, Expr> formula) => EachWithDelta((z, y, _) => formula(z, y));

    private static Action<ForwardBuilder, LossOperands> EachWithDelta(Func<Expr, Expr, double, Expr> formula) => (builder, operands) =>
        builder.Add(
            operands.Loss, operands.Weight * formula(operands.Z.At(), operands.Target!.At(), operands.HuberDelta), operands.Z.Axes);

    /// <summary>P. J. Huber, Robust Estimation of a Location Parameter, 1964.</summary>
    private static Expr Huber(Expr error, double delta) => Choose.Of(
        Function.Abs.Of(error) <= delta,
        0.5 * error.Power(2),
        (delta * Function.Abs.Of(error)) - (0.5 * delta * delta));

    private static Func<ForwardBuilder, Tensor, Tensor> Elementwise(Function function) => (builder, z) =>
    {
        var p = ForwardBuilder.Temporary("p", z.Axes);
        builder.Set(p, function.Of(z.At()));
        return p;
    };
}
