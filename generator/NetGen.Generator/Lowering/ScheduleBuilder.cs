using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Schedules a network for machines of several vector widths, which share its programs.</summary>
internal sealed class ScheduleBuilder
{
    // Measured: straight-line scalar code is the fastest up to about this size.
    private const long UnrolledMultiplyAdds = 40;

    private const int UnrolledUnits = 32;

    private readonly NetworkModel _network;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _isUnrolled;
    private readonly int _lanes;
    private readonly TileShape _shape;
    private readonly TileShape _sampleShape;
    private readonly List<(Pass Pass, TensorProgram Program)> _programs;

    public ScheduleBuilder(NetworkModel network, CancellationToken cancellationToken)
    {
        (_network, _cancellationToken) = (network, cancellationToken);
        var derivation = new Derivation(network, cancellationToken);
        var passes = Pass.Of(network).ToList();
        _isUnrolled = IsUnrolled(passes, derivation);

        // Straight-line code of a batch has a sample in each lane; without vectors it is that of one sample, in a loop.
        _lanes = !_isUnrolled || !network.Target.HasVectors || IsExact || !FitsLanes(passes, derivation) ? 1 : network.Precision == Precision.Double ? 8 : 16;
        _shape = network.Unrolling switch
        {
            Unrolling.Full => TileShape.Full,
            Unrolling.None => TileShape.None,
            _ => TileShape.Auto,
        };
        if (IsExact)
            _shape = _shape with { Chains = 1 };
        _sampleShape = FrozenSize.TakesLiterals(network) ? _shape with { Steps = TileShape.Full.Steps } : _shape;
        _programs = [.. passes.Where(pass => !(_isUnrolled && pass.Batch && _lanes == 1))
            .Select(pass => (pass, pass.IsJacobian ? derivation.OfJacobian(pass, inLoop: _isUnrolled) : InPlace(pass, derivation.Of(pass))))];
    }

    /// <summary>The program for steps that change the parameters themselves, but for a sample in each lane, which adds up its gradients first.</summary>
    private TensorProgram InPlace(Pass pass, TensorProgram program) =>
        _isUnrolled && pass.Batch ? program : Verifier.VerifyInPlace(ParameterUpdates.Defer(program));

    private bool IsExact => _network.Arithmetic == Arithmetic.Exact;

    public NetworkSchedule Build(int vectorBits)
    {
        // How large a routine is shows when it is lowered. One that is too large is divided into smaller ones, all over again.
        var limits = new Dictionary<Pass, int>();
        NetworkSchedule? schedule;
        do
            schedule = Build(vectorBits, limits);
        while (schedule is null);
        return schedule;
    }

    /// <param name="limits">Of the size of a pass's routines; where the JIT would not inline all of one, it gets smaller.</param>
    /// <returns>Null if a limit did.</returns>
    private NetworkSchedule? Build(int vectorBits, Dictionary<Pass, int> limits)
    {
        var widths = new LaneWidths(_network.Target.HasVectors && !_isUnrolled, _network.Precision, _network.Arithmetic, vectorBits);
        var single = new Placement(widths, 0, _network.SparseInputs);
        var batch = new Placement(widths, _network.BatchSize, _network.SparseInputs);
        var jacobian = new Placement(widths, 0, _network.SparseInputs);
        var (inference, batchInference) = (0, 0);
        var passes = _isUnrolled
            ? Unroll(single, batch, jacobian, vectorBits)
            : Tile(single, batch, jacobian, widths, limits, out inference, out batchInference);
        if (passes is null)
            return null;
        var backward = _programs.Where(entry => entry.Pass is { Name: "Accumulate", Samples: null })
            .Select(entry => Cost.BackwardMultiplyAdds(entry.Program)).FirstOrDefault();
        var widest = _lanes > 1 ? LaneWidths.WidestBits : _programs.SelectMany(entry => entry.Program.Tensors).SelectMany(tensor => tensor.Axes)
            .Where(axis => !axis.CountsSamples).Max(axis => widths.Of(axis) * widths.Bits);
        if (_network.Frozen is not null && !_isUnrolled)
            passes = Freeze(passes, new Freezing(_network.Frozen, single));
        return new NetworkSchedule(
            passes, widths.HasVectors || _lanes > 1 ? Math.Min(widest, vectorBits) : 0, LossTable.Get(_network.Loss), backward, _isUnrolled, _lanes,
            single, batch, jacobian, inference, batchInference, SequenceBlocks.LengthFor(_network));
    }

    /// <summary>Exact arithmetic adds the samples of a batch in one order on all targets: their choice must be the same.</summary>
    private bool IsUnrolled(List<Pass> passes, Derivation derivation)
    {
        var size = Cost.ForwardMultiplyAdds(_network);
        return _network.Unrolling switch
        {
            Unrolling.None => false,
            _ when _network.Frozen is not null && FrozenSize.IsStraightLine(_network) && FitsFunctions(passes, derivation) => true,
            Unrolling.Full when !_network.Target.HasVectors && !IsExact && size <= Cost.UnrolledLimit => true,
            _ => size <= UnrolledMultiplyAdds && Cost.Units(_network) <= UnrolledUnits && FitsLanes(passes, derivation),
        };
    }

    private bool FitsLanes(List<Pass> passes, Derivation derivation) => CodeSize.OfLanes(LongestOf(passes, derivation), Widths) <= CodeSize.StraightLineLimit;

    private bool FitsFunctions(List<Pass> passes, Derivation derivation) =>
        !_network.Target.HasVectors || CodeSize.OfFunctions(LongestOf(passes, derivation), Widths) <= CodeSize.StraightLineLimit;

    private LaneWidths Widths => new(_network.Target.HasVectors, _network.Precision, _network.Arithmetic);

    private static TensorProgram LongestOf(List<Pass> passes, Derivation derivation) =>
        derivation.Of(passes.Last(pass => pass is { Samples: null, Name: "Forward" or "Accumulate" }));

    /// <summary>Of one sample, whose code pays for its constants.</summary>
    private static List<ScheduledPass> Freeze(List<ScheduledPass> passes, Freezing freezing) => [.. passes.Select(scheduled => scheduled.Pass is { Samples: null, IsJacobian: false }
        ? scheduled with { Routines = [.. scheduled.Routines.Select(freezing.Freeze)] }
        : scheduled)];

    private List<ScheduledPass> Unroll(Placement single, Placement batch, Placement jacobian, int vectorBits)
    {
        // One sample's code is the same for all vectors.
        var programs = _programs.Where(entry => entry.Pass.Batch || vectorBits == LaneWidths.WidestBits).ToList();
        foreach (var (pass, program) in programs)
            PlacementOf(pass).Place(InPublicOrder(program));
        return [.. programs.Select(entry => new ScheduledPass(entry.Pass, [Routine(entry.Pass, entry.Program)]))];

        Routine Routine(Pass pass, TensorProgram program)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var unrolled = pass.Batch
                ? new UnrolledSchedule(program, batch, _lanes, _lanes * vectorBits / LaneWidths.WidestBits, _network.Target.HasVectors, _network.Frozen)
                : new UnrolledSchedule(program, PlacementOf(pass), 1, 1, _network.Target.HasVectors, _network.Frozen);
            return new(pass.Name + (pass.Batch ? "Lanes" : string.Empty), pass.Batch ? Index.Batch : null, unrolled.Build(pass.Wanted), unrolled.StackLength, isWhole: !pass.Batch);
        }

        Placement PlacementOf(Pass pass) => pass.IsJacobian ? jacobian : pass.Batch ? batch : single;
    }

    private List<ScheduledPass>? Tile(
        Placement single, Placement batch, Placement jacobian, LaneWidths widths, Dictionary<Pass, int> limits, out int inference, out int batchInference)
    {
        // How tensors lie decides the parts of a pass, and where they lie does not.
        var programs = _programs.Select(entry => (entry.Pass, entry.Program, Residence: new Residence(
            PartVerifier.Verify(Parts.Divide(entry.Program, PlacementOf(entry.Pass), widths, ShapeOf(entry.Pass), entry.Pass, LimitOf(entry.Pass))), entry.Pass.Wanted, widths, ShapeOf(entry.Pass)))).ToList();
        inference = Place(single, programs.Where(entry => PlacementOf(entry.Pass) == single), widths);
        batchInference = Place(batch, programs.Where(entry => PlacementOf(entry.Pass) == batch), widths);
        Place(jacobian, programs.Where(entry => PlacementOf(entry.Pass) == jacobian), widths);

        var samples = new TiledSchedule(single, widths, _sampleShape, samples: null, _network.SparseInputs);
        var batches = new TiledSchedule(batch, widths, _shape, Index.Batch);
        var steps = new TiledSchedule(batch, widths, _shape, Index.Current);
        var rows = new TiledSchedule(jacobian, widths, _shape, samples: null, _network.SparseInputs);
        var scheduled = new List<ScheduledPass>();
        var fits = true;
        foreach (var (pass, program, residence) in programs)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var routines = (pass.IsJacobian ? rows : pass.Samples is null ? samples : pass.Batch ? batches : steps).Build(program, residence, pass.Wanted);
            scheduled.Add(new(pass, routines));
            var calls = widths.HasVectors ? MostCalls(residence.Parts, routines) : 0;
            if (calls <= InlinedCalls.Most)
                continue;
            limits[pass] = LimitOf(pass) * InlinedCalls.Most / calls;
            fits = false;
        }

        return fits ? scheduled : null;

        int LimitOf(Pass pass) => limits.TryGetValue(pass, out var limit) ? limit : CodeSize.LimitOf(widths);

        Placement PlacementOf(Pass pass) => pass.IsJacobian ? jacobian : pass.Samples is null ? single : batch;
    }

    /// <summary>Of the routines that can be divided.</summary>
    private int MostCalls(IReadOnlyList<Part> parts, IReadOnlyList<Routine> routines) => parts
        .Zip(routines, (part, routine) => part.Stages > 1 ? InlinedCalls.Of(routine, _network.Precision) : 0).DefaultIfEmpty().Max();

    private TileShape ShapeOf(Pass pass) => pass is { Samples: null, IsJacobian: false } ? _sampleShape : _shape;

    /// <summary>Parameters in the public order first, then what inference needs, then the rest.</summary>
    /// <returns>The elements that inference works on.</returns>
    private int Place(Placement placement, IEnumerable<(Pass Pass, TensorProgram Program, Residence Residence)> programs, LaneWidths widths)
    {
        var all = programs.ToList();
        PlaceOf([.. all.Where(entry => entry.Pass.IsInference || entry.Pass.IsJacobian)]);
        placement.Reserve(Strip(isForward: true), isForward: true);
        var inference = placement.WorkspaceLength;
        PlaceOf(all);
        placement.Reserve(Strip(isForward: false), isForward: false);
        return inference;

        void PlaceOf(IReadOnlyList<(Pass Pass, TensorProgram Program, Residence Residence)> passes)
        {
            var needs = new MemoryNeeds();
            foreach (var (_, _, residence) in passes)
                needs.Add(residence);
            foreach (var (_, program, _) in passes)
                placement.Place(InPublicOrder(program).Where(tensor => tensor.Role == TensorRole.Parameter || needs.IsStored(tensor)));
        }

        int Strip(bool isForward) => all.SelectMany(entry => entry.Residence.Parts.SelectMany(part => part.Groups)
            .Where(group => group.Packed is not null && group.IsForward == isForward)
            .Select(group => MapTiles.StripLength(group, widths, ShapeOf(entry.Pass)))).DefaultIfEmpty().Max();
    }

    /// <summary>Layer by layer, weights before biases, means before scales; then everything else, as it appears.</summary>
    private static IEnumerable<Tensor> InPublicOrder(TensorProgram program) => program.Tensors
        .OrderBy(tensor => tensor.Role != TensorRole.Parameter)
        .ThenBy(tensor => tensor.Layer)
        .ThenByDescending(tensor => tensor.Role == TensorRole.Parameter ? tensor.Axes.Count : 0)
        .ThenBy(tensor => tensor.Role == TensorRole.Parameter ? tensor.Name : string.Empty, StringComparer.Ordinal);
}
