using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Layers;

/// <summary>z = W x + b, a = σ(z): what dense and residual layers share.</summary>
internal static class AffineLayer
{
    /// <returns>a, or z itself where σ is the identity.</returns>
    public static Tensor Write(ForwardBuilder builder, AffineModel layer, Tensor x, Index unit)
    {
        var number = builder.Layer;
        var input = x.Axes[0];
        var weights = builder.Parameter($"W{number}", layer.Trainable == "All", unit, input);
        var z = ForwardBuilder.Temporary($"z{number}", unit);

        builder.Set(z, layer.Bias ? builder.Parameter($"b{number}", layer.Trainable != "None", unit).At() : Expr.Zero);
        builder.Add(z, weights.At() * x.At(), unit, input);
        return ActivationLayer.Write(builder, layer, z);
    }
}
