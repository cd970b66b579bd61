#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>Functions in double that round to float on the way: constants exactly, what depends on x as the program runs.</summary>
internal static class NarrowingCases
{
    private const float Constant = 0.1f;
    private static readonly float Field = 0.1f;
    private static readonly float Third = 1 / 3f;
    private static readonly float FromDouble = (float)0.1;
    private static readonly float Sum = Field + Third;

    private static float Property => 0.3f;

    private static float Automatic { get; } = 0.7f;

    static double Local(double x) { float k = 0.1f; return k * x; }
    static double LocalOfConstants(double x) { float a = 0.1f; float b = 0.2f; return (a + b) * x + a * b - a / b; }
    static double Constants(double x) => Constant * x + 0.1f;
    static double Fields(double x) => Field * x + Third - FromDouble * Sum;
    static double Properties(double x) => Property * x + Automatic;
    static double Casts(double x) => (float)0.1 * x + (double)(float)Math.PI;
    static double Helper(double x) => Tenth() * x + Scaled(3);
    static double Whole(double x) { int n = 16777217; float f = n; return f + x; }
    static double Large(double x) { long n = 9007199791611905; return (float)n + x; }
    internal static double Negative(double x) => -(float)x + (float)-x;
    internal static double Cast(double x) => (float)x;
    internal static double Squared(double x) { float f = (float)x; return f * f; }
    internal static double Mixed(double x) { float f = (float)x; return f * x + f; }
    static double InFloat(double x) => Half((float)x) + Sine((float)(x * 0.5));
    static double Accumulated(double x)
    {
        float sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (float)(x * i) * 0.1f;
        return sum;
    }

    static double Incremented(double x)
    {
        var f = (float)(x * 33554432);
        f++;
        f -= 0.25f;
        return f;
    }

    static double Branches(double x)
    {
        float f = x > 0 ? 0.1f : (float)x;
        f = Math.Max(f, 0.05f);
        return f switch { > 0.5f => f / 3, _ => Math.Abs(f) };
    }

    static double Overflows(double x) => (float)(x * 1e300);
    static double Vanishes(double x) => (float)(x * 1e-44);

    private static float Tenth() => 0.1f;

    private static float Scaled(int n) => n * 0.1f;

    private static float Half(float x) => 0.3f * x;

    private static float Sine(float x) => MathF.Floor(x) + x;
}
