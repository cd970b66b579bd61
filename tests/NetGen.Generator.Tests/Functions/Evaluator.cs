using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tests.Functions;

/// <summary>Computes expressions in double, node by node as they stand.</summary>
/// <param name="leaf">The value of a leaf that is no number; also told the running index of the sum that it stands in.</param>
/// <param name="length">How many elements the vectors have that sums run over.</param>
internal sealed class Evaluator(Func<Leaf, int, double> leaf, int length = 0)
{
    public double Evaluate(Expr expression, int running = 0)
    {
        return expression switch
        {
            Number number => number.Value,
            Leaf other => leaf(other, running),
            Sum sum => sum.Terms.Sum(Value),
            // An indicator selects: what stands beside a 0 does not count, not even if it is infinite.
            Product product when product.Factors.Any(factor => factor.Base is Compare && Value(factor.Base) == 0) => 0,
            Product product => product.Factors.Aggregate(
                product.Coefficient, (total, factor) => total * Math.Pow(Value(factor.Base), factor.Exponent)),
            Grouped { IsQuotient: true } quotient => Value(quotient.Left) / Value(quotient.Right),
            Grouped product => Value(product.Left) * Value(product.Right),
            Call { Function.Name: "Erf" } call => Erf(Value(call.Arguments[0])),
            Call call => call.Function.Evaluate!([.. call.Arguments.Select(Value)]),
            Compare compare => compare.Holds(Value(compare.Left), Value(compare.Right)) ? 1 : 0,
            Choose choose => choose.Condition.Holds(Value(choose.Condition.Left), Value(choose.Condition.Right))
                ? Value(choose.Then)
                : Value(choose.Otherwise),
            Detach detach => Value(detach.Argument),
            Given given => Value(given.Value),
            Total total => Enumerable.Range(total.First, length - total.Rest - total.First).Sum(index => Evaluate(total.Term, index)),
            _ => throw new InvalidOperationException($"No value of {expression.GetType().Name}."),
        };

        double Value(Expr inner) => Evaluate(inner, running);
    }

    /// <summary>erf x = 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · … · (2n + 1)), whose terms have one sign.</summary>
    private static double Erf(double x)
    {
        var (sum, term) = (0.0, x);
        for (var n = 1; n < 120; n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
