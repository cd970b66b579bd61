using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>
/// Turns the program of one sample into that of its prediction and ∂output/∂x, by one of two ways which differ in cost. All rows, or
/// all columns, are computed together: what differs among them has an index c of its own in front.
/// </summary>
internal static class JacobianPass
{
    /// <summary>The part of the pass that starts from the outputs.</summary>
    private const string FirstStage = "OutputErrors";

    /// <summary>
    /// The backward pass with output[c] in the place of the cost, from ∂output[c]/∂output[i] = [i = c] on:
    /// δˡ[c,j] = Σᵢ Wˡ⁺¹[i,j] δˡ⁺¹[c,i] σ′(zˡ[j]).
    /// </summary>
    public static TensorProgram ByRows(TensorProgram forward)
    {
        var (input, output) = Ends(forward);
        var rows = Index.OfJacobian(output.Axes[0].Extent);
        var seed = Seed(output.Axes[0], rows);
        var whole = DeadCode.Remove(
            Differentiation.AddBackward(forward, tensor => tensor == output ? seed : null),
            tensor => tensor.Role is TensorRole.Prediction or TensorRole.InputGradient);
        if (!whole.Tensors.Any(tensor => tensor.Role == TensorRole.InputGradient))
        {
            // No output depends on the input.
            var zero = new Tensor("dx", TensorRole.InputGradient, input.Axes);
            whole = new([.. whole.Statements, new(zero, Assignment.Set, 0, zero.Axes, FirstStage)]);
        }

        var widened = LeadingAxis.Add(whole, rows, Widen, statement => rows.Extent > 1 && IsBackward(statement.Target));
        return new([.. widened.Statements.Select(statement => statement.Stage.EndsWith("Gradient", StringComparison.Ordinal)
            ? new Statement(statement.Target, statement.Assignment, statement.Expression, statement.Domain, FirstStage)
            : statement)]);

        Tensor Widen(Tensor tensor) => tensor.Role == TensorRole.InputGradient ? Jacobian([.. Leading(rows), .. tensor.Axes])
            : IsBackward(tensor) ? new(tensor.Name, tensor.Role, [.. Leading(rows), .. tensor.Axes])
            : tensor;
    }

    /// <summary>
    /// The derivatives of everything by x[c], from ∂x[i]/∂x[c] = [i = c] on: dzˡ[c,j] = Σᵢ Wˡ[j,i] σ′(zˡ⁻¹[i]) dzˡ⁻¹[c,i].
    /// </summary>
    public static TensorProgram ByColumns(TensorProgram forward)
    {
        var (input, output) = Ends(forward);
        var columns = Index.OfJacobian(input.Axes[0].Extent);
        var (dx, jacobian) = (new Tensor("dx", TensorRole.Adjoint, input.Axes), Jacobian(output.Axes));
        var seed = new Statement(dx, Assignment.Set, Seed(input.Axes[0], columns), dx.Axes, Tangents.FirstStage);
        var whole = Tangents.AddForward(forward, seed, (output, jacobian));
        if (!whole.Tensors.Contains(jacobian))
            whole = new([.. whole.Statements, new(jacobian, Assignment.Set, 0, jacobian.Axes, Tangents.LastStage)]);
        return LeadingAxis.Add(whole, columns, Widen, statement => columns.Extent > 1 && statement.Target.Role is TensorRole.Adjoint or TensorRole.Jacobian);

        Tensor Widen(Tensor tensor) => tensor == jacobian ? Jacobian([.. jacobian.Axes, .. Leading(columns)])
            : tensor.Role == TensorRole.Adjoint ? new(tensor.Name, tensor.Role, [.. Leading(columns), .. tensor.Axes])
            : tensor;
    }

    private static (Tensor Input, Tensor Output) Ends(TensorProgram forward) => (
        forward.Tensors.Single(tensor => tensor.Role == TensorRole.Input),
        forward.Tensors.Single(tensor => tensor.Role == TensorRole.Prediction));

    private static bool IsBackward(Tensor tensor) => tensor.Role is TensorRole.Delta or TensorRole.Adjoint or TensorRole.InputGradient;

    private static Expr Seed(Index axis, Index all) => all.Extent == 1 ? 1 : KroneckerDelta.Of(axis, all);

    /// <summary>A single row or column needs no index.</summary>
    private static Index[] Leading(Index all) => all.Extent == 1 ? [] : [all];

    private static Tensor Jacobian(IReadOnlyList<Index> axes) => new("jacobian", TensorRole.Jacobian, axes);
}
