using System.Collections.Generic;
using System.Globalization;

namespace NetGen.Generator.Lowering;

/// <summary>An integer that is affine in loop variables: an offset, a bound.</summary>
internal sealed class Affine
{
    private Affine(int constant, (string, int)[] terms) => (Constant, Terms) = (constant, terms);

    public int Constant { get; }

    public (string Variable, int Factor)[] Terms { get; }

    private bool IsZero => Constant == 0 && Terms.Length == 0;

    public static implicit operator Affine(int constant) => new(constant, []);

    public static Affine Variable(string name) => new(0, [(name, 1)]);

    public static Affine operator +(Affine a, Affine b) => b.IsZero ? a : a.IsZero ? b : new(
        a.Constant + b.Constant,
        b.Terms.Length == 0 ? a.Terms
            : a.Terms.Length == 0 ? b.Terms
            : Merge(a.Terms, b.Terms));

    public static Affine operator *(Affine a, int factor) => factor == 1 ? a
        : factor == 0 || a.Terms.Length == 0 ? a.Constant * factor
        : new Affine(a.Constant * factor, Array.ConvertAll(a.Terms, term => (term.Variable, term.Factor * factor)));

    private static (string Variable, int Factor)[] Merge((string Variable, int Factor)[] some, (string Variable, int Factor)[] others)
    {
        var terms = new List<(string Variable, int Factor)>(some);
        foreach (var (variable, factor) in others)
        {
            var index = terms.FindIndex(term => term.Variable == variable);
            if (index < 0)
                terms.Add((variable, factor));
            else
                terms[index] = (variable, terms[index].Factor + factor);
        }

        terms.RemoveAll(term => term.Factor == 0);
        return [.. terms];
    }

    public override string ToString()
    {
        var text = string.Empty;
        foreach (var (variable, factor) in Terms)
            Add(factor == 1 ? variable : Print(factor) + " * " + variable);
        if (Constant != 0 || Terms.Length == 0)
            Add(Print(Constant));
        return text;

        void Add(string term) => text = text.Length == 0 ? term : text + " + " + term;
    }

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);
}
