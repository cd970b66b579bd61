using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Tests.Runtime;

/// <summary>Weight files in memory.</summary>
internal static class WeightFile
{
    /// <summary>A network whose parameters are 1, 2, … 8 in canonical order.</summary>
    public static SoftmaxRegression<double> Numbered()
    {
        var network = new SoftmaxRegression<double>();
        network.SetParameters([1, 2, 3, 4, 5, 6, 7, 8]);
        return network;
    }

    public static byte[] Save(SoftmaxRegression<double> network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    public static byte[] Build(string header, double[] data) => Build(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Build(byte[] header, double[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. MemoryMarshal.AsBytes(data.AsSpan())];
    }
}
