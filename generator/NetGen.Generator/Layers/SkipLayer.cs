using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>y = x + h: the way around one layer (a residual layer) or several.</summary>
internal static class SkipLayer
{
    public static Tensor Write(ForwardBuilder builder, Tensor x, Tensor h)
    {
        var sum = ForwardBuilder.Temporary($"r{builder.Layer}", x.Axes);
        builder.Set(sum, x.At() + new Read(h, x.Axes));
        return sum;
    }
}
