using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>a = σ(z), element by element, or softmax over all elements.</summary>
internal static class ActivationLayer
{
    public static Tensor Apply(ForwardBuilder builder, string activation, double alpha, Tensor z)
    {
        if (ActivationTable.IsIdentity(activation))
            return z;
        if (ActivationTable.IsSoftmax(activation))
            return Softmax.Write(builder, z, $"a{builder.Layer}", builder.Layer.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var a = ForwardBuilder.Temporary($"a{builder.Layer}", z.Axes);
        builder.Set(a, ActivationTable.Apply(activation, alpha, z.At()));
        return a;
    }
}
