#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>Functions of two vectors of four elements that the tests both run and read.</summary>
internal static class VectorCases
{
    static double Elements(ReadOnlySpan<double> p, ReadOnlySpan<double> t) => p[0] * t[3] - p[2] / (1 + p[1] * p[1]) + p[p.Length - 1];

    static double Squares(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += (p[i] - t[i]) * (p[i] - t[i]);
        return sum / p.Length;
    }

    static double Cosine(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        double dot = 0, pp = 0, tt = 0;
        for (int i = 0; i < t.Length; ++i)
        {
            dot += p[i] * t[i];
            pp += p[i] * p[i];
            tt += t[i] * t[i];
        }

        return 1 - dot / Math.Sqrt(pp * tt);
    }

    static double LogSumExp(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        foreach (var z in p)
            sum += Math.Exp(z);
        var dot = 0.0;
        for (var i = 0; i < p.Length; i++)
            dot = dot + p[i] * t[i];
        return Math.Log(sum) - dot;
    }

    static double Variance(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var mean = 0.0;
        foreach (var z in p)
            mean += z;
        mean /= p.Length;
        var variance = 0.0;
        foreach (var z in p)
        {
            var difference = z - mean;
            variance += difference * difference;
        }

        return variance / (p.Length - 1);
    }

    static double Called(ReadOnlySpan<double> p, ReadOnlySpan<double> t) => Norm(p) * Norm(t) - Dot(t, p);

    private static double Norm(ReadOnlySpan<double> x) => Math.Sqrt(Dot(x, x));

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    static double CalledInLoop(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += p[i] * Dot(p, t);
        return sum;
    }

    static double Branches(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += p[i] > t[i] ? p[i] - t[i] : 0.5 * (t[i] - p[i]);
        return sum;
    }

    static double Conditions(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            if (p[i] > 0)
                sum += p[i];
            else
                sum -= t[i];
        }

        return sum;
    }

    static double Neighbours(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 1; i < p.Length; i++)
            sum += Math.Abs(p[i] - p[i - 1]);
        for (var i = 0; i < p.Length - 1; i++)
            sum += t[i + 1] * p[i];
        return sum;
    }

    static double FirstDiffers(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += i > 0 && p[i - 1] > 0 ? p[i] - p[i - 1] : p[i];
        return sum;
    }

    static double Weighted(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += (i + 1) * (p[i] - t[i]);
        return sum;
    }

    static double Largest(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var largest = p[0];
        for (var i = 1; i < p.Length; i++)
            largest = Math.Max(largest, p[i]);
        return largest;
    }

    static double Backwards(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var y = 0.0;
        for (var i = p.Length - 1; i >= 0; i--)
            y = y * t[0] + p[i];
        return y;
    }

    static double EveryOther(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i += 2)
            sum += p[i] * p[i + 1];
        return sum;
    }

    static double HalfOfThem(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length / 2; i++)
            sum += p[i] - t[i];
        for (var i = 2; i < p.Length; i++)
            sum += p[i] * t[i];
        return sum;
    }

    static double UpToTheLast(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i <= p.Length - 1; i++)
            sum += p[i];
        return sum;
    }

    static double Running(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        double total = 0, sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            total += p[i] - t[i];
            sum += total * total;
        }

        return sum;
    }

    static double Alternating(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        double sign = 1, sum = 0;
        foreach (var z in p)
        {
            sum += sign * z;
            sign = -sign;
        }

        return sum;
    }

    static double Counted(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        double count = 0;
        var n = 0;
        foreach (var z in p)
        {
            count += 1;
            n++;
        }

        return count * p[0] + n;
    }

    static double Indexed(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        var i = 0;
        foreach (var z in p)
        {
            sum += z * t[i];
            i++;
        }

        return sum;
    }

    static double Triangle(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            for (var j = i + 1; j < p.Length; j++)
                sum += (p[i] - p[j]) * (t[i] - t[j]);
        }

        return sum;
    }

    static double Pairs(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            for (var j = 0; j < p.Length; j++)
                sum += (p[i] - p[j]) * (t[i] - t[j]);
        }

        foreach (var a in p)
        {
            foreach (var b in t)
                sum += Math.Exp(-(a - b) * (a - b));
        }

        return sum;
    }

    static double SumsOfSums(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
            sum += Excess(p, t[i]) + Part(t, p[i] > 0.5);
        return sum;
    }

    private static double Excess(ReadOnlySpan<double> x, double limit)
    {
        var sum = 0.0;
        foreach (var z in x)
            sum += Math.Max(z - limit, 0);
        return sum;
    }

    private static double Part(ReadOnlySpan<double> x, bool isHalf)
    {
        var sum = 0.0;
        foreach (var z in x)
            sum += isHalf ? z / 2 : z;
        return sum;
    }

    static double FromTheEnd(ReadOnlySpan<double> p, ReadOnlySpan<double> t) => p[^1] * t[^4] + p[^2];

    static double FromTheEndOfArrays(double[] p, double[] t) => p[^1] * t[^4] + p[^2];

    static double BackwardsByTwo(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = p.Length - 1; i >= 0; i -= 2)
            sum += p[i] * t[i];
        return sum;
    }

    static double IfInALoop(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        double sum = 0, largest = p[0];
        foreach (var z in p)
        {
            if (z > 0.5)
                sum += z * z;
            else if (z < 0)
                sum -= 2 * z;
            if (z > largest)
                largest = z;
        }

        return sum * largest;
    }

    static double InFloat(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        float sum = 0;
        foreach (var z in p)
            sum += (float)z;
        return sum + t[0];
    }

    static double SkippingCounter(ReadOnlySpan<double> p, ReadOnlySpan<double> t)
    {
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++)
        {
            sum += p[i];
            i++;
        }

        return sum;
    }

    static double Arrays(double[] p, double[] t)
    {
        var sum = p[0] * t[t.Length - 1];
        for (var i = 0; i < p.Length; i++)
            sum += p[i] * t[i];
        foreach (var z in t)
            sum -= z;
        return sum;
    }

    static double ArrayToSpan(double[] p, double[] t) => Dot(p, t);

    static double Spans(Span<double> p, Span<double> t) => p[0] + Dot(p, t);
}
