#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>As <see cref="NumberCases"/>: loops whose bounds are known.</summary>
internal static class LoopCases
{
    private static readonly int Turns = 3;

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
}
