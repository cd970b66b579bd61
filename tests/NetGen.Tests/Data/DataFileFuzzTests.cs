using System.Text;

namespace NetGen.Tests.Data;

/// <summary>
/// Whatever a data file holds, it is read or refused in the documented way, in memory that its length bounds.
/// </summary>
public class DataFileFuzzTests
{
    private const int FilesOfASeed = 20_000;

    // Buffers, and the 65536 names of classes that a single label may imply.
    private const int MemoryOfAFile = 1 << 22;
    private const int MemoryOfAByte = 256;

    public static TheoryData<string, char, bool> Texts => new()
    {
        { "a,b,c\n1,2,x\n3.5,-4e-2,y\n5,6,x\n", ',', true },
        { "\"a \"\"1\"\"\";b;c\r\n\"1\";2;\"x;\r\ny\"\r\n3;4;\"\"\"\"\r\n", ';', true },
        { "\uFEFF1\t2\t0\n3\t4\t1\n5\t6\t2\n\n", '\t', false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void DamagedCsvIsReadOrRefused(string text, char delimiter, bool hasHeader)
    {
        var options = new CsvOptions { Delimiter = delimiter, HasHeader = hasHeader, Label = hasHeader ? "c" : -1 };
        var read = Fuzz(Encoding.UTF8.GetBytes(text), file => CsvFile.Read<float>(new MemoryStream(file), options), (csv, _) =>
        {
            Assert.True(csv.Dataset.Count > 0);
            Assert.Equal(csv.FeatureNames.Count, csv.Dataset.InputSize);
            Assert.All(csv.Dataset.Inputs.ToArray(), value => Assert.True(float.IsFinite(value)));
            Assert.All(csv.Dataset.Labels.ToArray(), label => Assert.InRange(label, 0, csv.ClassNames.Count - 1));
        });

        Assert.InRange(read, FilesOfASeed / 50, FilesOfASeed - (FilesOfASeed / 50));
    }

    [Fact]
    public void DamagedTargetsAreReadOrRefused()
    {
        var options = new CsvOptions { Targets = [-1, 1], Ignored = ["id"] };

        Fuzz(
            "a,b,id,y\n1,2,x,5\n3.5,-4e-2,y,6\n"u8.ToArray(),
            file => CsvFile.Read<double>(new MemoryStream(file), options).Dataset,
            (dataset, _) => Assert.All(dataset.Targets.ToArray(), value => Assert.True(double.IsFinite(value))));
    }

    public static TheoryData<byte, int, int> Tensors => new()
    {
        { 0x08, 12, 1 },
        { 0x0B, 4, 2 },
        { 0x0E, 4, 8 },
    };

    [Theory]
    [MemberData(nameof(Tensors))]
    public void DamagedIdxIsReadOrRefused(byte type, int count, int size)
    {
        var seed = IdxBytes.Of(type, [count / 2, 2], [.. Enumerable.Range(0, count * size).Select(i => (byte)i)]);

        var read = Fuzz(
            seed,
            file => IdxFile.Read(new MemoryStream(file)),
            (tensor, file) => Assert.Equal(file, IdxBytes.Of(tensor)));

        Assert.InRange(read, FilesOfASeed / 50, FilesOfASeed - (FilesOfASeed / 50));
    }

    [Fact]
    public void DamagedGzipIsReadOrRefused() => Fuzz(
        IdxBytes.Zipped(IdxBytes.Of(0x08, [3, 4, 4], [.. Enumerable.Range(0, 48).Select(i => (byte)i)])),
        file => IdxFile.Read(new MemoryStream(file)),
        (tensor, _) => Assert.Equal(tensor.Dimensions.Aggregate(1, (product, extent) => product * extent), tensor.Count));

    [Fact]
    public void IdxDamagedInsideItsGzipIsReadOrRefused() => Fuzz(
        IdxBytes.Of(0x08, [3, 4, 4], [.. Enumerable.Range(0, 48).Select(i => (byte)i)]),
        file => IdxFile.Read(new MemoryStream(IdxBytes.Zipped(file))),
        (tensor, file) => Assert.Equal(file, IdxBytes.Of(tensor)));

    [Fact]
    public void DamagedImagesAndLabelsAreReadOrRefused()
    {
        var labels = IdxBytes.Of(0x09, [3], 0, 1, 2);
        var images = IdxBytes.Of(0x0D, [3, 2], new byte[24]);

        Fuzz(images, file => IdxFile.ReadDataset<float>(new MemoryStream(file), new MemoryStream(labels)), Check);
        Fuzz(labels, file => IdxFile.ReadDataset<float>(new MemoryStream(images), new MemoryStream(file)), Check);

        static void Check(Dataset<float> dataset, byte[] file)
        {
            Assert.Equal(3, dataset.Count);
            Assert.All(dataset.Inputs.ToArray(), value => Assert.True(float.IsFinite(value)));
            Assert.All(dataset.Labels.ToArray(), label => Assert.True(label >= 0));
        }
    }

    /// <summary>Reads damaged files of a seed and checks what is read; gives how many were.</summary>
    private static int Fuzz<TResult>(byte[] seed, Func<byte[], TResult> read, Action<TResult, byte[]> check)
    {
        read(seed);
        var mutator = new Mutator(seed.Length);
        var count = 0;
        for (var i = 0; i < FilesOfASeed; i++)
        {
            var file = mutator.Mutate(seed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var result = read(file);
                Bounded(file, before);
                check(result, file);
                count++;
            }
            catch (DataFileException)
            {
                Bounded(file, before);
            }
        }

        return count;
    }

    private static void Bounded(byte[] file, long before) => Assert.InRange(
        GC.GetAllocatedBytesForCurrentThread() - before, 0, MemoryOfAFile + ((long)MemoryOfAByte * file.Length));
}
