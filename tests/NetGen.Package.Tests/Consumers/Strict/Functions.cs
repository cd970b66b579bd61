namespace Consumer;

using System;
using NetGen;

/// <summary>Gradients beside what they are of.</summary>
public static partial class Functions
{
    /// <summary>A value of two numbers.</summary>
    /// <param name="o">The one.</param>
    /// <param name="e">The other.</param>
    /// <returns>The value.</returns>
    [Gradient]
    public static double Energy(double o, double e) => Math.Max(o, e) * Math.Exp(o * e);

    /// <summary>The squares' sum.</summary>
    /// <param name="x">The numbers.</param>
    /// <returns>The sum.</returns>
    [Gradient("x")]
    public static float Squares(ReadOnlySpan<float> x)
    {
        float sum = 0;
        foreach (float value in x)
        {
            sum += value * value;
        }

        return sum;
    }
}
