namespace NetGen;

/// <summary>A data file cannot be read: it is damaged, or does not hold what was asked for.</summary>
/// <param name="message">What stood where, what was expected and what to do.</param>
/// <param name="path">The file; null if a stream was read.</param>
/// <param name="line">The line, counted from 1; null if the fault belongs to none.</param>
/// <param name="column">The field of the line, counted from 1; null if the fault belongs to none.</param>
/// <param name="innerException">The cause.</param>
public sealed class DataFileException(
    string message, string? path = null, long? line = null, int? column = null, Exception? innerException = null)
    : IOException(message, innerException)
{
    /// <summary>The file; null if a stream was read.</summary>
    public string? Path { get; } = path;

    /// <summary>The line, counted from 1, where the row or the quoted field in question starts; null if there is none.</summary>
    public long? Line { get; } = line;

    /// <summary>The field of the row, counted from 1; null if the fault belongs to none.</summary>
    public int? Column { get; } = column;
}
