using System.Globalization;

namespace Samples;

/// <summary>Walks down a valley by its generated gradient: descent with momentum.</summary>
internal static class ValleyExperiment
{
    public static void Run(Checklist checklist)
    {
        Checklist.Title("[Gradient]: the lowest point of Rosenbrock's valley in four dimensions");
        double[] place = [-1.2, 1, -1.2, 1];
        var (gradient, speed) = (new double[place.Length], new double[place.Length]);
        var height = 0.0;
        for (var step = 0; step < 20_000; step++)
        {
            height = Valley.HeightGradient(place, gradient);
            for (var axis = 0; axis < place.Length; axis++)
            {
                speed[axis] = (0.9 * speed[axis]) - (0.0002 * gradient[axis]);
                place[axis] += speed[axis];
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  after 20,000 steps: ({string.Join(", ", place.Select(x => x.ToString("F4", CultureInfo.InvariantCulture)))}), height {height:E1}"));
        checklist.Check(place.All(x => Math.Abs(x - 1) < 0.01), "It is (1, 1, 1, 1).");
    }
}
