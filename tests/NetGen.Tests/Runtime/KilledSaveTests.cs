using System.Diagnostics;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Runtime;

/// <summary>Whenever a process is killed while it saves, the file is there and whole, and the next save leaves nothing else.</summary>
public sealed class KilledSaveTests : IDisposable
{
    private const int Kills = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Saves networks of seeds 1, 2, 3, … to a file until it is killed; says when the first one is there.</summary>
    internal static void SaveForEver(string path)
    {
        for (var seed = 1; ; seed++)
        {
            new SequenceNetwork(seed).Save(path);
            if (seed == 1)
                Console.WriteLine("saving");
        }
    }

    [Fact]
    public void TheFileIsWhole()
    {
        var path = Path.Combine(_folder, "net.safetensors");
        var random = new SeededRandom(2);
        var loaded = new SequenceNetwork(seed: 0);
        var unlike = new SequenceNetwork(seed: 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Program.Start([nameof(KilledSaveTests), path], []);
            Assert.Equal("saving", process.StandardOutput.ReadLine());
            Thread.Sleep(random.NextInt32(30));
            process.Kill();
            process.WaitForExit();

            loaded.Load(path);
            Assert.NotEqual(unlike.PackedParameters.ToArray(), loaded.PackedParameters.ToArray());

            // What the killed process wrote is gone with the next save; an empty file may still be about to be written.
            loaded.Save(path);
            Assert.DoesNotContain(new DirectoryInfo(_folder).GetFiles(), file => file.FullName != path && file.Length > 0);
            File.Delete(path);
        }
    }
}
