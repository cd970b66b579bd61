#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;
using System.Numerics;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>Functions whose derivative by x is that which <c>Is</c> and their name compute.</summary>
internal static class DerivativeCases
{
    static double Step(double x) => x > 0 ? 1 : 0;

    [Derivative(nameof(Step))]
    private static double StepSlope(double x) => 1 / (1 + x * x);

    private static double IsStep(double x) => 1 / (1 + x * x);

    static double Composed(double x) => x * Step(2 * x) + Step(x * x);

    private static double IsComposed(double x) => Step(2 * x) + x * 2 * StepSlope(2 * x) + 2 * x * StepSlope(x * x);

    static double OfItself(double x) => 1 / (1 + Math.Exp(-x));

    [Derivative(nameof(OfItself))]
    private static double OfItselfSlope(double x)
    {
        var s = OfItself(x);
        return 2 * s * (1 - s);
    }

    private static double IsOfItself(double x) => OfItselfSlope(x);

    static double ThroughGeneric(double x) => 3 * Generic(x);

    private static T Generic<T>(T x)
        where T : INumber<T> => T.Zero > x ? T.Zero : T.One;

    [Derivative(nameof(Generic), "x")]
    private static T GenericSlope<T>(T x)
        where T : INumber<T> => x * x;

    private static double IsThroughGeneric(double x) => 3 * x * x;

    static double ByEither(double x) => Two(x, 3 * x);

    private static double Two(double first, double second) => first > second ? first : second;

    [Derivative(nameof(Two), "second")]
    private static double TwoBySecond(double first, double second) => first + 10;

    [Derivative(parameter: "first", function: nameof(Two))]
    private static double TwoByFirst(double first, double second) => second;

    private static double IsByEither(double x) => 3 * x + 3 * (x + 10);

    static double ByOneOnly(double x) => One(x, 3 * x);

    private static double One(double first, double second) => first * second;

    [Derivative(nameof(One), "second")]
    private static double OneBySecond(double first, double second) => 7;

    private static double IsByOneOnly(double x) => 3 * x + 3 * 7;

    static double Overload(double x) => Over(x) + Over((float)x);

    private static double Over(double x) => x;

    private static double Over(float x) => x * x;

    [Derivative(nameof(Over))]
    private static double OverSlope(double x) => 5;

    private static double IsOverload(double x) => 5 + 2 * (double)(float)x;

    static double OfConstant(double x) => Step(2) * x + Step(-1);

    private static double IsOfConstant(double x) => 1;

    static double InDecision(double x) => Step(x) > 0.5 ? Step(x) * x : -x;

    private static double IsInDecision(double x) => x > 0 ? Step(x) + x * StepSlope(x) : -1;
}
