namespace NetGen;

/// <summary>A tensor's entry in the header of a safetensors file. Its bytes are at [Begin, End) of the data.</summary>
internal sealed class SafetensorsTensor(string name, string dtype, IReadOnlyList<long> shape, long begin, long end)
{
    public string Name { get; } = name;

    public string Dtype { get; } = dtype;

    public IReadOnlyList<long> Shape { get; } = shape;

    public long Begin { get; } = begin;

    public long End { get; } = end;
}
