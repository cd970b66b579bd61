using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>An expression with its sums over vectors taken out: f = Value(s₁, s₂, …), each sum before those that speak of it.</summary>
internal sealed class Sums
{
    private readonly List<(Variable Name, Total Total)> _all = [];

    /// <param name="name">A name for the next sum.</param>
    public Sums(Expr formula, Func<string> name)
    {
        var names = new Dictionary<string, Variable>(StringComparer.Ordinal);
        Value = formula.Transform(node => node is Total total ? NameOf(total) : node);

        Variable NameOf(Total total)
        {
            if (!names.TryGetValue(total.Key, out var variable))
            {
                names.Add(total.Key, variable = new Variable(name()));
                _all.Add((variable, total));
            }

            return variable;
        }
    }

    public Expr Value { get; }

    /// <summary>Each sum with the name that stands for it in what is behind.</summary>
    public IReadOnlyList<(Variable Name, Total Total)> All => _all;

    public bool IsSum(Variable variable) => _all.Exists(sum => sum.Name.Equals(variable));

    /// <summary>∂f/∂element, for any element i where it is the running one, with the sums in their places.</summary>
    public Expr By(Element element)
    {
        var byElement = element.IsRunning ? Expr.Zero : Value.By(element);
        for (var index = _all.Count - 1; index >= 0; index--)
        {
            var adjoint = Adjoint(index);
            var term = _all[index].Total.Term;
            byElement += adjoint * At(term.By(new Element(element.Vector, 0, isRunning: true)), element);
            if (!element.IsRunning)
                byElement += adjoint * Over(_all[index].Total, term.By(element));
        }

        return Enumerable.Reverse(_all).Aggregate(byElement, (expression, sum) =>
            expression.Transform(node => node.Equals(sum.Name) ? sum.Total : node));
    }

    /// <summary>∂f/∂s of a sum, through all that speaks of it.</summary>
    private Expr Adjoint(int index) => Enumerable.Range(index + 1, _all.Count - index - 1).Aggregate(
        Value.By(_all[index].Name),
        (adjoint, later) => _all[later].Total.Term.By(_all[index].Name) is Number { Value: 0 }
            ? adjoint
            : adjoint + (Adjoint(later) * Over(_all[later].Total, _all[later].Total.Term.By(_all[index].Name))));

    private static Expr Over(Total total, Expr term) => term is Number { Value: 0 } ? Expr.Zero : new Total(term, total.Vector, total.First, total.Rest);

    /// <summary>What is said of the running element, of one element.</summary>
    private static Expr At(Expr expression, Element element) => element.IsRunning ? expression : expression.Transform(node =>
        node is Element { IsRunning: true } running ? new Element(running.Vector, element.Place + running.Place, isRunning: false) : node);
}
