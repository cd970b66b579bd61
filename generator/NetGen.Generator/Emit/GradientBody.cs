using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Emit;

/// <summary>
/// The statements that compute a function and its gradient. Sums over vectors come first, in loops; what is left is one
/// expression of them. Backwards, each sum s = Σ t has a loop that adds ∂f/∂s · ∂t/∂v to the derivative by every v in t; where ∂f/∂s
/// is known before the sum is, one loop does both. The largest or smallest of terms is found in a loop too, which notes where; backwards,
/// the derivative by that one term is added.
/// </summary>
internal sealed class GradientBody
{
    private readonly GradientModel _model;
    private readonly Expr _formula;
    private readonly GradientNames _names;
    private readonly CodeWriter _writer;
    private readonly CancellationToken _cancellationToken;
    private bool _hasGap;
    private readonly ExpressionPrinter _printer;
    private readonly Sums _sums;
    private readonly Dictionary<string, Variable> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Variable> _adjoints = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public GradientBody(GradientModel model, Expr formula, GradientNames names, CodeWriter writer, CancellationToken cancellationToken)
    {
        (_model, _formula, _names, _writer, _cancellationToken) = (model, formula, names, writer, cancellationToken);
        _printer = new(model.Precision, Rounding.AsItComes, usesReferences: false) { IsQualified = true };
        _sums = new(formula, fold => names.Numbered(fold is Extreme extreme ? NameOf(extreme) : "sum"));
    }

    public void Write()
    {
        WriteChecks();
        Line($"// {_model.Method} = {Text(_formula)}");

        // ∂value/∂sum, and the loops of later sums that add to it.
        var (sums, result) = (_sums.All, _sums.Value);
        var adjoints = sums.Select(sum => Simplification.Finish(result.By(sum.Name))).ToList();
        var isInSums = sums.Select(sum => sums.Any(other => other.Fold.Leaves.Contains(sum.Name))).ToList();
        var isFused = sums.Select((sum, index) =>
            sum.Fold is Total && !Mentions(adjoints[index]) && !Mentions(sum.Fold.Term) && !isInSums[index]).ToList();

        for (var index = 0; index < sums.Count; index++)
        {
            var (name, fold) = sums[index];
            if (fold is Extreme extreme)
            {
                Find(extreme, name);
                continue;
            }

            var total = (Total)fold;
            Line($"// {name.Name} = Σ {Text(total.Term)}");
            Line($"var {name.Name} = {Literals.Print(0, _model.Precision)};");
            var outer = isFused[index] ? Declare(adjoints[index], "d" + name.Name) : null;
            if (outer is not null)
                DeclareOuts(total.Term);
            Loop(total, outer, forward: name);
        }

        var partials = Partials(Scalars(result), leaf => result.By(leaf));
        var formula = Simplification.Finish(result);
        DeclareCalls([formula, .. partials.Select(partial => partial.Value)], isLoop: false);
        var value = Declare(formula, "value");
        foreach (var (leaf, partial) in partials)
            AddTo(leaf, partial);
        foreach (var parameter in _model.Parameters.Where(parameter => parameter is { IsWanted: true, IsVector: false }))
            DeclareOut(parameter.Name);

        if (isFused.Contains(false))
            _hasGap = true;
        DeclareCalls(adjoints.Where((_, index) => !isFused[index]), isLoop: false);
        var outers = sums.Select((_, index) => isFused[index] ? null : DeclareAdjoint(index)).ToList();
        for (var index = sums.Count - 1; index >= 0; index--)
        {
            if (outers[index] is not { } outer)
                continue;
            if (sums[index].Fold is Extreme extreme)
                GoBack(extreme, sums[index].Name, outer);
            else
                Loop((Total)sums[index].Fold, outer, forward: null);
        }

        Line($"return {Print(value)};");

        Expr DeclareAdjoint(int index)
        {
            var name = sums[index].Name.Name;
            if (!isInSums[index])
                return Declare(adjoints[index], "d" + name);
            var variable = new Variable(_names.Next("d" + name));
            Line($"var {variable.Name} = {Print(adjoints[index])};");
            _adjoints.Add(name, variable);
            return variable;
        }
    }

    private void WriteChecks()
    {
        foreach (var parameter in _model.Parameters.Where(parameter => parameter.IsArray))
            Line($"global::NetGen.Guard.NotNull({Name(parameter)}, nameof({Name(parameter)}));");
        var vectors = _model.Parameters.Where(parameter => parameter is { IsVector: true }).ToList();
        var derivatives = new List<string>();
        foreach (var wanted in vectors.Where(vector => vector.IsWanted))
        {
            var derivative = _names.Derivative(wanted.Name);
            Line($"global::NetGen.Guard.Length({derivative}.Length, {Name(wanted)}.Length, nameof({derivative}));");
            foreach (var other in vectors.Select(Name).Concat(derivatives))
                Line($"global::NetGen.Guard.Apart<{Scalar}>({derivative}, {other}, nameof({derivative}));");
            derivatives.Add(derivative);
        }

        // Bad arguments change nothing.
        foreach (var derivative in derivatives)
            Line($"{derivative}.Clear();");

        if (vectors.Count > 0)
            _hasGap = true;
    }

    /// <summary>One pass over the elements: adds up the sum, the derivatives, or both.</summary>
    /// <param name="outer">∂f/∂sum; null where the derivatives come later.</param>
    /// <param name="forward">The sum; null where it is there already.</param>
    private void Loop(Total total, Expr? outer, Variable? forward)
    {
        var term = Simplification.Finish(total.Term);
        var partials = outer is null ? [] : Partials(Wanted(total.Term), leaf => Grouped.Chain(outer, total.Term.By(leaf)));
        if (forward is null && partials.Count == 0)
            return;
        Expr[] all = [.. forward is null ? [] : new[] { term }, .. partials.Select(partial => partial.Value)];
        DeclareCalls(all.SelectMany(expression => expression.Nodes).Where(node => !IsRunning(node)), isLoop: false);
        var outside = _calls.Keys.ToList();
        if (forward is null)
            Line($"// Backwards through Σ {Text(total.Term)}");
        using (_writer.Block(Head(total)))
        {
            DeclareCalls(all, isLoop: true);
            if (forward is not null)
                Line($"{forward.Name} += {Print(term)};");
            foreach (var (leaf, value) in partials)
                Line($"{Target(leaf)} += {Print(value)};");
        }

        _hasGap = true;
        Forget(outside);
    }

    /// <summary>Finds the term that is selected in the end, and where.</summary>
    private void Find(Extreme extreme, Variable name)
    {
        var (start, term) = (Simplification.Finish(extreme.Start), Simplification.Finish(extreme.Term));
        Line($"// {name.Name} = {Text(extreme)}");
        DeclareCalls(start.Nodes.Concat(term.Nodes).Where(node => !IsRunning(node)), isLoop: false);
        Line($"{Scalar} {name.Name} = {Print(start)};");
        _places.Add(name.Name, _names.Next("at_" + name.Name));
        Line($"var {_places[name.Name]} = -1;");
        var outside = _calls.Keys.ToList();
        using (_writer.Block(Head(extreme)))
        {
            DeclareCalls([term], isLoop: true);
            var selection = extreme.Selection;
            var test = $"{Print(term)} {ExprText.Symbol(selection.Comparison)} {name.Name}";
            test = (selection.IsNegated ? $"!({test})" : test) + (selection.KeepsNaN ? $" && !{Scalar}.IsNaN({name.Name})" : string.Empty);
            using (_writer.Block($"if ({test})"))
            {
                Line($"{name.Name} = {Print(term)};");
                Line($"{_places[name.Name]} = {_names.Counter};");
            }
        }

        _hasGap = true;
        Forget(outside);
    }

    /// <summary>Adds the derivatives by the term that was selected, or by the first value.</summary>
    private void GoBack(Extreme extreme, Variable name, Expr outer)
    {
        var byTerm = Partials(Wanted(extreme.Term), leaf => outer * extreme.Term.By(leaf));
        var byStart = Partials(Wanted(extreme.Start), leaf => outer * extreme.Start.By(leaf));
        if (byTerm.Count + byStart.Count == 0)
            return;
        Line($"// Backwards through {Text(extreme)}");
        var all = byTerm.Concat(byStart).Select(partial => partial.Value).ToList();
        DeclareCalls(all.SelectMany(value => value.Nodes).Where(node => !IsRunning(node)), isLoop: false);
        var outside = _calls.Keys.ToList();
        var place = _places[name.Name];
        if (byTerm.Count > 0)
        {
            using (_writer.Block($"if ({place} >= 0)"))
            {
                if (byTerm.Exists(partial => IsRunning(partial.Leaf) || IsRunning(partial.Value)))
                    Line($"var {_names.Counter} = {place};");
                DeclareCalls(all.Take(byTerm.Count), isLoop: true);
                AddAll(byTerm);
            }

            Forget(outside);
        }

        if (byStart.Count > 0)
        {
            using (_writer.Block(byTerm.Count > 0 ? "else" : $"if ({place} < 0)"))
                AddAll(byStart);
        }

        _hasGap = true;

        void AddAll(List<(Leaf Leaf, Expr Value)> partials)
        {
            foreach (var (leaf, value) in partials)
                Line($"{Target(leaf)} += {Print(value)};");
        }
    }

    /// <summary>The head of a loop over a range.</summary>
    private string Head(Fold fold)
    {
        var counter = _names.Counter;
        var rest = fold.Rest == 0 ? string.Empty : $" {(fold.Rest > 0 ? "-" : "+")} {Number(Math.Abs(fold.Rest))}";
        var step = fold.Step == 1 ? $"{counter}++" : $"{counter} += {Number(fold.Step)}";
        return $"for (var {counter} = {Number(fold.First)}; {counter} < {Identifiers.Escape(fold.Vector)}.Length{rest}; {step})";
    }

    /// <summary>What was declared in a block is not there behind it.</summary>
    private void Forget(List<string> outside)
    {
        foreach (var inside in _calls.Keys.Except(outside).ToList())
            _calls.Remove(inside);
    }

    /// <summary>Gives each elementary function and each quotient a variable, the innermost first, so that nothing is computed twice.</summary>
    private void DeclareCalls(IEnumerable<Expr> expressions, bool isLoop)
    {
        foreach (var node in expressions.SelectMany(expression => expression.Nodes).Where(node => node.KeptAs is not null).OrderBy(node => node.Size).ToList())
        {
            if (_calls.ContainsKey(node.Key) || (!isLoop && IsRunning(node)))
                continue;
            var variable = new Variable(_names.Numbered(node.KeptAs!));
            Line($"var {variable.Name} = {Print(node)};");
            _calls.Add(node.Key, variable);
        }
    }

    private Expr Declare(Expr value, string name)
    {
        if (value is Leaf)
            return value;
        DeclareCalls([value], isLoop: false);
        var variable = new Variable(_names.Next(name));
        Line($"var {variable.Name} = {Print(value)};");
        return variable;
    }

    /// <summary>Starts the derivatives by the numbers that a term speaks of.</summary>
    private void DeclareOuts(Expr term)
    {
        foreach (var variable in Wanted(term).OfType<Variable>().Where(variable => !_sums.IsSum(variable)))
            DeclareOut(variable.Name);
    }

    private void DeclareOut(string parameter)
    {
        if (_outs.Add(parameter))
            Line($"{_names.Derivative(parameter)} = {Literals.Print(0, _model.Precision)};");
    }

    private void AddTo(Leaf leaf, Expr value)
    {
        var isFirst = leaf is Variable variable && _outs.Add(variable.Name);
        Line($"{Target(leaf)} {(isFirst ? "=" : "+=")} {Print(value)};");
    }

    /// <summary>What receives the derivative by a leaf.</summary>
    private string Target(Leaf leaf) => leaf switch
    {
        Element element => $"{_names.Derivative(element.Vector)}[{Index(element)}]",
        Variable variable when _sums.IsSum(variable) => _adjoints[variable.Name].Name,
        _ => _names.Derivative(((Variable)leaf).Name),
    };

    /// <summary>What a term is differentiated by: parameters and elements that are asked for, and sums.</summary>
    private IEnumerable<Leaf> Wanted(Expr term) => term.Leaves.Where(leaf => leaf switch
    {
        Element element => IsWanted(element.Vector),
        Variable variable => _sums.IsSum(variable) || IsWanted(variable.Name),
        _ => false,
    });

    /// <summary>What the value itself is differentiated by; sums have loops.</summary>
    private IEnumerable<Leaf> Scalars(Expr value) => Wanted(value).Where(leaf => !(leaf is Variable variable && _sums.IsSum(variable)));

    /// <summary>The derivatives that are not 0 everywhere.</summary>
    private static List<(Leaf Leaf, Expr Value)> Partials(IEnumerable<Leaf> leaves, Func<Leaf, Expr> derivative) => [.. leaves
        .Select(leaf => (Leaf: leaf, Value: Simplification.Finish(derivative(leaf))))
        .Where(partial => partial.Value is not Calculus.Number { Value: 0 })];

    private bool IsWanted(string parameter) => _model.Parameters.Any(other => other.Name == parameter && other.IsWanted);

    private bool Mentions(Expr expression) => expression.Leaves.OfType<Variable>().Any(_sums.IsSum);

    private static bool IsRunning(Expr expression) => expression.Leaves.OfType<Element>().Any(element => element.IsRunning);

    /// <summary>A line, behind an empty one where a part has ended.</summary>
    private void Line(string text)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_hasGap)
            _writer.Line();
        _hasGap = false;
        _writer.Line(text);
    }

    private static string Text(Expr expression) => ExprText.Print(Simplification.Finish(expression));

    private string Print(Expr expression) => _printer.Print(Name(expression), 1);

    private static string NameOf(Extreme extreme) => extreme.Selection.IsOfLargest ? "max" : "min";

    /// <summary>Names in the places of parameters, elements and functions that have a variable.</summary>
    private Expr Name(Expr expression) => expression switch
    {
        Calculus.Number => expression,
        Variable variable => new Local(Identifiers.Escape(variable.Name)),
        Element element => new Local($"{Identifiers.Escape(element.Vector)}[{Index(element)}]"),
        VectorLength length => new Local($"({Scalar}){Identifiers.Escape(length.Vector)}.Length"),
        { KeptAs: not null } when _calls.TryGetValue(expression.Key, out var variable) => new Local(variable.Name),
        _ => expression.WithChildren([.. expression.Children.Select(child => Name(child))]),
    };

    private string Index(Element element) => !element.IsRunning ? (element.Place < 0 ? $"{Identifiers.Escape(element.Vector)}.Length - {Number(-element.Place)}" : Number(element.Place))
        : element.Place == 0 ? _names.Counter
        : $"{_names.Counter} {(element.Place < 0 ? "-" : "+")} {Number(Math.Abs(element.Place))}";

    private string Scalar => GeneratedMembers.Scalar(_model.Precision);

    private static string Name(GradientParameter parameter) => Identifiers.Escape(parameter.Name);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
