using System.Buffers.Binary;
using System.IO.Compression;

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
}
