using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// An expression with its sums and extremes over vectors taken out: f = Value(s₁, s₂, …), each of them before those that speak of it.
/// </summary>
internal sealed class Sums
{
    private readonly List<(Variable Name, Fold Fold)> _all = [];

    /// <param name="name">A name for the next one.</param>
    public Sums(Expr formula, Func<Fold, string> name)
    {
        var names = new Dictionary<string, Variable>(StringComparer.Ordinal);
        Value = formula.Transform(node => node is Fold fold ? NameOf(fold) : node);

        Variable NameOf(Fold fold)
        {
            if (!names.TryGetValue(fold.Key, out var variable))
            {
                names.Add(fold.Key, variable = new Variable(name(fold)));
                _all.Add((variable, fold));
            }

            return variable;
        }
    }

    public Expr Value { get; }

    /// <summary>Each with the name that stands for it in what is behind.</summary>
    public IReadOnlyList<(Variable Name, Fold Fold)> All => _all;

    public bool IsSum(Variable variable) => _all.Exists(sum => sum.Name.Equals(variable));

    /// <summary>∂f/∂element where all are sums, for any element i where it is the running one, with the sums in their places.</summary>
    public Expr By(Element element)
    {
        var byElement = element.IsRunning ? Expr.Zero : Value.By(element);
        for (var index = _all.Count - 1; index >= 0; index--)
        {
            var adjoint = Adjoint(index);
            var term = _all[index].Fold.Term;
            byElement += Grouped.Chain(adjoint, At(term.By(new Element(element.Vector, 0, isRunning: true)), element));
            if (!element.IsRunning)
                byElement += Grouped.Chain(adjoint, Over(_all[index].Fold, term.By(element)));
        }

        return Enumerable.Reverse(_all).Aggregate(byElement, (expression, sum) =>
            expression.Transform(node => node.Equals(sum.Name) ? sum.Fold : node));
    }

    /// <summary>∂f/∂s of a sum, through all that speaks of it.</summary>
    private Expr Adjoint(int index) => Enumerable.Range(index + 1, _all.Count - index - 1).Aggregate(
        Value.By(_all[index].Name),
        (adjoint, later) => _all[later].Fold.Term.By(_all[index].Name) is Number { Value: 0 }
            ? adjoint
            : adjoint + Grouped.Chain(Adjoint(later), Over(_all[later].Fold, _all[later].Fold.Term.By(_all[index].Name))));

    private static Expr Over(Fold sum, Expr term) => term is Number { Value: 0 } ? Expr.Zero : new Total(term, sum.Vector, sum.First, sum.Rest, sum.Step);

    /// <summary>What is said of the running element, of one element.</summary>
    private static Expr At(Expr expression, Element element) => element.IsRunning ? expression : expression.Transform(node =>
        node is Element { IsRunning: true } running ? new Element(running.Vector, element.Place + running.Place, isRunning: false) : node);
}
