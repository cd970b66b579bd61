using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Commands;

/// <summary>Times what a network adds to a build, by a compiler that has built such networks before.</summary>
internal static class BuildCommand
{
    /// <summary>Builds that are not counted: until then the compiler itself is compiled.</summary>
    private const int WarmUp = 10;

    public static IReadOnlyList<string> OptionNames { get; } = ["networks", "builds"];

    public static int Run(Options options)
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| network | unrolling | files | lines of the longest | generator ms (min) | C# compiler ms (min) | both ms (min) |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        var builds = options.Number("builds", 25);
        (NetworkShape Shape, Unrolling Unrolling)[] projects =
            [.. options.Networks().SelectMany(shape => new[] { Unrolling.Auto, Unrolling.Full }.Select(unrolling => (shape, unrolling)))];
        var times = projects.ToDictionary(project => project, _ => new List<BuildTime>());
        for (var build = 0; build < WarmUp + builds; build++)
        {
            foreach (var project in projects)
            {
                var time = BuildTime.Measure(project.Shape, project.Unrolling);
                if (build >= WarmUp)
                    times[project].Add(time);
            }
        }

        foreach (var project in projects)
        {
            var own = times[project];
            Console.WriteLine($"| {project.Shape} | {project.Unrolling} | {own[0].Files} | {own[0].Lines:N0} | {Text(own, build => build.Generator)} | {Text(own, build => build.Compiler)} | {Text(own, build => build.Total)} |");
        }

        return 0;
    }

    private static string Text(IEnumerable<BuildTime> times, Func<BuildTime, double> part)
    {
        var timing = Timing.Of(string.Empty, [.. times.Select(part)]);
        return $"{timing.Median:F0} ({timing.Minimum:F0})";
    }
}
