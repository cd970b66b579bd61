using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering;

/// <summary>An integer that is affine in loop variables: an offset, a bound.</summary>
internal sealed class Affine
{
    private readonly IReadOnlyList<(string Variable, int Factor)> _terms;

    private Affine(int constant, IReadOnlyList<(string, int)> terms) => (Constant, _terms) = (constant, terms);

    public int Constant { get; }

    public IReadOnlyList<(string Variable, int Factor)> Terms => _terms;

    public static implicit operator Affine(int constant) => new(constant, []);

    public static Affine Variable(string name) => new(0, [(name, 1)]);

    public static Affine operator +(Affine a, Affine b) => new(
        a.Constant + b.Constant,
        b._terms.Count == 0 ? a._terms
            : a._terms.Count == 0 ? b._terms
            : [.. a._terms.Concat(b._terms).GroupBy(term => term.Variable)
                .Select(group => (group.Key, group.Sum(term => term.Factor)))
                .Where(term => term.Item2 != 0)]);

    public static Affine operator *(Affine a, int factor) => factor == 0
        ? 0
        : new Affine(a.Constant * factor, [.. a._terms.Select(term => (term.Variable, term.Factor * factor))]);

    public override string ToString()
    {
        var terms = _terms.Select(term => term.Factor == 1 ? term.Variable : $"{term.Factor} * {term.Variable}").ToList();
        if (Constant != 0 || terms.Count == 0)
            terms.Add(Constant.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return string.Join(" + ", terms);
    }
}
