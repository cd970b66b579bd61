using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Prints routines as C# methods.</summary>
internal sealed class RoutinePrinter(Precision precision, bool usesReferences)
{
    private readonly ExpressionPrinter _expressions = new(precision, usesReferences);

    /// <summary>The parameters that a body needs, in the order that all methods share.</summary>
    public static IReadOnlyList<string> Parameters(IEnumerable<Code> body, bool batch)
    {
        var used = new HashSet<string>(body.SelectMany(Used));
        return [.. Order.Where(used.Contains).Select(name => name == "labels" && !batch ? "label" : name)];
    }

    private static readonly string[] Order = ["p", "x", "y", "labels", "w", "scale", "decay", "g", "output", "logits", "dx", "count"];

    /// <summary>The parameters that are memory.</summary>
    public static readonly string[] Memories = ["p", "x", "y", "w", "g", "output", "logits", "dx"];

    /// <summary>A parameter's declaration.</summary>
    public string Declaration(string parameter) => parameter switch
    {
        "labels" => "global::System.ReadOnlySpan<int> labels",
        "label" => "int label",
        "scale" or "decay" => $"{_expressions.TypeName} {parameter}",
        "count" => "int count",
        _ when usesReferences => $"ref {_expressions.TypeName} {parameter}",
        "p" or "x" or "y" => $"global::System.ReadOnlySpan<{_expressions.TypeName}> {parameter}",
        _ => $"global::System.Span<{_expressions.TypeName}> {parameter}",
    };

    public string Body(IReadOnlyList<Code> body)
    {
        var writer = new CodeWriter();
        Print(writer, body);
        return writer.ToString();
    }

    private void Print(CodeWriter writer, IEnumerable<Code> body)
    {
        Code? previous = null;
        foreach (var code in body)
        {
            if (code is Remark && previous is not (null or Remark))
                writer.Line();
            Print(writer, code);
            previous = code;
        }
    }

    private void Print(CodeWriter writer, Code code)
    {
        switch (code)
        {
            case Remark remark:
                writer.Line("// " + remark.Text);
                break;
            case Declare declare:
                writer.Line($"var {declare.Name} = {_expressions.Print(declare.Value, declare.Width)};");
                break;
            case Assign assign:
                writer.Line(AssignText(assign));
                break;
            case Store { Width: 1 } store:
                writer.Line(StoreText(store));
                break;
            case Store { First: { } first } store:
                writer.Line($"StoreFirst({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)}, {first});");
                break;
            case Store { Stride: > 1 } store:
                writer.Line($"StoreStrided({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)}, {store.Stride});");
                break;
            case Store store:
                writer.Line($"Store({_expressions.Print(store.Value, store.Width)}, {_expressions.Origin(store.Address)});");
                break;
            case Transpose transpose:
                writer.Line($"Transpose({_expressions.Origin(transpose.Source)}, {transpose.Rows}, {transpose.Columns}, {transpose.Stride}, {_expressions.Origin(transpose.Target)}, {transpose.TargetStride});");
                break;
            case Return result:
                writer.Line($"return {_expressions.Print(result.Value, 1)};");
                break;
            case Loop loop:
                Print(writer, loop);
                break;
            default:
                throw new InvalidOperationException($"No C# for {code.GetType().Name}.");
        }
    }

    private void Print(CodeWriter writer, Loop loop)
    {
        using (writer.Block(Header(loop)))
        {
            if (usesReferences)
            {
                foreach (var reference in _expressions.References.Enter(loop, loop.Body.SelectMany(Addresses)))
                    writer.Line(reference);
            }

            Print(writer, loop.Body);
            if (usesReferences)
                _expressions.References.Leave();
        }
    }

    private string StoreText(Store store)
    {
        var target = _expressions.At(store.Address);
        return store.Value is InOrder { Left: Load load } sum && load.Address.ToString() == store.Address.ToString()
            ? $"{target} += {_expressions.Print(sum.Right, 1)};"
            : $"{target} = {_expressions.Print(store.Value, 1)};";
    }

    private string AssignText(Assign assign) => assign.Value is InOrder { Left: Local left } sum && left.Text == assign.Name
        ? $"{assign.Name} += {_expressions.Print(sum.Right, assign.Width)};"
        : $"{assign.Name} = {_expressions.Print(assign.Value, assign.Width)};";

    private static string Header(Loop loop)
    {
        var variable = loop.Variable;
        var step = loop.Step == 1 ? variable + "++" : $"{variable} += {loop.Step}";
        if (loop.To is { } to)
            return $"for (var {variable} = {loop.From}; {variable} < {to}; {step})";
        return loop.RestOf > 1
            ? $"for (var {variable} = count - (count % {loop.RestOf}); {variable} < count; {step})"
            : loop.Step == 1
                ? $"for (var {variable} = 0; {variable} < count; {step})"
                : $"for (var {variable} = 0; {variable} <= count - {loop.Step}; {step})";
    }

    private static IEnumerable<string> Used(Code code) => Expressions(code).SelectMany(Leaves)
        .SelectMany(leaf => leaf switch
        {
            LabelValue => ["labels"],
            Local { Text: "scale" or "decay" } scalar => [scalar.Text],
            _ => Enumerable.Empty<string>(),
        })
        .Concat(Addresses(code).Select(address => ExpressionPrinter.Name(address.Memory)))
        .Concat(Loops(code).Where(loop => loop.To is null).Select(_ => "count"));

    private static IEnumerable<Loop> Loops(Code code) => code is Loop loop ? loop.Body.SelectMany(Loops).Prepend(loop) : [];

    private static IEnumerable<Expr> Expressions(Code code) => code switch
    {
        Declare declare => [declare.Value],
        Assign assign => [assign.Value],
        Store store => [store.Value],
        Return result => [result.Value],
        Loop loop => loop.Body.SelectMany(Expressions),
        _ => [],
    };

    private static IEnumerable<Address> Addresses(Code code) => code switch
    {
        Loop loop => loop.Body.SelectMany(Addresses),
        Store store => Expressions(code).SelectMany(Leaves).OfType<Load>().Select(load => load.Address).Append(store.Address),
        Transpose transpose => [transpose.Source, transpose.Target],
        _ => Expressions(code).SelectMany(Leaves).OfType<Load>().Select(load => load.Address),
    };

    private static IEnumerable<Expr> Leaves(Expr expression) => expression.Descend().SelectMany(node => node switch
    {
        Broadcast broadcast => Leaves(broadcast.Value),
        Helper helper => helper.Arguments.SelectMany(Leaves),
        InOrder sum => Leaves(sum.Left).Concat(Leaves(sum.Right)),
        _ => [node],
    });
}
