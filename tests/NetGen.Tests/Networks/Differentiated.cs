namespace NetGen.Tests;

/// <summary>Functions whose gradients are generated, of every shape that they can have.</summary>
internal static partial class Differentiated
{
    [Gradient]
    public static double Numbers(double x, double y) => (x * x * Math.Exp(y)) + (Math.Abs(x * y) / (1 + Math.Exp(y))) + Math.Pow(x, y);

    /// <summary>One sum, whose loop goes back at once.</summary>
    [Gradient]
    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length - 1; i++)
        {
            var across = x[i + 1] - (x[i] * x[i]);
            var along = 1 - x[i];
            sum += (100 * across * across) + (along * along);
        }

        return sum;
    }

    /// <summary>A sum of terms that speak of another sum, and of one element.</summary>
    [Gradient]
    public static double Entropy(ReadOnlySpan<double> x)
    {
        var total = 0.0;
        foreach (var value in x)
            total += Math.Exp(value);
        var entropy = 0.0;
        for (var i = 0; i < x.Length; i++)
            entropy -= Math.Exp(x[i]) / total * (x[i] - Math.Log(total)) * x[2];
        return (entropy * x[0]) + (total / x[1]);
    }

    /// <summary>The value is no sum, but of sums.</summary>
    [Gradient]
    public static double Cosine(ReadOnlySpan<double> x)
    {
        double dot = 0, squares = 1e-9;
        for (var i = 1; i < x.Length; i++)
        {
            dot += x[i] * x[i - 1];
            squares += x[i] * x[i];
        }

        return dot > 0 ? dot / Math.Sqrt(squares) : Math.Sin(dot);
    }

    /// <summary>A sum that only decides, and another that is all there is of a product.</summary>
    [Gradient]
    public static double Switched(ReadOnlySpan<double> x)
    {
        double total = 0, squares = 0;
        for (var i = 0; i < x.Length; i++)
        {
            total += x[i];
            squares += x[i] * x[i] * x[1];
        }

        return total > 0 ? squares * x[3] : x[0];
    }

    /// <summary>Two vectors, by both.</summary>
    [Gradient]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Vectors and numbers, by some of them.</summary>
    [Gradient("weights", "bias")]
    public static float Neuron(ReadOnlySpan<float> weights, float[] inputs, float bias)
    {
        var sum = bias;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * inputs[i];
        return MathF.Tanh(sum);
    }

    /// <summary>Nothing of the argument is left.</summary>
    [Gradient]
    public static double Constant(double x) => x - x + 3;

    /// <summary>The logarithm of a sum of exponentials, which the largest keeps from overflowing.</summary>
    [Gradient]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        var largest = double.NegativeInfinity;
        foreach (var value in x)
            largest = Math.Max(largest, value);
        var sum = 0.0;
        foreach (var value in x)
            sum += Math.Exp(value - largest);
        return largest + Math.Log(sum);
    }

    /// <summary>Extremes in other forms: from the first element on, by a comparison, of terms, and of both kinds.</summary>
    [Gradient]
    public static double Range(ReadOnlySpan<double> x)
    {
        double largest = x[0], smallest = 1e9, farthest = 0;
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
                largest = x[i];
            smallest = x[i] * x[i] < smallest ? x[i] * x[i] : smallest;
            farthest = Math.Max(Math.Abs(x[i] - x[i - 1]), farthest);
        }

        return (largest * farthest) - (3 * smallest) + Math.Min(x[1], largest);
    }

    /// <summary>Means and a variance, with the length and the last elements.</summary>
    [Gradient]
    public static double Variance(ReadOnlySpan<double> x)
    {
        var mean = 0.0;
        foreach (var value in x)
            mean += value;
        mean /= x.Length;
        var squares = 0.0;
        for (var i = x.Length - 1; i >= 0; i--)
            squares += (x[i] - mean) * (x[i] - mean);
        var variance = squares / (x.Length - 1);
        return (variance * x[^1]) + (x[x.Length - 2] / (2.0 * x.Length)) + (x.Length > 4 ? x[0] : 0);
    }

    /// <summary>Every second element, pairs of neighbours, and what a condition selects.</summary>
    [Gradient]
    public static double Alternating(ReadOnlySpan<double> x)
    {
        double even = 0, pairs = 0, positive = 0, triples = 0;
        for (var i = 0; i < x.Length; i += 2)
            even += x[i] * x[i];
        for (var i = 0; i < x.Length - 1; i += 2)
            pairs += x[i] * x[i + 1];
        for (var i = x.Length - 1; i > 0; --i)
        {
            if (x[i] > 0.5)
                positive += x[i] * x[i - 1];
            else if (x[i] > 0)
                positive -= 3 * x[i];
        }

        for (var i = 1; i <= x.Length - 2; i += 3)
            triples += x[i - 1] * x[i] * x[i + 1];
        return (even * pairs) + Math.Sin(positive) + triples;
    }

    /// <summary>Rounded to float on the way.</summary>
    [Gradient]
    public static double Narrowed(double x, double y)
    {
        float tenth = 0.1f, rounded = (float)(x * y);
        return (tenth * x) + (rounded * y);
    }
}
