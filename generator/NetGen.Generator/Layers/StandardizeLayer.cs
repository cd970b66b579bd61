using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>x̂ = (x − mean) · scale, element by element, with numbers of the data that no training changes.</summary>
internal static class StandardizeLayer
{
    public static Tensor Write(ForwardBuilder builder, Tensor x)
    {
        var mean = builder.Parameter($"mean{builder.Layer}", isTrainable: false, x.Axes);
        var scale = builder.Parameter($"scale{builder.Layer}", isTrainable: false, x.Axes);
        var a = ForwardBuilder.Temporary($"a{builder.Layer}", x.Axes);
        builder.Set(a, (x.At() - mean.At()) * scale.At());
        return a;
    }
}
