using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Layers;

/// <summary>
/// p = exp(z − m) / s with m = max z and s = Σ exp(z − m), and the cross entropy on it,
/// −Σ y ln p = ln s Σ y − Σ y (z − m), which needs no logarithm of a probability that may be 0.
/// </summary>
internal static class Softmax
{
    public static Tensor Write(ForwardBuilder builder, Tensor z) => Write(builder, z, "p", string.Empty);

    /// <param name="name">The result's name.</param>
    /// <param name="suffix">What is added to the names of m, e and s.</param>
    public static Tensor Write(ForwardBuilder builder, Tensor z, string name, string suffix)
    {
        var unit = z.Axes[0];
        var m = ForwardBuilder.Temporary("m" + suffix);
        var e = ForwardBuilder.Temporary("e" + suffix, unit);
        var s = ForwardBuilder.Temporary("s" + suffix);
        var p = ForwardBuilder.Temporary(name, unit);
        builder.Max(m, z.At(), unit);
        builder.Set(e, Function.Exp.Of(z.At() - new Detach(m.At())));
        builder.Add(s, e.At(), unit);
        builder.Set(p, e.At() / s.At());
        return p;
    }

    public static void WriteCrossEntropy(ForwardBuilder builder, LossOperands operands)
    {
        var z = operands.Z;
        var unit = z.Axes[0];

        // The components of a label's one-hot vector sum to one; those of a caller's target need not.
        Expr total = 1;
        Expr target = new Compare(Comparison.Equal, operands.Label.At(), new IndexValue(unit));
        if (operands.Target is { } y)
        {
            var sum = ForwardBuilder.Temporary("ySum");
            builder.Add(sum, y.At(), unit);
            (total, target) = (sum.At(), y.At());
        }

        builder.Add(operands.Loss, total * Function.Log.Of(builder.Written("s").At()));
        var m = new Detach(builder.Written("m").At());
        Expr logarithm = target * (z.At() - m);

        // 0 ln p is 0, however far z is below m.
        if (operands.Target is not null)
            logarithm = new Given(new Detach(Choose.Of(new(Comparison.Equal, target, 0), 0, logarithm)), (z.At(), target));
        builder.Add(operands.Loss, -logarithm, unit);
    }

    /// <summary>Σ y (ln y − ln p), with 0 ln 0 = 0 (S. Kullback, R. Leibler, On Information and Sufficiency, 1951).</summary>
    public static void WriteDivergence(ForwardBuilder builder, LossOperands operands)
    {
        var y = operands.Target!.At();
        builder.Add(operands.Loss, (y > 0) * y * Function.Log.Of(y), operands.Z.Axes);
        WriteCrossEntropy(builder, operands);
    }
}
