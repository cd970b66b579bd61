namespace NetGen.Tests.Runtime;

public sealed class NetworkFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void DoublesComeBackToTheBit()
    {
        var path = InFolder("net.safetensors");
        var saved = new SoftmaxRegression<double>(seed: 1);
        saved.SetParameters([double.NaN, double.PositiveInfinity, -0.0, double.Epsilon, Math.PI, 1, 2, 3]);
        var loaded = new SoftmaxRegression<double>(seed: 2);

        saved.Save(path);
        loaded.Load(path);

        Assert.Equal(
            saved.Parameters.Select(BitConverter.DoubleToInt64Bits), loaded.Parameters.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void FloatsComeBackToTheBit()
    {
        var path = InFolder("net.safetensors");
        var saved = new SoftmaxRegression<float>(seed: 1);
        var loaded = new SoftmaxRegression<float>(seed: 2);

        saved.Save(path);
        loaded.Load(path);

        Assert.Equal(saved.Parameters, loaded.Parameters);
    }

    [Fact]
    public void LoadingLeavesThePads()
    {
        var path = InFolder("net.safetensors");
        new SoftmaxRegression<double>(seed: 1).Save(path);
        var loaded = new SoftmaxRegression<double>();
        loaded.PackedParameters.Fill(double.NaN);

        loaded.Load(path);

        Assert.Equal(8, loaded.PackedParameters.ToArray().Count(double.IsNaN));
    }

    [Fact]
    public void SavingReplacesAFileAndLeavesNoOther()
    {
        var path = InFolder("net.safetensors");
        var network = new SoftmaxRegression<double>(seed: 1);
        File.WriteAllText(path, new string('x', 10_000));

        network.Save(path);

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
        new SoftmaxRegression<double>(seed: 2).Load(path);
    }

    [Fact]
    public void FailedSaveLeavesTheOldFileAndNoOther()
    {
        var path = InFolder("net.safetensors");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidOperationException>(() => new SoftmaxRegression<double> { FailsToSave = true }.Save(path));

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void SaveThatCannotBeRenamedLeavesNoOtherFile()
    {
        var path = InFolder("a folder");
        Directory.CreateDirectory(path);

        var e = Record.Exception(() => new SoftmaxRegression<double>().Save(path));

        Assert.True(e is IOException or UnauthorizedAccessException);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void MissingFileAndFolderAreNamedByTheFramework()
    {
        var network = new SoftmaxRegression<double>();

        Assert.Throws<FileNotFoundException>(() => network.Load(InFolder("none")));
        Assert.Throws<DirectoryNotFoundException>(() => network.Load(InFolder("no/net")));
        Assert.Throws<DirectoryNotFoundException>(() => network.Save(InFolder("no/net")));
    }

    [Fact]
    public void DamagedFileIsNamed()
    {
        var path = InFolder("net.safetensors");
        File.WriteAllText(path, "short");

        var e = Assert.Throws<WeightFileException>(() => new SoftmaxRegression<double>().Load(path));

        Assert.Equal(path, e.Path);
        Assert.StartsWith($"Cannot load '{path}' into Regression, which is unchanged. ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StreamsMayGiveOneByteAtATime()
    {
        using var stream = new MemoryStream();
        var saved = new SoftmaxRegression<double>(seed: 1);
        saved.Save(stream);
        var loaded = new SoftmaxRegression<double>(seed: 2);

        loaded.Load(new TricklingStream(stream.ToArray()));

        Assert.Equal(saved.Parameters, loaded.Parameters);
    }

    [Fact]
    public void StreamsStayOpen()
    {
        using var stream = new MemoryStream();
        var network = new SoftmaxRegression<double>();

        network.Save(stream);
        stream.Position = 0;
        network.Load(stream);

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void NullAndEmptyAreRefused()
    {
        var network = new SoftmaxRegression<double>();
        INetwork<double> none = null!;

        Assert.Throws<ArgumentNullException>("network", () => none.Save("x"));
        Assert.Throws<ArgumentNullException>("network", () => none.Load("x"));
        Assert.Throws<ArgumentNullException>("path", () => network.Save((string)null!));
        Assert.Throws<ArgumentNullException>("path", () => network.Load((string)null!));
        Assert.Throws<ArgumentNullException>("stream", () => network.Save((Stream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => network.Load((Stream)null!));
        Assert.Throws<ArgumentException>("path", () => network.Save(""));
        Assert.Throws<ArgumentException>("path", () => network.Load(""));
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    /// <summary>Gives at most one byte a read, as a slow connection may, and knows no length.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
