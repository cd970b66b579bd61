using System.Diagnostics;
using NetGen.Tests.Data;

namespace NetGen.Fuzz;

/// <summary>Damages files of a corpus, and adds to it those that reach what none has reached.</summary>
internal sealed class Loop(Target target, BranchMap map, long seed)
{
    // A longer file reaches nothing that a shorter one does not.
    private const int LongestFile = 1 << 16;

    private readonly Mutator _mutator = new(seed, target.Tokens);
    private readonly SeededRandom _random = new(seed + 1);
    private readonly List<byte[]> _corpus = [];

    /// <summary>Runs for a time, or so many times.</summary>
    /// <param name="time">Counts if <paramref name="runs"/> is 0.</param>
    /// <param name="runs">Files to read.</param>
    /// <param name="folder">Where a file goes that is read wrongly.</param>
    /// <returns>Whether the reader has done nothing wrong.</returns>
    public bool Run(TimeSpan time, long runs, string folder)
    {
        var clock = Stopwatch.StartNew();
        byte[] file = [];
        var started = TimeSpan.Zero;
        using var hang = new Timer(_ => EndIfItHangs(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        long run = 0;
        for (; run < target.Seeds.Count || (runs > 0 ? run < runs : clock.Elapsed < time); run++)
        {
            file = run < target.Seeds.Count ? target.Seeds[(int)run] : Next();
            started = clock.Elapsed;
            map.Clear();
            var problem = target.Check(file);
            started = TimeSpan.MaxValue;
            if (problem is not null)
            {
                Report(file, problem, folder);
                return false;
            }

            if (map.HasNews())
                _corpus.Add(file);
        }

        Console.WriteLine($"{target.Name}: {run} files, {_corpus.Count} kept, {map.Ways} ways, {clock.Elapsed.TotalSeconds:F0} s");
        return true;

        void EndIfItHangs()
        {
            if (started == TimeSpan.MaxValue || clock.Elapsed - started < TimeSpan.FromSeconds(30))
                return;
            Report(file, "It has taken 30 s and not ended.", folder);
            Environment.Exit(1);
        }
    }

    private byte[] Next()
    {
        // Half of them from the newest, which have been damaged least often.
        var newest = Math.Min(16, _corpus.Count);
        var one = _random.NextInt32(2) == 0 ? _corpus[_corpus.Count - 1 - _random.NextInt32(newest)] : _corpus[_random.NextInt32(_corpus.Count)];
        if (_random.NextInt32(8) == 0)
        {
            var other = _corpus[_random.NextInt32(_corpus.Count)];
            one = [.. one.AsSpan(0, _random.NextInt32(one.Length + 1)), .. other.AsSpan(_random.NextInt32(other.Length + 1))];
        }

        var mutated = _mutator.Mutate(one);
        return mutated.Length <= LongestFile ? mutated : mutated[..LongestFile];
    }

    private void Report(byte[] file, string problem, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.GetFullPath(Path.Combine(folder, $"{target.Name}-{seed}.found"));
        File.WriteAllBytes(path, file);
        Console.Error.WriteLine($"{target.Name}: wrong with {path}, {file.Length} bytes: {problem}");
    }
}
