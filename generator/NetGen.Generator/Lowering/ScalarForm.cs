using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Statements without an index that vectors could run along, such as the logarithm of a softmax's sum.</summary>
internal sealed class ScalarForm(Group group, LoweringContext context)
{
    public IEnumerable<Code> Lower() => LoweringContext.Nest(group.Kept, context.NewScope(null), scope =>
    {
        var name = context.Names.Next(group.First.Name);
        var isMaximum = group.Statements[0].Assignment == Assignment.Max;
        var code = new List<Code> { new Declare(name, isMaximum ? double.NegativeInfinity : context.Start(group, scope), 1) };
        foreach (var statement in group.Statements.Where(statement => statement.Assignment == Assignment.Max || statement.Reduced.Any()))
        {
            var reduced = statement.Reduced.Where(index => index.Extent != 1);
            code.AddRange(LoweringContext.Nest(reduced, scope, inner =>
            {
                var sum = new Local(name);
                return
                [
                    new Assign(
                        name,
                        isMaximum
                            ? new Helper("Max", [sum, inner.Lower(statement.Expression)], 1)
                            : Accumulation.Add(sum, statement.Expression, inner),
                        1),
                ];
            }));
        }

        code.Add(new Store(scope.AddressOf(group.First), new Local(name), 1));
        return code;
    });
}
