using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes the nested class that holds the mathematics: a method for each pass with one signature whatever the
/// schedule, and the routines that passes share.
/// </summary>
internal sealed class KernelsEmitter
{
    private readonly NetworkModel _network;
    private readonly NetworkSchedule _schedule;
    private readonly NetworkSchedule? _narrower;
    private readonly bool _isWidest;
    private readonly bool _readsParameters;
    private readonly Rounding _rounding;
    private readonly RoutinePrinter _printer;
    private readonly RoutinePrinter _lanesPrinter;
    private readonly string _type;

    private readonly Dictionary<Routine, string> _shared = [];

    /// <summary>What is written: passes whose routines have the same text share one method.</summary>
    private readonly List<(string Name, Routine Routine, string Body)> _routines = [];

    /// <param name="widest">The schedule of the widest machine, which knows the others.</param>
    /// <param name="schedule">The one to write.</param>
    public KernelsEmitter(NetworkModel network, NetworkSchedule widest, NetworkSchedule schedule)
    {
        _network = network;
        _schedule = schedule;
        _isWidest = schedule == widest;
        _readsParameters = network.Frozen is null || widest.ReadsParameters;
        _narrower = widest.Narrower.FirstOrDefault(other => other.VectorBits < schedule.VectorBits);
        _rounding = Rounding.Of(network);
        _printer = new RoutinePrinter(network.Precision, _rounding, UsesReferences);
        _lanesPrinter = new RoutinePrinter(network.Precision, _rounding, usesReferences: true);
        _type = GeneratedMembers.Scalar(network.Precision);
    }

    // References need the vector helpers' framework; straight-line code reads best as p[3].
    private bool UsesReferences => _network.Target.HasVectors && !_schedule.IsUnrolled;

    public void Write(CodeWriter writer)
    {
        // The compiler's analysis of null takes as long as all else that it does with these statements.
        writer.Line("// Numbers alone: nothing in here can be null.");
        writer.Line("#nullable disable warnings");
        WriteClass(writer);
        writer.Line("#nullable enable warnings");
    }

    private void WriteClass(CodeWriter writer)
    {
        writer.Line("/// <summary>");
        foreach (var line in Summary)
            writer.Line("/// " + line);
        writer.Line("/// </summary>");
        if (!_schedule.IsUnrolled)
        {
            writer.Line("/// <remarks>");
            writer.Line($"/// In the workspace of one sample: {_schedule.SampleMap}.");
            writer.Line($"/// Of a batch: {_schedule.BatchMap}.");
            if (_network.Jacobian)
                writer.Line($"/// Of a Jacobian: {_schedule.JacobianMap}.");
            writer.Line("/// </remarks>");
        }

        var functions = _network.Arithmetic == Arithmetic.Exact ? "ExactKernelBase" : "KernelBase";
        using (writer.Block($"private abstract class {ClassOf(_schedule)} : global::NetGen.Numerics.{functions}<{_type}>"))
        {
            // Straight-line code of one sample is the same for all vectors.
            var first = true;
            var isOfLanes = _schedule.IsUnrolled && !_isWidest;
            foreach (var lanes in _schedule.Passes.Where(pass => isOfLanes && pass.Pass.Batch))
                WriteLanes(lanes.Routines[0]);
            foreach (var pass in _schedule.Passes.Where(pass => !isOfLanes && !(_schedule.IsUnrolled && pass.Pass.Batch)))
            {
                Separate();
                WritePass(writer, pass);
                if (_schedule.IsUnrolled && !pass.Pass.IsPenaltyOnly && !pass.Pass.IsOfOneSample)
                {
                    writer.Line();
                    var lanes = _schedule.Passes.FirstOrDefault(batch => batch.Pass.Batch && batch.Pass.Name == pass.Pass.Name && batch.Pass.Labels == pass.Pass.Labels)?.Routines[0];
                    WriteSampleLoop(writer, pass, lanes);
                    if (lanes is not null)
                        WriteLanes(lanes);
                }

                if (_isWidest && pass.Pass.Name == "Accumulate" && (pass.Pass.Batch || _schedule.IsUnrolled))
                {
                    writer.Line();
                    WriteBlocks(writer, pass.Pass);
                }
            }

            foreach (var (name, routine, body) in _routines)
            {
                Separate();
                WriteRoutine(writer, _printer, name, routine, body);
            }

            if (!_network.Training || !_isWidest)
                return;
            Separate();
            using (writer.Block($"internal static void AddGradients({Span} parameters, {ReadOnlySpan} gradients)"))
                writer.Line("AddTo(parameters, gradients);");
            writer.Line();
            writer.Line("// A workspace holds the passes' own memory, and gradients behind it.");
            writer.Line($"internal static {Span} GradientsIn({Span} workspace) => workspace.Slice({_schedule.WorkspaceLength}, {_schedule.PackedLength});");

            void WriteLanes(Routine lanes)
            {
                Separate();
                WriteRoutine(writer, _lanesPrinter, lanes.Name, lanes, _lanesPrinter.Body(lanes, writer.Depth + 1));
            }

            void Separate()
            {
                if (!first)
                    writer.Line();
                first = false;
            }
        }
    }

    private string[] Summary => _isWidest && _network.Frozen is not null
        ? [_readsParameters ? "The mathematics. p: parameters, x: input, w: workspace." : "The mathematics. x: input; the parameters are constants."]
        : _isWidest
        ?
        [
            "The mathematics. p: parameters, x: input, y: target, w: workspace, g: gradients, dx: ∂C/∂x;",
            "scale and decay: what ∂C/∂loss and ∂C/∂penalty are.",
        ]
        : _network.Arithmetic == Arithmetic.Fast
            ? [$"The same mathematics on machines whose vectors have {_schedule.VectorBits} bits."]
            : [$"The same mathematics on machines whose vectors have {_schedule.VectorBits} bits: every sum in the same order, to the same bits."];

    private string ClassOf(NetworkSchedule schedule) => "Kernels" + (schedule == _schedule && _isWidest ? string.Empty : schedule.VectorBits.ToString(CultureInfo.InvariantCulture));

    /// <summary>Leaves to narrower vectors what machines do not have; compiled code keeps one of the two.</summary>
    private void WriteDispatch(CodeWriter writer, string method, IEnumerable<string> arguments, bool returns)
    {
        if (_narrower is null)
            return;
        var call = $"{ClassOf(_narrower)}.{method}({string.Join(", ", arguments)});";
        if (returns)
        {
            writer.Line($"if (!HasVectors{_schedule.VectorBits})");
            writer.Line($"    return {call}");
            return;
        }

        using (writer.Block($"if (!HasVectors{_schedule.VectorBits})"))
        {
            writer.Line(call);
            writer.Line("return;");
        }

        writer.Line();
    }

    private string Span => $"global::System.Span<{_type}>";

    private string ReadOnlySpan => $"global::System.ReadOnlySpan<{_type}>";

    /// <summary>The parameters of a pass, in one order for all.</summary>
    private IEnumerable<(string Type, string Name)> Signature(Pass pass, Index? samples)
    {
        if (pass.Name != "AfterSteps" && _readsParameters)
            yield return (ReadOnlySpan, "p");
        if (!pass.IsPenaltyOnly)
            yield return (ReadOnlySpan, "x");
        if (pass.Labels == false)
            yield return (ReadOnlySpan, "y");
        if (pass.Labels == true)
            yield return samples is not null ? ("global::System.ReadOnlySpan<int>", "labels") : ("int", "label");
        if (pass.Name is "Accumulate" or "ComputeInputGradient" or "Step")
            yield return (_type, "scale");
        if (pass.Name is "Accumulate" or "AddWeightDecay")
            yield return (_type, "decay");
        switch (pass.Name)
        {
            case "Forward": yield return (Span, "output"); break;
            case "ForwardLogits": yield return (Span, "logits"); break;
            case "Accumulate" or "AddWeightDecay" or "Step" or "AfterSteps": yield return (Span, "g"); break;
            case "ComputeInputGradient": yield return (Span, "dx"); break;
            case "ComputeJacobian":
                yield return (Span, "output");
                yield return (Span, "jacobian");
                break;
        }

        if (pass.Visible is not null)
            yield return (Span, "visible");
        if (!_schedule.IsUnrolled && (!pass.IsPenaltyOnly || pass.Name == "ComputePenalty") && !AllocatesItself(pass))
            yield return (Span, "w");
        if (samples is not null)
            yield return ("int", samples == Index.Batch ? "count" : samples.Name);
    }

    /// <summary>Whether a pass is given no working memory: the widest vectors do without.</summary>
    private bool AllocatesItself(Pass pass) => pass is { IsInference: true, Samples: null } && _schedule.InfersInRegisters;

    private string Result(ScheduledPass pass) => pass.Routines.Any(routine => routine.Returns) ? _type : "void";

    /// <summary>What is added to the names of methods, by the samples that they take.</summary>
    private static string Suffix(Index? samples) => samples is null ? string.Empty : samples == Index.Batch ? "Batch" : "InBatch";

    private void WritePass(CodeWriter writer, ScheduledPass scheduled)
    {
        var pass = scheduled.Pass;
        var name = pass.Name + Suffix(pass.Samples);
        var suffix = UsesReferences ? "Span" : string.Empty;
        var parameters = Signature(pass, pass.Samples)
            .Select(parameter => $"{parameter.Type} {Argument(parameter)}");
        if (scheduled.Whole is not null)
            Optimised.AtOnceAndApart(writer, _network);
        else if (pass.Samples is null)
            Optimised.InCaller(writer, _network);
        using (writer.Block($"internal static {Result(scheduled)} {name}({string.Join(", ", parameters)})"))
        {
            if (_schedule.IsUnrolled)
            {
                CheckOnce(writer, pass);
                writer.Indented(_printer.Body(scheduled.Routines[0], writer.Depth));
                return;
            }

            WriteDispatch(writer, name, Signature(pass, pass.Samples).Select(Argument), Result(scheduled) != "void");
            if (AllocatesItself(pass) && !_isWidest && _schedule.InferenceLength > 0)
                writer.Line($"{Span} wSpan = {new StackMemory(_network).Allocate(_schedule.InferenceLength)};");
            if (scheduled.Whole is { } whole)
            {
                WriteOrigins(whole);
                writer.Indented(_printer.Body(whole, writer.Depth));
                return;
            }

            var calls = scheduled.Routines.Select(routine => (Routine: routine, Name: Share(routine, pass, writer.Depth), Arguments: _printer.Parameters(routine))).ToList();
            WriteOrigins([.. scheduled.Routines]);
            var returnsLast = calls.Count > 0 && calls[calls.Count - 1].Routine.Returns;
            foreach (var call in calls)
            {
                var arguments = string.Join(", ", call.Arguments.Select(argument => UsesReferences && RoutinePrinter.Memories.Contains(argument) ? "ref " + argument : argument));
                var result = call.Routine.Returns ? returnsLast ? "return " : "var loss = " : string.Empty;
                writer.Line($"{result}{call.Name}({arguments});");
            }

            if (!returnsLast && calls.Any(call => call.Routine.Returns))
                writer.Line("return loss;");
        }

        void WriteOrigins(params Routine[] routines)
        {
            foreach (var memory in RoutinePrinter.Memories.Where(memory => UsesReferences && Array.Exists(routines, routine => _printer.Parameters(routine).Contains(memory))))
                writer.Line($"ref var {memory} = ref {(memory == "w" ? "AlignedOrigin" : "Origin")}({memory}Span);");
        }

        string Argument((string Type, string Name) parameter) => parameter.Name + (parameter.Type.Contains("<") && parameter.Name != "labels" ? suffix : string.Empty);
    }

    /// <summary>The compiler drops the check of every constant index below a constant length.</summary>
    private void CheckOnce(CodeWriter writer, Pass pass)
    {
        if (!_network.Target.HasVectors)
            return;
        foreach (var (_, name) in Signature(pass, null).Where(parameter => parameter.Type.Contains("<")))
        {
            var length = name switch
            {
                "p" or "g" => _schedule.PackedLength,
                "x" or "dx" => _network.Inputs,
                "jacobian" => Outputs * _network.Inputs,
                "visible" => _network.UnitsOf(pass.Visible!.Value),
                _ => Outputs,
            };
            writer.Line($"{name} = {name}.Slice(0, {length});");
        }
    }

    /// <summary>
    /// Straight-line code is of one sample; a batch is a loop over what vectors of samples leave, with the weight decay
    /// counted once.
    /// </summary>
    private void WriteSampleLoop(CodeWriter writer, ScheduledPass scheduled, Routine? lanes)
    {
        var pass = scheduled.Pass;
        var arguments = string.Join(", ", Signature(pass, null).Select(parameter => parameter.Name switch
        {
            "x" => SampleOf("x", _network.Inputs),
            "y" => SampleOf("y", Outputs),
            "output" => SampleOf("output", Outputs),
            "dx" => SampleOf("dx", _network.Inputs),
            "label" => "labels[n]",
            "decay" => $"n == 0 ? decay : {Zero}",
            _ => parameter.Name,
        }));
        using (writer.Block($"internal static {Result(scheduled)} {pass.Name}Batch({Declare(Signature(pass, Index.Batch))})"))
        {
            var returns = Result(scheduled) != "void";
            if (lanes is null)
            {
                if (returns)
                    writer.Line($"var loss = {Zero};");
                writer.Line("for (var n = 0; n < count; n++)");
            }
            else
            {
                var memories = Parameters(_lanesPrinter, lanes)
                    .Select(parameter => RoutinePrinter.Memories.Contains(parameter) ? $"ref Origin({parameter})" : parameter);
                var lanesCall = $"{lanes.Name}({string.Join(", ", memories)})";
                if (returns)
                {
                    writer.Line($"var loss = count < {_schedule.Lanes} ? {Zero} : {lanesCall};");
                }
                else
                {
                    writer.Line($"if (count >= {_schedule.Lanes})");
                    writer.Line($"    {lanesCall};");
                }

                writer.Line($"for (var n = count - (count % {_schedule.Lanes}); n < count; n++)");
            }

            var call = $"{pass.Name}({arguments})";
            writer.Line($"    {(returns ? _rounding.Add("loss", call) : call + ";")}");
            if (returns)
                writer.Line("return loss;");
        }

        static string SampleOf(string span, int length) => $"{span}.Slice(n * {length}, {length})";
    }

    /// <summary>Batches longer than the workspace run in blocks that add to the same gradients.</summary>
    private void WriteBlocks(CodeWriter writer, Pass pass)
    {
        var signature = Signature(pass, Index.Batch).ToList();
        var arguments = string.Join(", ", signature.Select(parameter => parameter.Name switch
        {
            "x" => $"x.Slice(start * {_network.Inputs}, n * {_network.Inputs})",
            "y" => $"y.Slice(start * {Outputs}, n * {Outputs})",
            "labels" => "labels.Slice(start, n)",
            "decay" => $"start == 0 ? decay : {Zero}",
            "count" => "n",
            _ => parameter.Name,
        }));
        var losses = new LossSum(_network);
        using (writer.Block($"internal static {LossSum.Type} AccumulateBlocks({Declare(signature)})"))
        {
            writer.Line($"var loss = {LossSum.Zero};");
            using (writer.Block($"for (var start = 0; start < count; start += {_network.BatchSize})"))
            {
                writer.Line($"var n = global::System.Math.Min({_network.BatchSize}, count - start);");
                writer.Line(losses.Add("loss", $"AccumulateBatch({arguments})"));
            }

            writer.Line("return loss;");
        }
    }

    private int Outputs => _network.Outputs;

    private string Zero => Literals.Print(0, _network.Precision);

    private static string Declare(IEnumerable<(string Type, string Name)> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));

    private void WriteRoutine(CodeWriter writer, RoutinePrinter printer, string name, Routine routine, string body)
    {
        writer.Line($"/// <summary>{Equations.Summarise(routine.Name)}</summary>");
        Optimised.AtOnceAndApart(writer, _network);
        var parameters = Parameters(printer, routine).Select(parameter => printer.Declaration(parameter));
        var isLanes = printer == _lanesPrinter;
        using (writer.Block($"{(isLanes && !_isWidest ? "internal" : "private")} static {(routine.Returns ? _type : "void")} {name}({string.Join(", ", parameters)})"))
        {
            if (isLanes)
                WriteDispatch(writer, name, Parameters(printer, routine).Select(parameter => (RoutinePrinter.Memories.Contains(parameter) ? "ref " : string.Empty) + parameter), routine.Returns);
            if (routine.StackLength > 0)
            {
                writer.Line($"{Span} sums = stackalloc {_type}[{routine.StackLength}];");
                writer.Line("ref var w = ref Origin(sums);");
            }

            writer.Indented(body);
        }
    }

    /// <summary>What a routine is given.</summary>
    private static IEnumerable<string> Parameters(RoutinePrinter printer, Routine routine) =>
        printer.Parameters(routine).Where(parameter => parameter != "w" || routine.StackLength == 0);

    /// <summary>The name of the method with this body, new if there is none.</summary>
    private string Share(Routine routine, Pass pass, int depth)
    {
        if (_shared.TryGetValue(routine, out var known))
            return known;
        var body = _printer.Body(routine, depth);
        if (_routines.Find(written => written.Body == body).Name is { } present)
            return _shared[routine] = present;
        var samples = Suffix(routine.Samples);
        var target = pass.Labels == true ? "OfLabel" : string.Empty;
        var purpose = pass.Name switch
        {
            "ForwardLogits" => "ForLogits",
            "ComputeLoss" => "ForLoss",
            "Accumulate" => "ForGradients",
            "ComputeInputGradient" => "ForInputGradients",
            "ComputeJacobian" => "ForJacobian",
            "BeforeSteps" or "AfterSteps" => pass.Name,
            _ when pass.Visible is { } layer => "For" + _network.Layers[layer].Visible!.Member,
            _ => string.Empty,
        };
        var readsTarget = _printer.Parameters(routine).Any(parameter => parameter is "y" or "label" or "labels");
        var name = new[] { string.Empty, readsTarget ? target : purpose, purpose + target }
            .Select(suffix => routine.Name + suffix + samples)
            .First(candidate => _routines.TrueForAll(written => written.Name != candidate));
        _shared.Add(routine, name);
        _routines.Add((name, routine, body));
        return name;
    }
}
