#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;
using System.Numerics;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>Functions of numbers that the tests both run and read. Where they have kinks or jumps, those are at multiples of ½.</summary>
internal static class NumberCases
{
    private const double Two = 2;
    private const float Tenth = 0.1f;
    private const int Three = 3;
    private const bool IsOn = true;
    private static readonly double Scale = 1.25;
    private static readonly double Shift = Scale * 2 - Math.Sqrt(4);
    private static readonly int Turns = 3;

    private static double Slope => 0.75;

    private static double Steep
    {
        get { return 4; }
    }

    private static double Flat
    {
        get => Slope / 4;
    }

    private static double Tilted => Slope * Two;

    // Operators.
    static double Identity(double x) => x;
    static double Arithmetic(double x) => ((x + 3) * (x - 2) / 4) - (x / (x * x + 1));
    static double Signs(double x) => -(+x) - -2 * -x;
    static double Constants(double x) => x * Two + Three - Tenth * x;
    static double Fields(double x) => Scale * x + Shift;
    static double Properties(double x) => Slope * x * x + Tilted - Steep * x + Flat;
    static double MathConstants(double x) => Math.PI * x + Math.E + double.Epsilon;
    static double Casts(double x) => (double)(float)3 * x + (int)2 * (double)x + (long)1;
    static double Literals(double x) => 1e-3 * x + 0x10 + 1_000 + .5 + 2f + 3u + 'a' * 0.0;
    static double Remainder(double x) => x % 1.5;
    static double RemainderOfNumbers(double x, double y) => x % (y * y + 7);
    static double WholeNumbers(double x) => 7 / 2 * x + 7 % 4 + (5 - 3) * 2;
    static double Powers(double x) => x * x * x - x * x / 2;

    // Variables.
    static double Variables(double x)
    {
        var a = x * 2;
        double b = a + 1, c = b;
        const double d = 3;
        c += a;
        c -= 1;
        c *= d;
        c /= 2;
        c++;
        ++c;
        c--;
        --c;
        return a * b + c;
    }

    static double Later(double x)
    {
        double y;
        y = x * 3;
        return y + 1;
    }

    static double Parameters(double x)
    {
        x += 1;
        x *= x;
        return x;
    }

    static double Scopes(double x)
    {
        {
            double y = x * 2;
            x = y + 1;
        }

        {
            double y = x * 3;
            ;
            x = y;
        }

        return x;
    }

    static double Whole(double x)
    {
        int n = 7;
        n /= 2;
        n += 2;
        n %= 4;
        n++;
        double half = n / 2;
        return half * x + n;
    }

    static double CompoundRemainder(double x)
    {
        x %= 1.5;
        return x * x;
    }

    static double Discards(double x)
    {
        _ = x * 2;
        return x;
    }

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

    // Calls.
    static double Calls(double x) => Square(x) + Square(Square(x)) - Cube(x: x);
    static double NamedArguments(double x) => Line(offset: 1, x: x, slope: x) + Line(x, offset: x);
    static double DefaultArguments(double x) => Line(x) + Line(x, 3);
    static double ChangedArgument(double x) => Doubled(x) + x;
    static double CallOfGeneric(double x) => GenericSquare(x) + GenericSquare<double>(2);
    static double CallOfOtherClass(double x) => Helper.Half(x);
    static double CallWithConstants(double x) => Unrolled(x, 3) + Unrolled(x, 0);
    static double CallOfOverload(double x) => Overloaded(x) + Overloaded(3);

    private static double Square(double x) => x * x;

    private static double Cube(double x)
    {
        return x * Square(x);
    }

    private static double Line(double x, double slope = 2, double offset = 0.5) => slope * x + offset;

    private static double Doubled(double x)
    {
        x *= 2;
        return x;
    }

    private static double Overloaded(double x) => x * 3;

    private static double Overloaded(int x) => x * 5;

    private static double Unrolled(double x, int turns)
    {
        var y = x;
        for (var i = 0; i < turns; i++)
            y = Square(y) - 1;
        return y;
    }

    private static T GenericSquare<T>(T x)
        where T : INumber<T> => x * x;

    private static class Helper
    {
        private const double Factor = 0.5;

        public static double Half(double x) => Factor * x;
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

    // Loops with known bounds.
    static double Loop(double x)
    {
        var y = 0.0;
        for (var i = 0; i < 4; i++)
            y += x * i;
        return y;
    }

    static double Horner(double x)
    {
        var y = 0.0;
        for (int i = 3; i >= 0; i--)
        {
            y = y * x + (i + 1);
        }

        return y;
    }

    static double LoopByTwo(double x)
    {
        double y = 1;
        for (var i = 1; i <= 5; i += 2)
            y *= x / i + 1;
        return y;
    }

    static double NestedLoops(double x)
    {
        var y = 0.0;
        for (var i = 0; i < 3; i++)
        {
            for (var j = i; j < 3; j++)
            {
                if (i == j)
                    y += x;
                else
                    y += x * x / (i + j);
            }
        }

        return y;
    }

    static double LoopOfField(double x)
    {
        for (var i = 0; i != Turns; ++i)
            x = Math.Sin(x) + i;
        return x;
    }

    static double LoopWithBranches(double x)
    {
        var y = x;
        for (var i = 0; i < 3; i++)
        {
            if (y > i)
                y -= 0.25 * y;
        }

        return y;
    }

    static double LoopOfNumbers(double x)
    {
        var y = 0.0;
        for (var step = 0.25; step < 1; step += 0.25)
            y += step * x * x;
        return y;
    }

    static double LoopWithoutTurn(double x)
    {
        for (var i = 0; i < 0; i++)
            x /= 0;
        return x;
    }

    static double LoopByHalves(double x)
    {
        var y = x;
        for (long i = 8; i / 2 > 0; i /= 2)
            y += x / i;
        return y;
    }

    // What people write.
    static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    static double LogisticQuotient(double x) => Math.Exp(x) / (1 + Math.Exp(x));
    static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
    static double StableSoftplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
    static double LogCosh(double x) => Math.Log(Math.Cosh(x));
    static double HardTanh(double x) => Math.Clamp(x, -1, 1);
    static double Relu(double x) => Math.Max(0, x);
    static double ShiftedRelu(double x) => Math.Max(x - 0.5, 0) + Math.Max(x, 1) - Math.Min(x, -1) + Math.Min(2, x);
    static double Largest(double x, double y) => Math.Max(x, y) * Math.Min(x, 2 * y);
    static double Snake(double x) => x + Math.Pow(Math.Sin(1.5 * x), 2) / 1.5;
    static double Gelu(double x) => 0.5 * x * (1 + NetGen.Numerics.Elementary.Erf(x / Math.Sqrt(2)));
    static double GeluTanh(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * Math.Pow(x, 3))));
    static double Selu(double x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1));
    static double Bent(double x) => (Math.Sqrt(x * x + 1) - 1) / 2 + x;
    static double Gaussian(double x) => Math.Exp(-x * x);
    static double Asymmetric(double x, double y) => (x - y) switch { > 0 and < 0.5 => 2 * (x - y), >= 0.5 => 1 + Math.Log(0.5 + x - y), var e => e * e };
    static double Huber(double x, double y)
    {
        const double delta = 0.5;
        var error = Math.Abs(x - y);
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    static double PowersOfNumbers(double x, double y) => Math.Pow(x * x + 1, y) + Math.Pow(2, x) + Math.Pow(x, 2) + Math.Pow(x, -1) + Math.Pow(y, 0);
}
