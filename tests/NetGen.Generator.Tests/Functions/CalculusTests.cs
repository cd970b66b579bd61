using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Tests.Functions;

/// <summary>Formulas that nobody would think of: simplifying keeps their values, and their derivatives are those of dual numbers.</summary>
public sealed class CalculusTests
{
    private const int Formulas = 600;
    private const int Depth = 4;

    /// <summary>Beyond that, rounding says more than the formula.</summary>
    private const double Largest = 100;

    private static readonly (double X, double Y)[] Points = [(0.37, -0.81), (-1.63, 0.29), (0.91, 2.17), (-0.23, -1.19), (2.7, 0.6)];

    [Fact]
    public void SimplifyingKeepsTheValue()
    {
        var count = Each((_, expression, point, expected) => Check(expected.Value, Evaluate(expression, point), expected, expression));
        Assert.True(count > Formulas, $"{count} values");
    }

    [Fact]
    public void DerivativesAreThoseOfDualNumbers()
    {
        var count = Each((_, expression, point, expected) =>
            Check(expected.Slope, Evaluate(expression.By(RandomTree.X), point), expected, expression));
        Assert.True(count > Formulas, $"{count} derivatives");
    }

    [Fact]
    public void DerivativesAreLimitsOfDifferences()
    {
        var count = Each((tree, expression, point, _) =>
        {
            var (coarse, fine) = (Difference(2e-4), Difference(1e-4));
            var derivative = Evaluate(expression.By(RandomTree.X), point);
            Assert.True(
                Math.Abs(derivative - fine) <= (4 * Math.Abs(coarse - fine)) + (1e-7 * (1 + Math.Abs(fine))),
                $"{derivative} in the place of {fine}: {expression} at {point}");

            double Difference(double step) =>
                (tree.Compute(point.X + step, point.Y).Value - tree.Compute(point.X - step, point.Y).Value) / (2 * step);
        });
        Assert.True(count > Formulas, $"{count} derivatives");
    }

    [Fact]
    public void WhatIsRearrangedForCodeKeepsTheValue() => Each((_, expression, point, expected) =>
    {
        foreach (var (formula, value) in new[] { (expression, expected.Value), (expression.By(RandomTree.X), expected.Slope) })
        {
            Check(value, Evaluate(CommonFactors.Extract(formula), point), expected, formula);
            Check(value, Evaluate(Branches.Merge(formula), point), expected, formula);
            Check(value, Evaluate(Simplification.Finish(formula), point), expected, formula);
            Check(value, Evaluate(formula.Transform(Idioms.Recognise), point), expected, formula);
            Check(value, Evaluate(formula.Transform(node => node), point), expected, formula);
        }
    });

    [Fact]
    public void WhatIsAssumedTrulyKeepsTheValue()
    {
        var count = 0;
        Each((_, expression, point, expected) =>
        {
            foreach (var condition in expression.Nodes.OfType<Choose>().Select(choose => choose.Condition).Distinct())
            {
                foreach (var comparison in Enum.GetValues<Comparison>())
                {
                    foreach (var number in new[] { -0.5, 1 })
                    {
                        var assumption = new Compare(comparison, condition.Left, number);
                        var holds = Evaluate(assumption, point) == 1;
                        Check(expected.Value, Evaluate(expression.Assume(assumption, holds), point), expected, expression);
                        count++;
                    }
                }
            }
        });
        Assert.True(count > Formulas, $"{count} assumptions");
    }

    [Fact]
    public void EqualFormulasHaveEqualKeys()
    {
        for (var seed = 0; seed < Formulas; seed++)
        {
            var tree = RandomTree.Draw(new(seed), Depth);
            var (one, other) = (tree.Build(), tree.Build());
            Assert.Equal(one.Key, other.Key);
            Assert.Equal((one + other).Key, (2 * one).Key);
            Assert.Equal((one * other).Key, one.Power(2).Key);
        }
    }

    /// <summary>Does something with each formula, at each point where it is defined and far from kinks. How many there were.</summary>
    private static int Each(Action<RandomTree, Expr, (double X, double Y), Dual> check)
    {
        var count = 0;
        for (var seed = 0; seed < Formulas; seed++)
        {
            var tree = RandomTree.Draw(new(seed), Depth);
            var expression = tree.Build();
            foreach (var point in Points)
            {
                var expected = tree.Compute(point.X, point.Y);
                if (!(expected.Largest < Largest && expected.Margin > 1e-3) || double.IsNaN(expected.Value) || double.IsNaN(expected.Slope))
                    continue;
                check(tree, expression, point, expected);
                count++;
            }
        }

        return count;
    }

    private static double Evaluate(Expr expression, (double X, double Y) point) =>
        new Evaluator((leaf, _) => leaf.Equals(RandomTree.X) ? point.X : point.Y).Evaluate(expression);

    private static void Check(double expected, double actual, Dual computed, Expr expression) => Assert.True(
        Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Pow(computed.Largest, 3)), $"{actual} in the place of {expected}: {expression}");
}
