using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Emit;

/// <summary>Prints routines as C# methods.</summary>
internal sealed class RoutinePrinter(Precision precision, Rounding rounding, bool usesReferences)
{
    private readonly ExpressionPrinter _expressions = new(precision, rounding, usesReferences);

    private readonly CodeWriter _writer = new();

    private readonly Dictionary<Routine, IReadOnlyList<string>> _parameters = [];

    /// <summary>The parameters that a routine needs, in the order that all methods share.</summary>
    public IReadOnlyList<string> Parameters(Routine routine)
    {
        if (!_parameters.TryGetValue(routine, out var parameters))
        {
            var used = new HashSet<string>(CodeNeeds.Of(routine.Body).Names, StringComparer.Ordinal);
            if (routine.Samples == Index.Current)
                used.Add(Index.Current.Name);
            parameters = [.. Order.Where(used.Contains).Select(name => name == "labels" && routine.Samples is null ? "label" : name)];
            _parameters.Add(routine, parameters);
        }

        return parameters;
    }

    private static readonly string[] Order = ["p", "x", "y", "labels", "w", "scale", "decay", "g", "output", "logits", "visible", "dx", "jacobian", "count", "n"];

    /// <summary>The parameters that are memory.</summary>
    public static readonly string[] Memories = ["p", "x", "y", "w", "g", "output", "logits", "visible", "dx", "jacobian"];

    /// <summary>A parameter's declaration.</summary>
    public string Declaration(string parameter) => parameter switch
    {
        "labels" => "global::System.ReadOnlySpan<int> labels",
        "label" => "int label",
        "scale" or "decay" => $"{_expressions.TypeName} {parameter}",
        "count" or "n" => $"int {parameter}",
        _ when usesReferences => $"ref {_expressions.TypeName} {parameter}",
        "p" or "x" or "y" => $"global::System.ReadOnlySpan<{_expressions.TypeName}> {parameter}",
        _ => $"global::System.Span<{_expressions.TypeName}> {parameter}",
    };

    /// <param name="depth">How far it is indented.</param>
    public string Body(Routine routine, int depth)
    {
        _writer.Restart(depth);
        if (routine.Samples == Index.Current)
            PrintWithin(Index.Current.Name, routine.Body);
        else
            Print(routine.Body);
        return _writer.ToString();
    }

    private void Print(IEnumerable<Code> body)
    {
        Code? previous = null;
        foreach (var code in body)
        {
            if (code is Remark && previous is not (null or Remark))
                _writer.Line();
            Print(code);
            previous = code;
        }
    }

    private void Print(Code code)
    {
        switch (code)
        {
            case Remark remark:
                _writer.Line("// " + remark.Text);
                break;
            case Declare declare:
                _writer.Line($"var {declare.Name} = {_expressions.Print(declare.Value, declare.Width)};");
                break;
            case Assign assign:
                _writer.Line(AssignText(assign));
                break;
            case Store { Width: 1 } store:
                _writer.Line(StoreText(store));
                break;
            case Store { First: { } first } store:
                _writer.Line($"StoreFirst({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)}, {first});");
                break;
            case Store { Stride: > 1 } store:
                _writer.Line($"StoreStrided({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)}, {store.Stride});");
                break;
            case Store store:
                _writer.Line($"Store({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)});");
                break;
            case Transpose transpose:
                _writer.Line($"Transpose({_expressions.Origin(transpose.Source)}, {transpose.Rows}, {transpose.Columns}, {transpose.Stride}, {_expressions.Origin(transpose.Target)}, {transpose.TargetStride});");
                break;
            case AddLanes lanes:
                _writer.Line($"AddLanes({_expressions.Origin(lanes.Sums)}, {_expressions.Origin(lanes.Target)}, {lanes.Count});");
                break;
            case Return result:
                _writer.Line($"return {_expressions.Print(result.Value, 1)};");
                break;
            case Loop loop:
                Print(loop);
                break;
            case IfNotZero guarded:
                using (_writer.Block($"if ({_expressions.Print(guarded.Scalar, 1)} != 0)"))
                    Print(guarded.Body);
                break;
            default:
                throw new InvalidOperationException($"No C# for {code.GetType().Name}.");
        }
    }

    private void Print(Loop loop)
    {
        using (_writer.Block(Header(loop)))
            PrintWithin(loop.Variable, loop.Body);
    }

    /// <summary>Prints what stands where a variable has a value, behind references to the memory that is walked with it.</summary>
    private void PrintWithin(string variable, IReadOnlyList<Code> body)
    {
        if (!usesReferences)
        {
            Print(body);
            return;
        }

        foreach (var reference in _expressions.References.Enter(variable, CodeNeeds.Of(body).Walked))
            _writer.Line(reference);
        Print(body);
        _expressions.References.Leave();
    }

    private string StoreText(Store store)
    {
        var target = _expressions.At(store.Address);
        return store.Value is InOrder { Left: Load load } sum && _expressions.At(load.Address) == target
            ? $"{target} += {_expressions.Print(sum.Right, 1)};"
            : $"{target} = {_expressions.Print(store.Value, 1)};";
    }

    private string AssignText(Assign assign) => assign.Value is InOrder { Left: Local left } sum && left.Text == assign.Name
        && !rounding.IsExplicit
        ? $"{assign.Name} += {_expressions.Print(sum.Right, assign.Width)};"
        : $"{assign.Name} = {_expressions.Print(assign.Value, assign.Width)};";

    private static string Header(Loop loop)
    {
        var variable = loop.Variable;
        var step = loop.Step == 1 ? variable + "++" : $"{variable} += {loop.Step}";
        if (loop.To is { } to)
            return $"for (var {variable} = {loop.From}; {variable} < {to}; {step})";
        return loop switch
        {
            { RestOf: > 1 } => $"for (var {variable} = {loop.Samples} - ({loop.Samples} % {loop.RestOf}); {variable} < {loop.Samples}; {step})",
            { WholeOf: > 1 } when loop.WholeOf != loop.Step => $"for (var {variable} = 0; {variable} < {loop.Samples} - ({loop.Samples} % {loop.WholeOf}); {step})",
            { Step: 1 } => $"for (var {variable} = 0; {variable} < {loop.Samples}; {step})",
            _ => $"for (var {variable} = 0; {variable} <= {loop.Samples} - {loop.Step}; {step})",
        };
    }
}
