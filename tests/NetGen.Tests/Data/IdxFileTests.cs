using System.Buffers.Binary;

namespace NetGen.Tests.Data;

public class IdxFileTests
{
    // Two images of 2x3 pixels, and their labels.
    private static readonly byte[] _images = IdxBytes.Of(0x08, [2, 2, 3], 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6);
    private static readonly byte[] _labels = IdxBytes.Of(0x08, [2], 7, 2);

    [Fact]
    public void BytesComeWithTheirDimensions()
    {
        var tensor = Read(_images);

        Assert.Equal(typeof(byte), tensor.ElementType);
        Assert.Equal([2, 2, 3], tensor.Dimensions);
        Assert.Equal(12, tensor.Count);
        Assert.Equal([0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6], tensor.Values<byte>().ToArray());
        Assert.Equal("Byte [2, 2, 3]", tensor.ToString());
    }

    // Big-endian as IEEE 754 and two's complement write the numbers.
    [Fact]
    public void EveryTypeIsRead()
    {
        Assert.Equal([-1, 127], Read(IdxBytes.Of(0x09, [2], 0xFF, 0x7F)).Values<sbyte>().ToArray());
        Assert.Equal([258, -2], Read(IdxBytes.Of(0x0B, [2], 0x01, 0x02, 0xFF, 0xFE)).Values<short>().ToArray());
        Assert.Equal([16909060], Read(IdxBytes.Of(0x0C, [1], 1, 2, 3, 4)).Values<int>().ToArray());
        Assert.Equal([-1.5f], Read(IdxBytes.Of(0x0D, [1], 0xBF, 0xC0, 0, 0)).Values<float>().ToArray());
        Assert.Equal([-1.5], Read(IdxBytes.Of(0x0E, [1], 0xBF, 0xF8, 0, 0, 0, 0, 0, 0)).Values<double>().ToArray());
    }

    [Fact]
    public void EveryTypeBecomesReals()
    {
        Assert.Equal([-2, 254f], Read(IdxBytes.Of(0x09, [2], 0xFF, 0x7F)).ToArray<float>(2));
        Assert.Equal([129, -1], Read(IdxBytes.Of(0x0B, [2], 0x01, 0x02, 0xFF, 0xFE)).ToArray<double>(0.5));
        Assert.Equal([16909060], Read(IdxBytes.Of(0x0C, [1], 1, 2, 3, 4)).ToArray<double>());
        Assert.Equal([-1.5], Read(IdxBytes.Of(0x0D, [1], 0xBF, 0xC0, 0, 0)).ToArray<double>());
        Assert.Equal([-1.5f], Read(IdxBytes.Of(0x0E, [1], 0xBF, 0xF8, 0, 0, 0, 0, 0, 0)).ToArray<float>());
    }

    [Fact]
    public void OtherTypeThanStoredIsRefused() =>
        Assert.Throws<InvalidOperationException>(() => { Read(_images).Values<sbyte>(); });

    [Fact]
    public void GzipIsRecognisedByItsContent() =>
        Assert.Equal(Read(_images).Values<byte>().ToArray(), Read(IdxBytes.Zipped(_images)).Values<byte>().ToArray());

    [Fact]
    public void ManyBytesGrowTheArray()
    {
        var data = Enumerable.Range(0, 1_000_001).Select(i => (byte)(i * 7)).ToArray();

        Assert.Equal(data, Read(IdxBytes.Of(0x08, [data.Length], data)).Values<byte>().ToArray());
        Assert.Equal(data, Read(IdxBytes.Zipped(IdxBytes.Of(0x08, [data.Length], data))).Values<byte>().ToArray());
    }

    [Fact]
    public void StreamMayGiveAByteAtATimeAndStaysOpen()
    {
        using var stream = new Trickle(IdxBytes.Zipped(_images));

        Assert.Equal(12, IdxFile.Read(stream).Count);

        Assert.True(stream.CanRead);
    }

    [Fact]
    public void EmptyTensorIsATensor() => Assert.Equal(0, Read(IdxBytes.Of(0x0E, [0, 28])).Count);

    [Fact]
    public void ImagesAndLabelsBecomeSamples()
    {
        var dataset = IdxFile.ReadDataset<float>(new MemoryStream(_images), new MemoryStream(IdxBytes.Zipped(_labels)));

        Assert.Equal((2, 6), (dataset.Count, dataset.InputSize));
        Assert.Equal([7, 2], dataset.Labels.ToArray());
        Assert.Equal([0, 0.2f, 0.4f, 0.6f, 0.8f, 1], dataset.Input(0).ToArray());
        Assert.Equal(
            [1, 2, 3, 4, 5, 6],
            IdxFile.ReadDataset<double>(new MemoryStream(_images), new MemoryStream(_labels), scale: 1).Input(1).ToArray());
    }

    [Fact]
    public void FilesAreReadAndNamed()
    {
        var images = Path.GetTempFileName();
        var labels = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(images, IdxBytes.Zipped(_images));
            File.WriteAllBytes(labels, _labels);

            Assert.Equal(2, IdxFile.ReadDataset<float>(images, labels).Count);
            Assert.Equal([7, 2], IdxFile.Read(labels).Values<byte>().ToArray());
            var e = Assert.Throws<DataFileException>(() => IdxFile.ReadDataset<float>(labels, images));
            Assert.Equal(labels, e.Path);
            Assert.Equal(
                $"Cannot take '{labels}' as images: it holds Byte [2]. " +
                "Expected two or more dimensions: count, and the shape of an image. Are the files swapped?",
                e.Message);

            File.WriteAllBytes(images, _images[..^1]);
            Assert.StartsWith(
                $"Cannot read '{images}'. It ends after 11 of the 12 bytes",
                Assert.Throws<DataFileException>(() => IdxFile.Read(images)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(images);
            File.Delete(labels);
        }
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        for (var length = 0; length < _images.Length; length++)
            Refuse(_images[..length]);
    }

    // After the data gzip has an end mark, a checksum and a length: .NET may miss that they are cut off, but nothing is lost.
    [Fact]
    public void EveryTruncationOfGzipIsRefusedOrHarmless()
    {
        var data = Enumerable.Range(0, 200).Select(i => (byte)(i * i)).ToArray();
        var zipped = IdxBytes.Zipped(IdxBytes.Of(0x08, [200], data));
        for (var length = 0; length < zipped.Length - 12; length++)
            Refuse(zipped[..length]);
        for (var length = zipped.Length - 12; length < zipped.Length; length++)
        {
            try
            {
                Assert.Equal(data, Read(zipped[..length]).Values<byte>().ToArray());
            }
            catch (DataFileException)
            {
                // As good.
            }
        }
    }

    [Fact]
    public void WrongChecksumIsRefused()
    {
        var zipped = IdxBytes.Zipped(_images);
        zipped[^5] ^= 1;

        Refuse(zipped);
    }

    [Fact]
    public void MoreThanTheDataIsRefused()
    {
        Assert.Contains("goes on after the 12 bytes", Refuse([.. _images, 0]), StringComparison.Ordinal);
        Assert.Contains("goes on after the 12 bytes", Refuse(IdxBytes.Zipped([.. _images, 0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01000801")]
    [InlineData("00010801")]
    [InlineData("00000701")]
    [InlineData("00000A01")]
    [InlineData("00000F01")]
    [InlineData("00000800")]
    [InlineData("504B0304")]
    public void WrongMagicNumberIsRefused(string hex) =>
        Assert.Contains("it is not an IDX file", Refuse([.. Convert.FromHexString(hex), 0, 0, 0, 0]), StringComparison.Ordinal);

    [Theory]
    [InlineData(0x08, new[] { -1 })]
    [InlineData(0x08, new[] { int.MaxValue })]
    [InlineData(0x08, new[] { 65536, 65536 })]
    [InlineData(0x0E, new[] { 1 << 28 })]
    [InlineData(0x08, new[] { int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, 0 })]
    [InlineData(0x08, new[] { 0, -1 })]
    public void MoreThanAnArrayHoldsIsRefused(byte type, int[] dimensions) =>
        Assert.Contains("more values in all than an array can hold", Refuse(IdxBytes.Of(type, dimensions)), StringComparison.Ordinal);

    [Fact]
    public void MemoryGrowsWithTheDataAndNotWithItsClaim()
    {
        var claim = IdxBytes.Of(0x08, [2_000_000_000], 1, 2, 3);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("ends after 3 of the 2000000000 bytes", Refuse(claim), StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void GzipBombEndsAtTheSizeOfItsHeader()
    {
        var bomb = IdxBytes.Zipped(IdxBytes.Of(0x08, [100], new byte[100_000_000]));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("goes on after the 100 bytes", Refuse(bomb), StringComparison.Ordinal);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void CountsThatDifferAreRefused() =>
        Assert.Contains("there are 3 labels", RefuseDataset(_images, IdxBytes.Of(0x08, [3], 1, 2, 3)), StringComparison.Ordinal);

    [Fact]
    public void NegativeLabelIsRefused() =>
        Assert.Contains(
            "the label of sample 1 is -1", RefuseDataset(_images, IdxBytes.Of(0x09, [2], 0, 0xFF)), StringComparison.Ordinal);

    [Fact]
    public void LabelsAreIntegersInOneDimension()
    {
        Assert.Contains("Expected integers in one dimension", RefuseDataset(_images, _images), StringComparison.Ordinal);
        Assert.Contains(
            "Expected integers in one dimension", RefuseDataset(_images, IdxBytes.Of(0x0D, [1], 0, 0, 0, 0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 0, 28 })]
    [InlineData(new[] { 2, 0 })]
    public void NoSamplesAreRefused(int[] dimensions) =>
        Assert.Contains("holds no values", RefuseDataset(IdxBytes.Of(0x08, dimensions), _labels), StringComparison.Ordinal);

    [Fact]
    public void InputThatIsNotFiniteIsNamed()
    {
        var nan = new byte[16];
        BinaryPrimitives.WriteSingleBigEndian(nan.AsSpan(12), float.NaN);

        Assert.Contains("Value 1 of sample 1 is NaN", RefuseDataset(IdxBytes.Of(0x0D, [2, 2], nan), _labels), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ScaleIsFiniteAndNotZero(double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(scale), () => IdxFile.ReadDataset<float>(new MemoryStream(_images), new MemoryStream(_labels), scale));

    [Fact]
    public void NullIsNamed()
    {
        Assert.Throws<ArgumentNullException>("path", () => IdxFile.Read((string)null!));
        Assert.Throws<ArgumentNullException>("stream", () => IdxFile.Read((Stream)null!));
        Assert.Throws<ArgumentNullException>("labels", () => IdxFile.ReadDataset<float>(new MemoryStream(), null!));
    }

    private static IdxTensor Read(byte[] bytes) => IdxFile.Read(new MemoryStream(bytes));

    private static string Refuse(byte[] bytes) => Assert.Throws<DataFileException>(() => Read(bytes)).Message;

    private static string RefuseDataset(byte[] images, byte[] labels) => Assert.Throws<DataFileException>(
        () => IdxFile.ReadDataset<float>(new MemoryStream(images), new MemoryStream(labels))).Message;

    /// <summary>A stream that cannot seek and gives one byte at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
