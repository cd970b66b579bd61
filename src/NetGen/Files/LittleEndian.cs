using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Numbers in a stream of little-endian bytes, in pieces of bounded size.</summary>
internal static class LittleEndian
{
    private const int BufferLength = 1 << 16;

    /// <summary>Fills the values from the stream.</summary>
    /// <exception cref="InvalidDataException">The stream ends inside <paramref name="what"/>.</exception>
    public static void Read<T>(Stream stream, Span<T> values, string what)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        var buffer = new byte[Math.Min(bytes.Length, BufferLength)];
        for (var rest = bytes; rest.Length > 0;)
        {
            var count = Math.Min(rest.Length, buffer.Length);
            ReadExactly(stream, buffer, count, what);
            buffer.AsSpan(0, count).CopyTo(rest);
            rest = rest.Slice(count);
        }

        ReverseOnBigEndian(bytes, Unsafe.SizeOf<T>());
    }

    /// <summary>Writes the values to the stream.</summary>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        var buffer = new byte[Math.Min(bytes.Length, BufferLength)];
        for (var rest = bytes; rest.Length > 0;)
        {
            var count = Math.Min(rest.Length, buffer.Length);
            rest.Slice(0, count).CopyTo(buffer);
            ReverseOnBigEndian(buffer.AsSpan(0, count), Unsafe.SizeOf<T>());
            stream.Write(buffer, 0, count);
            rest = rest.Slice(count);
        }
    }

    /// <summary>Reads so many bytes. What is allocated grows with what arrives, not with what is claimed.</summary>
    /// <exception cref="InvalidDataException">The stream ends inside <paramref name="what"/>.</exception>
    public static byte[] ReadBytes(Stream stream, int count, string what)
    {
        var bytes = new byte[Math.Min(count, BufferLength)];
        for (var done = 0; ;)
        {
            ReadExactly(stream, bytes, done, bytes.Length - done, what);
            if (bytes.Length == count)
                return bytes;
            done = bytes.Length;
            Array.Resize(ref bytes, (int)Math.Min(count, 2L * done));
        }
    }

    /// <summary>Fills the first <paramref name="count"/> bytes of the buffer from the stream.</summary>
    /// <exception cref="InvalidDataException">The stream ends inside <paramref name="what"/>.</exception>
    public static void ReadExactly(Stream stream, byte[] buffer, int count, string what) => ReadExactly(stream, buffer, 0, count, what);

    private static void ReadExactly(Stream stream, byte[] buffer, int start, int count, string what)
    {
        for (var done = 0; done < count;)
        {
            var read = stream.Read(buffer, start + done, count - done);
            if (read == 0)
                throw new InvalidDataException($"It ends inside the {what}.");
            done += read;
        }
    }

    private static void ReverseOnBigEndian(Span<byte> bytes, int size)
    {
        if (BitConverter.IsLittleEndian)
            return;
        for (var rest = bytes; rest.Length > 0; rest = rest.Slice(size))
            rest.Slice(0, size).Reverse();
    }
}
