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
/// <remarks>Compared by identity. What passes and machines have in common is one object, which knows what follows from it.</remarks>
/// <param name="stage">The part of the pass that the statement belongs to, such as <c>Layer1</c>.</param>
internal sealed class Statement(Tensor target, Assignment assignment, Expr expression, IReadOnlyList<Index> domain, string stage)
{
    private Read[]? _reads;
    private string? _text;

    public Tensor Target { get; } = target;

    public Assignment Assignment { get; } = assignment;

    public Expr Expression { get; } = expression;

    public IReadOnlyList<Index> Domain { get; } = domain;

    public string Stage { get; } = stage;

    /// <summary>The target's indices: in every statement its own axes.</summary>
    public IReadOnlyList<Index> Subscripts => Target.Axes;

    /// <summary>What is summed over; the sample at hand is one only.</summary>
    public Index[] Reduced { get; } = [.. domain.Where(index => !target.Axes.Contains(index) && index != Index.Current)];

    public bool Reduces => Reduced.Length > 0;

    public Read[] Reads => _reads ??= [.. Expression.Leaves.OfType<Read>()];

    public bool ReadsTensor(Tensor tensor)
    {
        foreach (var read in Reads)
        {
            if (read.Tensor == tensor)
                return true;
        }

        return false;
    }

    /// <summary>The statement with another right-hand side: itself where that is the same one.</summary>
    public Statement With(Expr expression) =>
        ReferenceEquals(expression, Expression) ? this : new(Target, Assignment, expression, Domain, Stage);

    /// <summary>The statement as a formula.</summary>
    public string Text => _text ??= Assignment switch
    {
        Assignment.Max => $"{Target} = max {string.Join<Index>(" ", Reduced)} {ExprText.Print(Expression)}",
        Assignment.Add => $"{Target} += {Sum}{Summand(Expression)}",
        _ => $"{Target} = {ExprText.Print(Expression)}",
    };

    public override string ToString() => Text;

    /// <summary>An addition as a term of the formula that it continues.</summary>
    public string AsTerm() => Expression is Product { Coefficient: < 0 }
        ? $" - {Sum}{Summand(-Expression)}"
        : $" + {Sum}{Summand(Expression)}";

    private string Sum => string.Concat(Reduced.Select(index => "Σ" + index + " "));

    private string Summand(Expr expression) => expression is Calculus.Sum && Sum.Length > 0
        ? $"({ExprText.Print(expression)})"
        : ExprText.Print(expression);
}
