using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>
/// The simplified programs of a network's passes. Passes over the same operands are parts of one program, which is
/// differentiated once.
/// </summary>
internal sealed class Derivation(NetworkModel network, CancellationToken cancellationToken)
{
    private readonly Dictionary<(bool Labels, bool Batch, bool PenaltyOnly), TensorProgram> _whole = [];

    public TensorProgram Of(Pass pass)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var operands = (pass.Labels ?? false, pass.Batch, pass.IsPenaltyOnly);
        if (!_whole.TryGetValue(operands, out var whole))
            _whole.Add(operands, whole = Derive(pass));
        return Verifier.Verify(Simplification.Extract(whole, pass.Wanted));
    }

    /// <summary>Forward, batch, backward: all that can be wanted.</summary>
    private TensorProgram Derive(Pass pass)
    {
        var forward = NetworkForward.Build(network, pass.Labels ?? false);
        if (pass.IsPenaltyOnly)
            forward = new(forward.Statements.Where(statement => statement.Target.Role == TensorRole.Penalty).ToList());
        forward = Intermediates.Extract(forward);
        if (pass.Batch)
            forward = BatchPass.AddBatch(forward);
        return Verifier.Verify(Simplification.Simplify(Verifier.Verify(Differentiation.AddBackward(forward))));
    }
}
