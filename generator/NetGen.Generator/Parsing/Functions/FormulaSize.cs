using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Keeps formulas as small as what differentiates and prints them can carry at every keystroke, and as flat as its recursion can go.
/// </summary>
internal sealed class FormulaSize
{
    private const int LargestSize = 4000;
    private const int LargestPartials = 18_000;
    private const int DeepestFormula = 256;
    private const int LargestExponent = 64;
    private const int MostTests = 256;
    private const string Advice = "divide the function, or shorten its loops";

    // By reference: every part is measured once, when the whole is made of it, and its text is never asked for.
    private readonly Dictionary<Expr, (int Depth, long Partials)> _formulas = new(ReferenceComparer<Expr>.Instance);
    private readonly Dictionary<Condition, long> _tests = new(ReferenceComparer<Condition>.Instance);

    /// <exception cref="UnreadableException">It is too large.</exception>
    public void Check(Expr formula, SyntaxNode syntax)
    {
        CheckSize(formula.Size, syntax);
        if (formula is Product product && Array.Exists(product.Factors, factor => Math.Abs(factor.Exponent) > LargestExponent))
            throw new UnreadableException(syntax, $"it has become a power above {LargestExponent}", "write Math.Pow(x, n) with a real n, or shorten its loops");
        var (depth, partials) = Measure(formula);
        if (depth > DeepestFormula)
            throw new UnreadableException(syntax, $"it has become a formula more than {DeepestFormula} deep", Advice);
        if (partials > LargestPartials)
        {
            throw new UnreadableException(
                syntax, $"its derivatives would have {ParseContext.Print(partials)} terms and factors, and the limit is {ParseContext.Print(LargestPartials)}", Advice);
        }
    }

    /// <exception cref="UnreadableException">It makes too many comparisons.</exception>
    public void Check(Condition condition, SyntaxNode syntax)
    {
        if (Tests(condition) > MostTests)
            throw new UnreadableException(syntax, $"it makes more than {MostTests} comparisons", "divide the function, or compare less");
    }

    /// <exception cref="UnreadableException">Its value would be too deep.</exception>
    public static void CheckCases(int cases, SyntaxNode syntax)
    {
        if (cases > MostTests)
            throw new UnreadableException(syntax, $"it tells more than {MostTests} cases apart", "divide the function, or compute what it selects");
    }

    /// <summary>Checks what a decision would become before it is built, for conditions repeat their branches.</summary>
    /// <returns>What it costs to build: each part is held against the conditions around it.</returns>
    public long CheckSelection(Condition condition, Expr then, Expr otherwise, SyntaxNode syntax)
    {
        var size = SizeOf(condition, then.Size, otherwise.Size);
        CheckSize(size, syntax);
        return (long)size * Math.Max(Measure(then).Depth, Measure(otherwise).Depth);
    }

    private static void CheckSize(double size, SyntaxNode syntax)
    {
        if (size > LargestSize)
        {
            throw new UnreadableException(
                syntax, $"it has become a formula too large to be differentiated, of more than {ParseContext.Print(LargestSize)} terms and factors", Advice);
        }
    }

    private static double SizeOf(Condition condition, double then, double otherwise) => condition switch
    {
        Condition.Test { Compare: var test } => 1 + test.Left.Size + test.Right.Size + then + otherwise,
        Condition.Not { Inner: var inner } => SizeOf(inner, otherwise, then),
        Condition.And both => SizeOf(both.Left, SizeOf(both.Right, then, otherwise), otherwise),
        Condition.Or either => SizeOf(either.Left, then, SizeOf(either.Right, then, otherwise)),
        _ => Math.Max(then, otherwise),
    };

    private long Tests(Condition condition)
    {
        if (_tests.TryGetValue(condition, out var known))
            return known;
        var tests = condition switch
        {
            Condition.Not { Inner: var inner } => Tests(inner),
            Condition.And { Left: var left, Right: var right } => Tests(left) + Tests(right),
            Condition.Or { Left: var left, Right: var right } => Tests(left) + Tests(right),
            _ => 1,
        };
        _tests.Add(condition, tests);
        return tests;
    }

    /// <summary>How deep a formula is, and how large all its derivatives are as the rules write them.</summary>
    private (int Depth, long Partials) Measure(Expr formula)
    {
        if (formula is Leaf)
            return (1, formula is Number ? 0 : 1);
        if (_formulas.TryGetValue(formula, out var known))
            return known;
        var measured = formula.Children.Select(Measure).ToList();
        var depth = 1 + measured.Max(child => child.Depth);
        var partials = formula switch
        {
            Sum or Fold or Given => measured.Sum(child => child.Partials),
            Compare or Detach => 0,

            // A condition is not differentiated, and decides in the derivative by each variable.
            Choose choose => measured[2].Partials + measured[3].Partials
                + (Variables(choose) * (1 + choose.Condition.Left.Size + choose.Condition.Right.Size)),

            // The rest of a product, and the arguments of a function, stand in the derivative by each variable of a part.
            _ => formula.Children.Zip(measured, (child, inner) => inner.Partials + (Variables(child) * formula.Size)).Sum(),
        };
        _formulas.Add(formula, (depth, partials));
        return (depth, partials);
    }

    private static int Variables(Expr formula) => formula.Leaves.Count(leaf => leaf is not Number);
}
