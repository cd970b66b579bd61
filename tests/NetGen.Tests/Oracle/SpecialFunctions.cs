namespace NetGen.Tests.Oracle;

/// <summary>The elementary functions of neural networks, written for clarity and precision in double.</summary>
internal static class SpecialFunctions
{
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>ln(1 + x), precise for small x: the rounding error of 1 + x is known and divided out (Kahan).</summary>
    public static double LogOnePlus(double x)
    {
        var rounded = 1 + x;
        return rounded == 1 ? x : Math.Log(rounded) * x / (rounded - 1);
    }

    public static double[] Softmax(double[] z)
    {
        var max = z.Max();
        var e = z.Select(zi => Math.Exp(zi - max)).ToArray();
        var sum = e.Sum();
        return [.. e.Select(ei => ei / sum)];
    }

    /// <summary>ln softmax(z)ⱼ = zⱼ − max − ln Σ e^(zₖ − max).</summary>
    public static double[] LogSoftmax(double[] z)
    {
        var max = z.Max();
        var logSum = Math.Log(z.Sum(zi => Math.Exp(zi - max)));
        return [.. z.Select(zi => zi - max - logSum)];
    }

    public static double NormalDensity(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    public static double NormalCumulative(double x) => 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    /// <summary>erf x = 2/√π e^−x² Σₙ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!! (Abramowitz and Stegun 7.1.6), whose terms all have one sign.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
            return Math.Sign(x);

        var term = x;
        var sum = x;
        for (var n = 1; n < 200; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
