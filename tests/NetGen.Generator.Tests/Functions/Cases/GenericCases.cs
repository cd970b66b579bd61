#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;
using System.Numerics;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>As <see cref="NumberCases"/>, for any type of numbers.</summary>
internal static class GenericCases
{
    static T Constants<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.One / T.CreateChecked(4) * x + T.Zero + T.NegativeOne * T.Pi + T.Tau - T.E * x + T.AdditiveIdentity + T.MultiplicativeIdentity;

    static T Exponentials<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Exp(x / T.CreateChecked(4)) + T.Exp2(x) - T.Exp10(x / T.CreateSaturating(4)) + T.ExpM1(x) * T.CreateTruncating(0.5);

    static T Logarithms<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Log(x * x + T.One) + T.Log2(x * x + T.One) - T.Log10(x * x + T.One) * T.LogP1(x * x) + T.Log(x * x + T.One, T.E);

    static T Roots<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Sqrt(x * x + T.One) + T.Cbrt(x) + T.Hypot(x, T.One) + T.Pow(x * x + T.One, T.CreateChecked(1.5));

    static T Trigonometry<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Sin(x) * T.Cos(x) + T.Tan(x / T.CreateChecked(4)) + T.Asin(x / T.CreateChecked(8)) - T.Acos(x / T.CreateChecked(8)) + T.Atan(x) + T.Atan2(x, T.One);

    static T Hyperbolics<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Sinh(x / T.CreateChecked(2)) + T.Cosh(x / T.CreateChecked(2)) + T.Tanh(x) + T.Atanh(x / T.CreateChecked(8)) + T.Acosh(x * x + T.CreateChecked(2));

    static T Pieces<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.Max(x, T.Zero) + T.Min(x, T.One) * T.Abs(x) + T.Clamp(x, -T.One, T.One) + T.Floor(x) - T.Ceiling(x) + T.Truncate(x) * x;

    static T Products<T>(T x) where T : IFloatingPointIeee754<T> =>
        T.FusedMultiplyAdd(x, x, T.One) + T.Lerp(x, T.One, T.CreateChecked(0.25));

    static T Comparisons<T>(T x) where T : INumber<T> => x > T.Zero && x != T.One ? x * x : x >= -T.One ? -x : T.One;

    static T Calls<T>(T x) where T : IFloatingPointIeee754<T> => Comparisons(x) + NumberCasesOf<T>.Square(x);

    static TSelf Steps<TSelf>(TSelf x) where TSelf : IFloatingPointIeee754<TSelf>
    {
        var y = x;
        y += TSelf.One;
        y *= x;
        y++;
        y--;
        return -y % (x * x + TSelf.CreateChecked(50));
    }

    private static class NumberCasesOf<T>
        where T : INumber<T>
    {
        public static T Square(T x) => x * x;
    }
}
