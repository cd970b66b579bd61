namespace NetGen;

/// <summary>The outputs of a network for a data set, block after block of samples, in one small buffer.</summary>
internal sealed class OutputBlocks<T>
    where T : unmanaged
{
    private const int BufferLength = 1 << 15;

    private readonly IModel<T> _network;
    private readonly Dataset<T> _data;
    private readonly T[] _buffer;

    public OutputBlocks(IModel<T> network, Dataset<T> data)
    {
        Guard.NotNull(network, nameof(network));
        Guard.NotNull(data, nameof(data));
        if (data.Count == 0)
            throw new ArgumentException("Nothing can be measured without samples, and the data set has none.", nameof(data));
        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(
                $"The network takes inputs of {network.InputSize} values, but those of the data set have {data.InputSize}.",
                nameof(data));
        }

        (_network, _data) = (network, data);
        var samples = Math.Max(1, BufferLength / network.OutputSize);
        _buffer = new T[Math.Min(samples, data.Count) * network.OutputSize];
    }

    /// <summary>The first sample of the block.</summary>
    public int First { get; private set; }

    /// <summary>Number of samples in the block.</summary>
    public int Count { get; private set; }

    /// <summary>The outputs of the block.</summary>
    public ReadOnlySpan<T> Outputs => _buffer.AsSpan(0, Count * _network.OutputSize);

    /// <summary>Computes the next block; false after the last one.</summary>
    public bool Next()
    {
        First += Count;
        Count = Math.Min(_buffer.Length / _network.OutputSize, _data.Count - First);
        if (Count == 0)
            return false;

        var inputs = _data.Inputs.Slice(First * _data.InputSize, Count * _data.InputSize);
        _network.ForwardBatch(inputs, _buffer.AsSpan(0, Count * _network.OutputSize));
        return true;
    }
}
