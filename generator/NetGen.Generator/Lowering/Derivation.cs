using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// The simplified programs of a network's passes. Passes over the same operands are parts of one program, which is
/// differentiated once.
/// </summary>
internal sealed class Derivation(NetworkModel network, CancellationToken cancellationToken)
{
    private readonly Dictionary<(bool Labels, Index? Samples, bool PenaltyOnly), TensorProgram> _whole = [];

    public TensorProgram Of(Pass pass)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (pass.Visible is { } layer)
            return OfVisible(pass, layer);
        var operands = (pass.Labels ?? false, pass.Samples, pass.IsPenaltyOnly);
        if (!_whole.TryGetValue(operands, out var whole))
            _whole.Add(operands, whole = Derive(pass));
        var program = Verifier.Verify(Simplification.Extract(whole, pass.Wanted));
        if (pass.Name == "ComputeInputGradient" && !program.Tensors.Any(tensor => tensor.Role == TensorRole.InputGradient))
            program = WithoutSlope(whole, program);
        return Verifier.Verify(pass.Name switch
        {
            "BeforeSteps" => SequencePass.Before(program),
            "Step" => SequencePass.Step(program),
            "AfterSteps" => SequencePass.After(program),
            _ => program,
        });
    }

    /// <summary>The prediction and its Jacobian.</summary>
    /// <param name="pass">The pass that computes them.</param>
    /// <param name="inLoop">
    /// Whether rows of the Jacobian are computed one after the other by straight-line code, to which [i = c] says where it is.
    /// </param>
    public TensorProgram OfJacobian(Pass pass, bool inLoop)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var forward = Intermediates.Extract(DeadCode.Remove(
            NetworkForward.Build(network, labels: false), tensor => tensor.Role == TensorRole.Prediction));
        var byRows = Simplify(JacobianPass.ByRows(forward));
        if (network.Inputs >= network.Outputs)
            return byRows;
        var byColumns = Simplify(JacobianPass.ByColumns(forward));
        return Cost.Terms(byColumns) < Cost.Terms(byRows) ? byColumns : byRows;

        TensorProgram Simplify(TensorProgram program)
        {
            var whole = Simplification.Simplify(Verifier.Verify(program));
            if (!inLoop)
                whole = Simplification.Simplify(Verifier.Verify(KroneckerDelta.Contract(whole)));
            return Verifier.Verify(Simplification.Extract(whole, pass.Wanted));
        }
    }

    /// <summary>The layers as far as one, of which nothing is differentiated.</summary>
    private TensorProgram OfVisible(Pass pass, int layer)
    {
        var forward = Intermediates.Extract(DeadCode.Remove(NetworkForward.Build(network, labels: false, layer), pass.Wanted));
        return Verifier.Verify(Simplification.Simplify(Verifier.Verify(forward), pass.Wanted));
    }

    /// <summary>Where the derivative is 0 everywhere, as of Math.Floor, the caller's memory is written all the same.</summary>
    private static TensorProgram WithoutSlope(TensorProgram whole, TensorProgram program)
    {
        var dx = new Tensor("dx", TensorRole.InputGradient, whole.Tensors.Single(tensor => tensor.Role == TensorRole.Input).Axes);
        return new([.. program.Statements, new(dx, Assignment.Set, 0, dx.Axes, "Backward1")]);
    }

    /// <summary>Forward, batch, backward: all that can be wanted.</summary>
    private TensorProgram Derive(Pass pass)
    {
        var forward = NetworkForward.Build(network, pass.Labels ?? false);
        if (pass.IsPenaltyOnly)
            forward = new(forward.Statements.Where(statement => statement.Target.Role == TensorRole.Penalty).ToList());
        forward = Intermediates.Extract(forward);
        if (pass.Samples is not null)
            forward = BatchPass.AddBatch(forward, pass.Samples);
        return Verifier.Verify(Simplification.Simplify(Verifier.Verify(Differentiation.AddBackward(forward))));
    }
}
