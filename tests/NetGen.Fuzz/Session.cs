using System.Globalization;
using NetGen.Fuzz.Targets;

namespace NetGen.Fuzz;

/// <summary>What the command line asks for, with the instrumented library.</summary>
public static class Session
{
    /// <summary>Fuzzes readers.</summary>
    /// <returns>The exit code: 1 if one of them does something wrong.</returns>
    public static int Run(string[] args)
    {
        var names = new List<string>();
        var options = new Dictionary<string, string> { ["--seconds"] = "20", ["--runs"] = "0", ["--seed"] = "1", ["--folder"] = "." };
        for (var index = 0; index < args.Length; index++)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
                names.Add(args[index]);
            else if (options.ContainsKey(args[index]) && index + 1 < args.Length)
                options[args[index]] = args[++index];
            else
                throw new ArgumentException($"There is no such option {args[index]}: {string.Join(", ", options.Keys)} take a value each.", nameof(args));
        }

        // Instrumented code counts from its first branch on, whoever looks at it.
        _ = new BranchMap();
        var targets = Targets();
        if (names.Find(name => Array.TrueForAll(targets, target => target.Name != name)) is { } unknown)
            throw new ArgumentException($"There is no reader {unknown}; there are {string.Join(", ", targets.Select(target => target.Name))}.", nameof(args));

        var found = false;
        foreach (var target in targets.Where(target => names.Count == 0 || names.Contains(target.Name)))
        {
            var loop = new Loop(target, new BranchMap(), Number("--seed"));
            found |= !loop.Run(TimeSpan.FromSeconds(Number("--seconds")), Number("--runs"), options["--folder"]);
        }

        return found ? 1 : 0;

        long Number(string option) => long.Parse(options[option], CultureInfo.InvariantCulture);
    }

    private static Target[] Targets() =>
    [
        new WeightsTarget(),
        new CheckpointTarget(),
        new CsvTarget("csv", new() { Label = "c" }, "a,b,c\n1,2,x\n3.5,-4e-2,y\n", "\"a\",c,b\r\n\"1\",\"x,\r\n\"\"y\",2\r\n"),
        new CsvTarget("csv-targets", new() { Targets = [-1, 1], Ignored = ["id"] }, "a,b,id,y\n1,2,x,5\n3.5,-4e-2,y,6\n"),
        new CsvTarget("csv-tabs", new() { Label = -1, HasHeader = false, Delimiter = '\t' }, "\uFEFF1\t2\t0\n3\t4\t1\n\n"),
        new IdxTarget(),
    ];
}
