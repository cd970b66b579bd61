using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Statements without an index that vectors could run along, such as the logarithm of a softmax's sum.</summary>
internal sealed class ScalarForm(Group group, LoweringContext context)
{
    private readonly bool _isMaximum = group.IsMaximum;

    public IEnumerable<Code> Lower() => LoweringContext.Nest(group.Kept, context.NewScope(group), scope => Body(scope).All);

    /// <summary>The parts of a sum over the samples of a loop that groups share.</summary>
    public SplitSum LowerSum() => Body(context.NewScope(group));

    private SplitSum Body(Scope scope)
    {
        var start = _isMaximum ? double.NegativeInfinity : context.Start(group, scope);
        var added = group.Statements.Where(statement => statement.Assignment == Assignment.Max || statement.Reduces).ToList();
        if (added.Count == 0 && start is Local held)
            return new([], [], [.. Keep(held.Text, null, scope)]);
        var name = context.Names.Next(group.First.Name);
        var inside = added.SelectMany(statement => LoweringContext.Nest(group.Reduced(statement), scope, inner =>
            {
                var sum = new Local(name);
                return
                [
                    new Assign(
                        name,
                        _isMaximum
                            ? new Helper("Max", [sum, inner.Lower(statement.Expression)], 1)
                            : Accumulation.Add(sum, statement.Expression, inner),
                        1),
                ];
            }));

        // What other groups of a shared loop add up is complete behind it.
        return group.SumsSamples && start is not Number { Value: 0 }
            ? new([new Declare(name, Expr.Zero, 1)], [.. inside], [.. Keep(context.Names.Next(group.First.Name), new InOrder(new Local(name), start), scope)])
            : new([new Declare(name, start, 1)], [.. inside], [.. Keep(name, null, scope)]);
    }

    private IEnumerable<Code> Keep(string name, Expr? total, Scope scope)
    {
        if (total is not null)
            yield return new Declare(name, total, 1);
        if (group.Kept.Length == 0)
            context.Registers.Hold(group.First, 0, 1, name);
        if (context.IsStored(group, group.First))
            yield return new Store(scope.AddressOf(group.First), new Local(name), 1);
    }
}
