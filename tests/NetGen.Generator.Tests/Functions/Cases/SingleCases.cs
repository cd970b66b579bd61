#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>As <see cref="NumberCases"/>, in single precision and in both.</summary>
internal static class SingleCases
{
    private const float Half = 0.5f;

    static float Plain(float x) => x * x / 3 - 0.1f * x + Half;
    static float Methods(float x) => MathF.Sin(x) * MathF.Exp(-x / 4) + MathF.Cos(MathF.PI * x);
    static float ThroughDouble(float x) => (float)(Math.Sqrt(x * x + 1) / 3.0);
    static float Mixed(float x) => (float)Math.Tanh(x) * 2 + x;
    static double FromSingle(float x) => x * 0.25;
    static float Narrowing(float x)
    {
        x += 1;
        x *= 2;
        x++;
        return (float)(x / 3d);
    }

    static float Pieces(float x) => x switch { > 1 => 1 + MathF.Log(x), < -1 => -1, _ => x };
    static float Members(float x) => float.Exp(-x) + float.Max(x, 0) + float.Lerp(x, 2, 0.25f) + float.Pi * x;
    static float Smooth(float x, float y) => MathF.FusedMultiplyAdd(x, y, MathF.Abs(x)) + MathF.Atan2(y, x * x + 1);
}
