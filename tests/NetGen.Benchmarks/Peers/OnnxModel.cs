using System.Runtime.InteropServices;
using System.Text;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>
/// A network as an ONNX file: a Gemm and an activation for each layer. The field numbers are those of
/// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
/// </summary>
internal static class OnnxModel
{
    private const int FloatType = 1;
    private const int OperatorSet = 13;
    private const int FileVersion = 7;

    public static byte[] Write(Workload workload)
    {
        var shape = workload.Shape;
        var graph = new Message().Text(2, "network");
        ReadOnlySpan<float> parameters = workload.Parameters;
        string value = "input";
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            int inputs = shape.Sizes[layer];
            int units = shape.Sizes[layer + 1];
            string activated = layer == shape.Layers - 1 ? "output" : $"a{layer}";
            graph.Add(1, Node("Gemm", $"z{layer}", value, $"W{layer}", $"b{layer}").Add(5, IntAttribute("transB", 1)));
            graph.Add(1, Node(shape.ActivationOf(layer).ToString(), activated, $"z{layer}"));
            graph.Add(5, Tensor($"W{layer}", parameters[..(units * inputs)], units, inputs));
            graph.Add(5, Tensor($"b{layer}", parameters.Slice(units * inputs, units), units));
            parameters = parameters[(units * (inputs + 1))..];
            value = activated;
        }

        graph.Add(11, Value("input", shape.Inputs)).Add(12, Value("output", shape.Outputs));
        return new Message().Number(1, FileVersion).Add(8, new Message().Number(2, OperatorSet)).Add(7, graph).ToArray();
    }

    private static Message Node(string type, string output, params string[] inputs)
    {
        var node = new Message();
        foreach (string input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(4, type);
    }

    private static Message IntAttribute(string name, long value) => new Message().Text(1, name).Number(3, value).Number(20, 2);

    private static Message Tensor(string name, ReadOnlySpan<float> values, params int[] extents)
    {
        var tensor = new Message();
        foreach (int extent in extents)
            tensor.Number(1, extent);
        return tensor.Number(2, FloatType).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    /// <summary>A matrix with any number of rows.</summary>
    private static Message Value(string name, int columns)
    {
        var extents = new Message().Add(1, new Message().Text(2, "samples")).Add(1, new Message().Number(1, columns));
        return new Message().Text(1, name).Add(2, new Message().Add(1, new Message().Number(1, FloatType).Add(2, extents)));
    }

    /// <summary>A message of protocol buffers, written field by field.</summary>
    private sealed class Message
    {
        private const int VarintType = 0;
        private const int LengthType = 2;

        private readonly List<byte> _bytes = [];

        public byte[] ToArray() => [.. _bytes];

        public Message Number(int field, long value)
        {
            Varint((ulong)(field << 3 | VarintType));
            Varint((ulong)value);
            return this;
        }

        public Message Bytes(int field, ReadOnlySpan<byte> value)
        {
            Varint((ulong)(field << 3 | LengthType));
            Varint((ulong)value.Length);
            _bytes.AddRange(value);
            return this;
        }

        public Message Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

        public Message Add(int field, Message value) => Bytes(field, value.ToArray());

        private void Varint(ulong value)
        {
            for (; value >= 0x80; value >>= 7)
                _bytes.Add((byte)(value | 0x80));
            _bytes.Add((byte)value);
        }
    }
}
