using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace NetGen.Tests.Data;

/// <summary>IDX files in memory.</summary>
internal static class IdxBytes
{
    /// <summary>A header with these dimensions, and then the data as it is.</summary>
    public static byte[] Of(byte type, int[] dimensions, params byte[] data)
    {
        var extents = new byte[4 * dimensions.Length];
        for (var axis = 0; axis < dimensions.Length; axis++)
            BinaryPrimitives.WriteInt32BigEndian(extents.AsSpan(4 * axis), dimensions[axis]);
        return [0, 0, type, (byte)dimensions.Length, .. extents, .. data];
    }

    public static byte[] Zipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return zipped.ToArray();
    }

    /// <summary>The file that holds a tensor.</summary>
    public static byte[] Of(IdxTensor tensor)
    {
        var (type, bytes) = tensor.ElementType.Name switch
        {
            nameof(Byte) => (0x08, tensor.Values<byte>().ToArray()),
            nameof(SByte) => (0x09, MemoryMarshal.AsBytes(tensor.Values<sbyte>()).ToArray()),
            nameof(Int16) => (0x0B, BigEndian(tensor.Values<short>(), BinaryPrimitives.WriteInt16BigEndian)),
            nameof(Int32) => (0x0C, BigEndian(tensor.Values<int>(), BinaryPrimitives.WriteInt32BigEndian)),
            nameof(Single) => (0x0D, BigEndian(tensor.Values<float>(), BinaryPrimitives.WriteSingleBigEndian)),
            _ => (0x0E, BigEndian(tensor.Values<double>(), BinaryPrimitives.WriteDoubleBigEndian)),
        };
        return Of((byte)type, [.. tensor.Dimensions], bytes);
    }

    private delegate void Write<TValue>(Span<byte> destination, TValue value);

    private static byte[] BigEndian<TValue>(ReadOnlySpan<TValue> values, Write<TValue> write)
        where TValue : unmanaged
    {
        var size = Marshal.SizeOf<TValue>();
        var bytes = new byte[size * values.Length];
        for (var i = 0; i < values.Length; i++)
            write(bytes.AsSpan(i * size), values[i]);
        return bytes;
    }
}
