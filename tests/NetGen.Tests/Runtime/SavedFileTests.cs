using System.Diagnostics;
using System.Runtime.Versioning;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Runtime;

/// <summary>What a path may mean to which a network is saved.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SavedFileTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;
    private readonly TinyNetwork _network = new(seed: 3);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [UnixFact]
    public void ALinkStaysAndItsTargetIsReplaced()
    {
        var target = At("data/target.safetensors");
        Directory.CreateDirectory(At("data"));
        Directory.CreateDirectory(At("elsewhere/deep"));
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(At("absolute"), target);
        File.CreateSymbolicLink(At("relative"), "data/target.safetensors");
        File.CreateSymbolicLink(At("chain"), "./relative");
        Directory.CreateSymbolicLink(At("folder"), "elsewhere/deep");

        // From where the folder really is, not from where its link is.
        File.CreateSymbolicLink(At("elsewhere/deep/up"), "../../data/../chain");
        foreach (var link in (string[])["absolute", "relative", "chain", "folder/up"])
        {
            File.WriteAllText(target, "old");
            var goal = new FileInfo(At(link)).LinkTarget;
            _network.Save(At(link));
            Assert.Equal(goal, new FileInfo(At(link)).LinkTarget);
            Assert.Null(new FileInfo(target).LinkTarget);
            Assert.Equal(Saved(), File.ReadAllBytes(target));
        }

        Assert.Equal(["target.safetensors"], Names("data"));
        Assert.Empty(Names("elsewhere"));
    }

    [UnixFact]
    public void ADanglingLinkGetsItsTarget()
    {
        File.CreateSymbolicLink(At("link"), "none.safetensors");
        _network.Save(At("link"));
        Assert.Equal(Saved(), File.ReadAllBytes(At("none.safetensors")));
        Assert.Equal("none.safetensors", new FileInfo(At("link")).LinkTarget);

        File.CreateSymbolicLink(At("lost"), "no-folder/file");
        Assert.Throws<DirectoryNotFoundException>(() => _network.Save(At("lost")));
    }

    [UnixFact]
    public void LinksInACircleAreRefused()
    {
        File.CreateSymbolicLink(At("one"), "two");
        File.CreateSymbolicLink(At("two"), "one");
        Assert.ThrowsAny<IOException>(() => _network.Save(At("one")));
        Assert.Equal(["one", "two"], Names("."));
    }

    [UnixFact]
    public void AFailureBehindALinkLeavesTheOldFile()
    {
        File.WriteAllText(At("old"), "old");
        File.CreateSymbolicLink(At("link"), "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(At("link"), stream =>
        {
            stream.WriteByte(1);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("old", File.ReadAllText(At("old")));
        Assert.Equal(["link", "old"], Names("."));
    }

    [UnixFact]
    public void DevicesAreWrittenToAndStay()
    {
        File.CreateSymbolicLink(At("null"), "/dev/null");
        _network.Save(At("null"));
        _network.Save("/dev/null");
        Assert.Equal("/dev/null", new FileInfo(At("null")).LinkTarget);
        using var stream = new FileStream("/dev/null", FileMode.Open, FileAccess.ReadWrite);
        stream.WriteByte(1);
        stream.Flush();
        Assert.Equal(0, stream.Length);
        if (OperatingSystem.IsLinux())
            Assert.ThrowsAny<IOException>(() => _network.Save("/dev/full"));
    }

    [UnixFact]
    public async Task ANamedPipeIsWrittenToAndStays()
    {
        using (var mkfifo = Process.Start("mkfifo", [At("pipe")]))
            await mkfifo.WaitForExitAsync();
        for (var time = 0; time < 2; time++)
        {
            var reader = Task.Run(() => File.ReadAllBytes(At("pipe")));
            _network.Save(At("pipe"));
            Assert.Equal(Saved(), await reader);
        }

        Assert.Equal(["pipe"], Names("."));
    }

    /// <summary>The link of a process to a pipe says a name that no file has.</summary>
    [UnixFact]
    public async Task StandardOutputMayBeAPipe()
    {
        using var process = Program.Start([nameof(SavedFileTests)], []);
        using var saved = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(saved);
        await process.WaitForExitAsync();
        Assert.Equal(Saved(), saved.ToArray());
    }

    /// <summary>Saves to the standard output.</summary>
    internal static void SaveToOutput() => new TinyNetwork(seed: 3).Save("/dev/stdout");

    [UnixFact]
    public void AnEmptyFileIsAFile()
    {
        File.WriteAllBytes(At("empty"), []);
        using var old = File.OpenRead(At("empty"));
        _network.Save(At("empty"));
        Assert.Equal(Saved(), File.ReadAllBytes(At("empty")));
        Assert.Equal(0, old.Length);
    }

    [UnixFact]
    public void PermissionsStay()
    {
        foreach (var mode in (UnixFileMode[])[Private, Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead, Private | UnixFileMode.UserExecute])
        {
            File.WriteAllText(At("file"), "old");
            File.SetUnixFileMode(At("file"), mode);
            AtomicFile.Write(At("file"), stream =>
            {
                Assert.Equal(mode, File.GetUnixFileMode(((FileStream)stream).SafeFileHandle));
                stream.WriteByte(1);
            });
            Assert.Equal(mode, File.GetUnixFileMode(At("file")));
        }
    }

    /// <summary>Unlike what a living process writes, and what belongs to another file.</summary>
    [UnixFact]
    public void WhatAKilledProcessLeftIsRemoved()
    {
        using var living = new FileStream(At(".net.living.netgen-tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        living.WriteByte(1);
        living.Flush();
        File.WriteAllText(At(".net.dead.netgen-tmp"), "half");
        File.WriteAllText(At(".net2.dead.netgen-tmp"), "half");
        File.WriteAllText(At(".net.empty.netgen-tmp"), "");
        File.WriteAllText(At(".net.old.netgen-tmp"), "");
        File.SetLastWriteTimeUtc(At(".net.old.netgen-tmp"), DateTime.UtcNow.AddMinutes(-2));
        File.WriteAllText(At("net.dead.netgen-tmp"), "half");

        _network.Save(At("net"));

        Assert.Equal([".net.empty.netgen-tmp", ".net.living.netgen-tmp", ".net2.dead.netgen-tmp", "net", "net.dead.netgen-tmp"], Names("."));
    }

    [UnixFact]
    public void ANameMayBeAsLongAsNamesMayBe()
    {
        foreach (var name in (string[])[new('x', 255), new('漢', 85)])
        {
            _network.Save(At(name));
            Assert.Equal(Saved(), File.ReadAllBytes(At(name)));
        }
    }

    [UnixFact]
    public void ManyThreadsSaveToAndLoadFromOneFile()
    {
        var path = At("net");
        _network.Save(path);
        Parallel.For(0, Sweep.Count(400, 20_000), new() { MaxDegreeOfParallelism = 8 }, index =>
        {
            if (index % 2 == 0)
                _network.Save(path);
            else
                new TinyNetwork().Load(path);
        });
        Assert.Equal(["net"], Names("."));
        Assert.Equal(Saved(), File.ReadAllBytes(path));
    }

    private byte[] Saved()
    {
        using var stream = new MemoryStream();
        _network.Save(stream);
        return stream.ToArray();
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string[] Names(string folder) => [.. new DirectoryInfo(At(folder)).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
}
