using NetGen;

namespace Samples;

/// <summary>Functions without a network, differentiated at compile time.</summary>
public static partial class Valley
{
    /// <summary>
    /// A curved valley with its lowest point at (1, …, 1). H. H. Rosenbrock, "An Automatic Method for Finding the Greatest or Least
    /// Value of a Function", 1960.
    /// </summary>
    [Gradient]
    public static double Height(ReadOnlySpan<double> x)
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
}
