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
    private static readonly double Scale = 1.25;
    private static readonly double Shift = Scale * 2 - Math.Sqrt(4);

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
