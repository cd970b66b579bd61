using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Layers;

/// <summary>z = W x + b, a = σ(z).</summary>
internal static class DenseLayer
{
    /// <returns>The layer's output: a, or z itself where σ is the identity.</returns>
    public static Tensor Write(ForwardBuilder builder, DenseModel layer, Tensor x, Index unit)
    {
        var number = builder.Layer;
        var input = x.Axes[0];
        var weights = builder.Parameter($"W{number}", unit, input);
        var z = ForwardBuilder.Temporary($"z{number}", unit);

        builder.Set(z, layer.Bias ? builder.Parameter($"b{number}", unit).At() : Expr.Zero);
        builder.Add(z, weights.At() * x.At(), unit, input);

        if (ActivationTable.IsIdentity(layer.Activation))
            return z;
        var a = ForwardBuilder.Temporary($"a{number}", unit);
        builder.Set(a, ActivationTable.Apply(layer.Activation, z.At()));
        return a;
    }
}
