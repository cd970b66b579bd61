using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

internal enum Assignment
{
    Set,
    Add,
    Max,
}

/// <summary>
/// <c>target[subscripts] op= expression</c> for every value of the indices in <see cref="Domain"/>.
/// An index that the target lacks is reduced.
/// </summary>
/// <param name="Stage">The part of the pass that the statement belongs to, such as <c>Layer1</c>.</param>
internal sealed record Statement(
    Tensor Target,
    Assignment Assignment,
    Expr Expression,
    IReadOnlyList<Index> Domain,
    string Stage)
{
    /// <summary>The target's indices: in every statement its own axes.</summary>
    public IReadOnlyList<Index> Subscripts => Target.Axes;

    /// <summary>What is summed over; the sample at hand is one only.</summary>
    public IEnumerable<Index> Reduced => Domain.Where(index => !Subscripts.Contains(index) && index != Index.Current);

    public IEnumerable<Read> Reads => Expression.Leaves.OfType<Read>();

    public bool ReadsTensor(Tensor tensor)
    {
        foreach (var leaf in Expression.Leaves)
        {
            if (leaf is Read read && read.Tensor == tensor)
                return true;
        }

        return false;
    }

    /// <summary>The statement with another right-hand side: itself where that is the same one.</summary>
    public Statement With(Expr expression) => ReferenceEquals(expression, Expression) ? this : this with { Expression = expression };

    public override string ToString() => Assignment switch
    {
        Assignment.Max => $"{Target} = max {string.Join(" ", Reduced)} {ExprText.Print(Expression)}",
        Assignment.Add => $"{Target} += {Sum}{Summand(Expression)}",
        _ => $"{Target} = {ExprText.Print(Expression)}",
    };

    /// <summary>An addition as a term of the formula that it continues.</summary>
    public string AsTerm() => Expression is Product { Coefficient: < 0 }
        ? $" - {Sum}{Summand(-Expression)}"
        : $" + {Sum}{Summand(Expression)}";

    private string Sum => string.Concat(Reduced.Select(index => "Σ" + index + " "));

    private string Summand(Expr expression) => expression is Calculus.Sum && Sum.Length > 0
        ? $"({ExprText.Print(expression)})"
        : ExprText.Print(expression);
}
