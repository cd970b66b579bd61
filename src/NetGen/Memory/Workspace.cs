namespace NetGen;

/// <summary>
/// The buffers that one worker needs to train a network: activations, errors and whatever a step keeps between its
/// parts.
/// </summary>
/// <remarks>
/// Made by <see cref="INetwork{T}.CreateWorkspace"/>. It holds no result between calls and may be used again, by one
/// thread at a time; threads that share a network have one each.
/// </remarks>
/// <param name="length">Number of elements, which the network knows.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
public sealed class Workspace<T>(int length)
    where T : unmanaged
{
    private readonly AlignedArray<T> _buffer = new(length);

    /// <summary>Number of elements.</summary>
    public int Length => _buffer.Length;

    /// <summary>The elements, starting on a 64-byte boundary where the platform can promise one.</summary>
    public Span<T> Span => _buffer.Span;
}
