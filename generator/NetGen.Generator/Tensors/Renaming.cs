using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>Gives indices other names, so that a statement on a tensor at some subscripts becomes one at its own axes.</summary>
internal sealed class Renaming
{
    private readonly Dictionary<Index, Index> _names;

    private Renaming(Dictionary<Index, Index> names) => _names = names;

    public static Renaming Of(IReadOnlyList<Index> from, IReadOnlyList<Index> to) => new(from.Zip(to, (old, own) => (old, own))
        .Where(pair => pair.old != pair.own)
        .ToDictionary(pair => pair.old, pair => pair.own));

    public IReadOnlyList<Index> Apply(IReadOnlyList<Index> indices) => _names.Count == 0 ? indices : [.. indices.Select(Apply)];

    public Expr Apply(Expr expression) => _names.Count == 0 ? expression : expression.Transform(node => node switch
    {
        Read read => new Read(read.Tensor, Apply(read.Subscripts)),
        IndexValue value => new IndexValue(Apply(value.Index)),
        _ => node,
    });

    private Index Apply(Index index) => _names.TryGetValue(index, out var own) ? own : index;
}
