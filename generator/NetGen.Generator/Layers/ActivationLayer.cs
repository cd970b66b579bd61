using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>a = σ(z), element by element, or softmax over all elements.</summary>
internal static class ActivationLayer
{
    public static Tensor Write(ForwardBuilder builder, ActivatedModel layer, Tensor z)
    {
        if (ActivationTable.IsIdentity(layer.Activation.BuiltIn) || layer.Activation.Own?.Formula is Variable)
            return z;
        if (ActivationTable.IsSoftmax(layer.Activation.BuiltIn))
            return Softmax.Write(builder, z, $"a{builder.Layer}", builder.Layer.ToString(CultureInfo.InvariantCulture));
        var a = ForwardBuilder.Temporary($"a{builder.Layer}", z.Axes);
        builder.Set(a, layer.Activation.Own is { } own
            ? Apply(builder, own, layer.Trainable == "All", z)
            : ActivationTable.Apply(layer.Activation.Name, layer.Alpha, z.At()));
        return a;
    }

    /// <summary>The user's function, its learnable parameters read from tensors of the layer.</summary>
    private static Expr Apply(ForwardBuilder builder, FunctionModel function, bool isTrainable, Tensor z)
    {
        var values = function.Learnables.ToDictionary(
            learnable => learnable.Name,
            learnable => builder.Parameter(learnable.TensorName(builder.Layer), isTrainable, learnable.PerUnit ? z.Axes : []).At());
        values.Add(function.Arguments[0], z.At());
        return function.Formula.Transform(node => node is Variable variable ? values[variable.Name] : node);
    }
}
