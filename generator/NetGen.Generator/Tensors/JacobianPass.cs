using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Turns the program of one sample into that of its prediction and ∂output/∂x: the backward pass with an output in the place
/// of the cost, for all outputs at once. In the row c of the Jacobian, ∂output[c]/∂output[i] is Kronecker's [i = c], and what
/// follows from it has c in front: δˡ[c,j] = Σᵢ Wˡ⁺¹[i,j] δˡ⁺¹[c,i] σ′(zˡ[j]).
/// </summary>
internal static class JacobianPass
{
    /// <summary>The part of the pass that starts from the outputs.</summary>
    private const string FirstStage = "OutputErrors";

    public static TensorProgram AddJacobian(TensorProgram forward)
    {
        var output = forward.Tensors.Single(tensor => tensor.Role == TensorRole.Prediction);
        var input = forward.Tensors.Single(tensor => tensor.Role == TensorRole.Input);
        var rows = Index.Rows(output.Axes[0].Extent);
        Expr seed = rows.Extent == 1 ? 1 : KroneckerDelta.Of(output.Axes[0], rows);

        var whole = Differentiation.AddBackward(forward, tensor => tensor == output ? seed : null);
        var wanted = DeadCode.Remove(whole, tensor => tensor.Role is TensorRole.Prediction or TensorRole.InputGradient);
        if (!wanted.Tensors.Any(tensor => tensor.Role == TensorRole.InputGradient))
        {
            // No output depends on the input.
            var zero = new Tensor("dx", TensorRole.InputGradient, input.Axes);
            wanted = new([.. wanted.Statements, new(zero, Assignment.Set, 0, zero.Axes, FirstStage)]);
        }

        var widened = LeadingAxis.Add(wanted, rows, tensor => IsBackward(tensor) ? Widen(tensor, rows) : tensor, statement => rows.Extent > 1 && IsBackward(statement.Target));
        return new([.. widened.Statements.Select(statement => statement.Stage.EndsWith("Gradient", StringComparison.Ordinal)
            ? new Statement(statement.Target, statement.Assignment, statement.Expression, statement.Domain, FirstStage)
            : statement)]);
    }

    private static bool IsBackward(Tensor tensor) => tensor.Role is TensorRole.Delta or TensorRole.Adjoint or TensorRole.InputGradient;

    private static Tensor Widen(Tensor tensor, Index rows)
    {
        var (name, role) = tensor.Role == TensorRole.InputGradient ? ("jacobian", TensorRole.Jacobian) : (tensor.Name, tensor.Role);
        return new(name, role, rows.Extent == 1 ? tensor.Axes : [rows, .. tensor.Axes]);
    }
}
