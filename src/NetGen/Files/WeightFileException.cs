namespace NetGen;

/// <summary>
/// A weight file cannot be loaded: it is damaged, or made for another network. The network is unchanged.
/// </summary>
/// <param name="message">What is wrong, what was expected and what to do.</param>
/// <param name="path">The file; null if a stream was read.</param>
/// <param name="innerException">The cause.</param>
public sealed class WeightFileException(string message, string? path = null, Exception? innerException = null)
    : IOException(message, innerException)
{
    /// <summary>The file; null if a stream was read.</summary>
    public string? Path { get; } = path;
}
