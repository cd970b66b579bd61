using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>
/// Reads one IDX tensor from a stream. What is allocated grows with what arrives, not with what the header claims.
/// </summary>
internal static class IdxReader
{
    private const int FirstLength = 1 << 16;

    // The longest array of bytes in .NET.
    private const int MaxLength = 0x7FFFFFC7;

    /// <summary>Reads the stream to its end.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold exactly one tensor.</exception>
    public static IdxTensor Read(Stream stream)
    {
        var start = new byte[2];
        LittleEndian.ReadExactly(stream, start, start.Length, "magic number");
        var whole = new PrefixedStream(start, stream);
        if (start[0] != 0x1F || start[1] != 0x8B)
            return ReadPlain(whole);
        using var unzipped = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true);
        return ReadPlain(unzipped);
    }

    private static IdxTensor ReadPlain(Stream stream)
    {
        var word = new byte[sizeof(int)];
        LittleEndian.ReadExactly(stream, word, word.Length, "magic number");
        var (type, size) = ElementType(word[2]);
        if (word[0] != 0 || word[1] != 0 || size == 0 || word[3] == 0)
        {
            throw new InvalidDataException(
                $"It starts with the bytes {BitConverter.ToString(word)}, but an IDX file with 00-00, the type " +
                "(08, 09, 0B, 0C, 0D or 0E) and the number of dimensions (1 or more): it is not an IDX file.");
        }

        var dimensions = new int[word[3]];
        var count = 1L;
        for (var axis = 0; axis < dimensions.Length; axis++)
        {
            LittleEndian.ReadExactly(stream, word, word.Length, "dimensions");
            var extent = BinaryPrimitives.ReadUInt32BigEndian(word);
            count *= extent;
            if (extent > int.MaxValue || count > MaxLength / size)
            {
                throw new InvalidDataException(
                    $"Its dimension {axis} claims {extent} entries, more values in all than an array can hold.");
            }

            dimensions[axis] = (int)extent;
        }

        var bytes = ReadBytes(stream, (int)count * size);
        if (BitConverter.IsLittleEndian)
            Reverse(bytes, size);
        return new(type, dimensions, (int)count, bytes);
    }

    private static byte[] ReadBytes(Stream stream, int length)
    {
        var bytes = new byte[Math.Min(length, FirstLength)];
        var done = 0;
        while (done < length)
        {
            if (done == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * done));
            var read = stream.Read(bytes, done, bytes.Length - done);
            if (read == 0)
            {
                throw new InvalidDataException(
                    $"It ends after {done} of the {length} bytes of data that its dimensions claim: it is not whole.");
            }

            done += read;
        }

        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"It goes on after the {length} bytes of data that its dimensions claim.");
        return bytes;
    }

    private static void Reverse(byte[] bytes, int size)
    {
        for (var start = 0; size > 1 && start < bytes.Length; start += size)
            Array.Reverse(bytes, start, size);
    }

    /// <summary>The type that a code stands for, and its size in bytes; 0 if it stands for none.</summary>
    private static (Type Type, int Size) ElementType(byte code) => code switch
    {
        0x08 => (typeof(byte), sizeof(byte)),
        0x09 => (typeof(sbyte), sizeof(sbyte)),
        0x0B => (typeof(short), sizeof(short)),
        0x0C => (typeof(int), sizeof(int)),
        0x0D => (typeof(float), sizeof(float)),
        0x0E => (typeof(double), sizeof(double)),
        _ => (typeof(void), 0),
    };
}
