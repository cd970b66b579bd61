using NetGen;

namespace Samples;

/// <summary>
/// A toy data set that no straight line can separate: a disc of radius 1 (class 0) inside a ring from radius 2 to 3
/// (class 1). Three sigmoid units are just enough: they draw a triangle around the disc.
/// </summary>
internal sealed class DiscAndRing
{
    public const int Count = 200;

    /// <summary>x and y of each point, one point after the other.</summary>
    public double[] Points { get; } = new double[2 * Count];

    public int[] Labels { get; } = new int[Count];

    public DiscAndRing(int seed)
    {
        var random = new SeededRandom(seed);
        for (int i = 0; i < Count; i++)
        {
            int label = i % 2;
            double angle = 2 * Math.PI * random.NextDouble();
            double radius = label == 0 ? Math.Sqrt(random.NextDouble()) : 2 + random.NextDouble();
            Points[2 * i] = radius * Math.Cos(angle);
            Points[2 * i + 1] = radius * Math.Sin(angle);
            Labels[i] = label;
        }
    }
}
