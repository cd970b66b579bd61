#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>As <see cref="NumberCases"/>: conditions, branches and patterns.</summary>
internal static class BranchCases
{
    private const double Two = 2;
    private const int Three = 3;
    private const bool IsOn = true;
    private static readonly int Turns = 3;

    // Decisions.
    static double Conditional(double x) => x > 0 ? x * x : -x / 2;
    static double NestedConditional(double x) => x > 1 ? 2 * x - 1 : x > -1 ? x * x : x < -2 ? 4 : -2 * x - 1;
    static double And(double x) => x > -1 && x < 1 ? x * x : 1;
    static double Or(double x) => x < -1 || x > 1 ? 1 : x * x;
    static double Not(double x) => !(x > 0) ? 0 : x * x * x;
    static double Everything(double x) => (x >= 0.5 && !(x <= 1 || x > 2)) || x < -0.5 && x >= -2 ? Math.Exp(x) : x;
    static double EagerLogic(double x) => x > -1 & x < 1 | x > 2 ? x * x : 1;
    static double Equal(double x) => x == 0.5 ? 7 : x;
    static double NotEqual(double x) => x != 0.5 ? x : 7;
    static double IsNotNumber(double x) => x != x ? 3 : x;
    static double Between(double x, double y) => x < y ? x * y : x - y;
    static double ConstantCondition(double x) => IsOn && Three > 2 ? x : -x;
    static double NeverDivides(double x) => Three == 2 ? x / (Three - 3) : x;

    static double Truths(double x)
    {
        var isLarge = x > 1;
        bool isSmall = x < -1;
        isLarge |= x < -2;
        isSmall &= !isLarge;
        return isLarge ? x * 2 : isSmall ? x * 3 : x;
    }

    static double TruthInBranches(double x)
    {
        bool chosen = false;
        if (x > 0)
            chosen = x < 1;
        else
            chosen = x < -1;
        return chosen ? x * x : x;
    }

    static double TruthOfCall(double x) => IsInside(x) ? x * x : 1;

    private static bool IsInside(double x)
    {
        if (x < -1)
            return false;
        return x <= 1;
    }

    static double BooleanConditional(double x) => (x > 0 ? x < 1 : x < -1) ? x * x : x;

    // Branches with returns.
    static double EarlyReturn(double x)
    {
        if (x > 0)
            return x * x;
        return -x;
    }

    static double IfElse(double x)
    {
        if (x > 0)
        {
            return x * x;
        }
        else
        {
            return -x;
        }
    }

    static double ElseIf(double x)
    {
        if (x > 2)
            return 4 * x - 4;
        else if (x > 0)
            return x * x;
        else if (x > -1)
            return 0;
        return x + 1;
    }

    static double NestedReturns(double x)
    {
        if (x > 0)
        {
            if (x > 1)
                return 3 * x;
            x *= 2;
        }
        else
        {
            x = -x;
            if (x > 2)
                return 4;
        }

        return x * x;
    }

    static double ReturnInOneBranch(double x)
    {
        var y = x;
        if (x > 1)
        {
            y += 1;
        }
        else if (x < -1)
        {
            y -= 1;
            return y * y;
        }

        y *= 2;
        if (y > 5)
            return y;
        return y * y;
    }

    static double ReturnInBlock(double x)
    {
        {
            if (x > 0)
                return x;
        }

        return x * x;
    }

    // Branches without returns.
    static double NoElse(double x)
    {
        var y = x * x;
        if (x < 0)
            y = -x;
        return y;
    }

    static double BothBranches(double x)
    {
        double y = 0, z = 1;
        if (x > 0)
        {
            y = x;
            z = x * x;
        }
        else if (x < -1)
        {
            y = -x;
        }
        else
            z -= x;

        return y * z;
    }

    static double AssignedInBranches(double x)
    {
        double y;
        if (x > 0)
            y = x * x;
        else
            y = -x;
        return y;
    }

    static double AssignedLater(double x)
    {
        double y, z;
        if (x > 0)
        {
            y = x * x;
            z = 1;
        }
        else if (x < -1)
        {
            z = 2;
            y = -x;
        }
        else
        {
            y = 0.5;
            z = y;
            if (x < -0.5)
                y = 1;
        }

        return y * z;
    }

    static double WholeInBranches(double x)
    {
        var n = 1;
        if (x > 0)
            n = 3;
        return n * x;
    }

    static double SwappedInBranch(double x, double y)
    {
        if (x < y)
        {
            var old = x;
            x = y;
            y = old;
        }

        return x * x - y;
    }

    static double KnownBranch(double x)
    {
        if (Turns > 2)
            x *= 2;
        else
            x /= Turns - 3;
        return x;
    }

    // Switch expressions and patterns.
    static double Relational(double x) => x switch { > 1 => 2 * x - 1, >= 0 => x * x, < -2 => 4, <= 0 => -2 * x, _ => x };
    static double Combined(double x) => x switch { > 0 and < 1 => x * x, >= 1 or <= -2 => 1, not > -1 => 2 * x, _ => x };
    static double Guarded(double x) => x switch { > 0 when x * x > 4 => 4, > 0 => x * x, var t when t < -1 => -t, double t => t + 0.5 };
    static double ConstantPattern(double x) => x switch { 0 => 7, 1.0 => 8, Two => 9, _ => x };
    static double NotPattern(double x) => x switch { not 0.5 => x, _ => 1 };
    static double SwitchOfExpression(double x) => (x * x) switch { > 1 and var t => t, var t => t * t };
    static double NestedSwitch(double x) => x switch { > 0 => x switch { > 1 => 1, _ => x }, _ => x switch { < -1 => -1, _ => x * x } };
    static double IsPattern(double x) => x is > -1 and < 1 ? x * x : 1;
    static double IsConstant(double x) => x is 0.5 or 1 ? 9 : x;
    static double IsNot(double x) => x is not (> 0 and <= 2) ? -x : x * x;
    static double IsInStatement(double x)
    {
        if (x is > 1 or < -1)
            x /= 2;
        return x * x;
    }

    static double IsNaN(double x) => x is double.NaN ? 3 : x;
    static double NotNaN(double x) => x switch { not double.NaN => x * x, _ => 1 };
    static double IsVar(double x) => x is var _ ? x : 0;
}
