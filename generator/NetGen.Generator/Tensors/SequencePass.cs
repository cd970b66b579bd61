using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Divides a step of SGD so that the first layer's weights are read once and written once for many samples, each of which
/// takes a step of its own.
/// </summary>
/// <remarks>
/// Let W, b be the first layer before the samples, and δ[h] = −η ∂C/∂z of sample h when its turn came. Before sample n they
/// have become W + Σ δ[h] x[h]ᵀ and b + Σ δ[h] over h &lt; n, so that z1[n] = z0[n] + Σ (x[h]·x[n] + 1) δ[h], with z0 = W x + b.
/// </remarks>
internal static class SequencePass
{
    /// <summary>The first layer's weighted sums, or what they start from.</summary>
    public static bool IsSum(Tensor tensor) => tensor.Name is "z1" or "z0";

    /// <summary>∂C/∂z of the first layer.</summary>
    public static bool IsDelta(Tensor tensor) => tensor.Name == "delta1";

    /// <summary>∂C/∂W and ∂C/∂b of the first layer.</summary>
    public static bool IsGradient(Tensor tensor) => tensor is { Role: TensorRole.Gradient, Layer: 1 };

    /// <summary>Before the samples: z0, from the program that computes z1 of a batch.</summary>
    public static TensorProgram Before(TensorProgram program)
    {
        var z0 = Start(program.Statements[0].Target);
        return new([.. program.Statements.Select(statement =>
            new Statement(z0, statement.Assignment, statement.Expression, statement.Domain, statement.Stage))]);
    }

    /// <summary>One sample: z1 from z0, and the rest as in the program of a step.</summary>
    public static TensorProgram Step(TensorProgram program)
    {
        var bias = program.Statements.First(statement => IsSum(statement.Target));
        var product = program.Statements.Last(statement => IsSum(statement.Target));
        var (z1, input) = (product.Target, product.Reduced.Single());
        var x = product.Reads.Select(read => read.Tensor).Single(tensor => tensor.Role == TensorRole.Input);
        var before = new Tensor(x.Name, TensorRole.Input, Index.Earlier, input);
        var delta = new Tensor("delta1", TensorRole.Delta, Index.Earlier, z1.Axes[1]) { IsLeft = true };
        var gram = new Tensor("gram", TensorRole.Temporary, Index.Earlier);
        return new([
            new Statement(gram, Assignment.Set, bias.Expression is Number ? 0 : 1, gram.Axes, product.Stage),
            new Statement(gram, Assignment.Add, At(before) * At(x), [Index.Earlier, .. product.Domain.Where(x.Axes.Contains)], product.Stage),
            new Statement(z1, Assignment.Set, At(Start(z1)), z1.Axes, product.Stage),
            new Statement(z1, Assignment.Add, At(gram) * At(delta), [.. z1.Axes, Index.Earlier], product.Stage),
            .. program.Statements.Where(statement => !IsSum(statement.Target) && !IsGradient(statement.Target)),
        ]);
    }

    /// <summary>After the samples: W and b, from the program of a batch's gradients.</summary>
    public static TensorProgram After(TensorProgram program)
    {
        var updates = program.Statements.Where(statement => IsGradient(statement.Target)).ToList();
        var computed = updates.SelectMany(statement => statement.Reads).Select(read => read.Tensor).First(IsDelta);
        var delta = new Tensor(computed.Name, computed.Role, computed.Axes) { IsLeft = true };
        return new TensorProgram(updates).Map(expression => expression.Transform(node =>
            node is Read read && read.Tensor == computed ? new Read(delta, read.Subscripts) : node));
    }

    private static Tensor Start(Tensor z1) => new("z0", TensorRole.Temporary, z1.Axes) { IsLeft = z1.Axes.Contains(Index.Current) };

    private static Read At(Tensor tensor) => new(tensor, tensor.Axes);
}
