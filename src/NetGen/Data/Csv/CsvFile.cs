using System.Text;

namespace NetGen;

/// <summary>Reads data sets from CSV files: one sample a row, each feature a column, and a label or targets.</summary>
/// <remarks>
/// <para>
/// The format is RFC 4180 with any delimiter: a field in quotes may hold delimiters, line breaks and doubled quotes; lines end
/// with CRLF, LF or CR; empty lines are skipped; every row has as many fields as the first. Spaces belong to a name or label,
/// but may surround a number. Numbers are written as in 1.5 or -2e-3, in every culture. A row has at most 1 048 576 characters,
/// so that memory is bounded by what the file really holds.
/// </para>
/// <para>A missing value, NaN and infinity are errors: what to do with them is for who knows the data.</para>
/// </remarks>
public static class CsvFile
{
    // Letters of another encoding must not merge into one replacement character, and two classes into one.
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads a file in UTF-8, or in the encoding that its byte order mark tells.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How the file is written, and what its columns mean.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; a number is rounded to the nearest.</typeparam>
    /// <exception cref="DataFileException">The file is not such a table, or lacks a column, a value or a class.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static CsvDataset<T> Read<T>(string path, CsvOptions options)
        where T : unmanaged
    {
        Guard.NotNull(path, nameof(path));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read<T>(stream, options, path);
    }

    /// <summary>
    /// Reads a stream, from its position to its end, in UTF-8 or in the encoding that its byte order mark tells.
    /// </summary>
    /// <param name="stream">A readable stream. It stays open.</param>
    /// <param name="options">How the file is written, and what its columns mean.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; a number is rounded to the nearest.</typeparam>
    /// <exception cref="DataFileException">The text is not such a table, or lacks a column, a value or a class.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static CsvDataset<T> Read<T>(Stream stream, CsvOptions options)
        where T : unmanaged
    {
        Guard.NotNull(stream, nameof(stream));
        return Read<T>(stream, options, path: null);
    }

    /// <summary>Reads text, to its end.</summary>
    /// <param name="reader">The text. It stays open.</param>
    /// <param name="options">How the file is written, and what its columns mean.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; a number is rounded to the nearest.</typeparam>
    /// <exception cref="DataFileException">The text is not such a table, or lacks a column, a value or a class.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static CsvDataset<T> Read<T>(TextReader reader, CsvOptions options)
        where T : unmanaged
    {
        Guard.NotNull(reader, nameof(reader));
        return Read<T>(reader, options, path: null);
    }

    private static CsvDataset<T> Read<T>(Stream stream, CsvOptions options, string? path)
        where T : unmanaged
    {
        using var reader = new StreamReader(
            stream, _utf8, detectEncodingFromByteOrderMarks: true, CsvRecords.BufferLength, leaveOpen: true);
        return Read<T>(reader, options, path);
    }

    private static CsvDataset<T> Read<T>(TextReader reader, CsvOptions options, string? path)
        where T : unmanaged
    {
        Guard.NotNull(options, nameof(options));
        if (options.Problem() is string problem)
            throw new ArgumentException(problem, nameof(options));
        return CsvTable<T>.Read(new CsvRecords(reader, options.Delimiter, path), options);
    }
}
