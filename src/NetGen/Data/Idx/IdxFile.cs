namespace NetGen;

/// <summary>Reads IDX files, the format of MNIST and its kin, plain or compressed by gzip (recognised by the content).</summary>
/// <remarks>
/// The format, as http://yann.lecun.com/exdb/mnist/ describes it: two zero bytes, the type of the numbers, the number of
/// dimensions; the extent of each as 4 bytes; the numbers row-major; all big-endian. Memory grows with what a file really holds
/// up to what its header claims, 2³¹ bytes at most. What follows the data inside gzip, its checksum, is tested if it is there.
/// </remarks>
public static class IdxFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <exception cref="DataFileException">The file is no IDX file, cut off, or goes on after its data.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static IdxTensor Read(string path)
    {
        Guard.NotNull(path, nameof(path));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <summary>Reads a stream, from its position to its end.</summary>
    /// <param name="stream">A readable stream, plain or gzip. It stays open.</param>
    /// <exception cref="DataFileException">The data is no IDX file, cut off, or goes on after its end.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IdxTensor Read(Stream stream)
    {
        Guard.NotNull(stream, nameof(stream));
        return Read(stream, path: null);
    }

    /// <summary>Makes a data set of images, or other inputs, and their labels.</summary>
    /// <param name="imagesPath">A file of two or more dimensions: count, and the shape of a sample, which becomes flat.</param>
    /// <param name="labelsPath">A file of one dimension, as long: integers, the classes from 0.</param>
    /// <param name="scale">What each input is multiplied by; 1/255 brings pixels into [0, 1].</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="DataFileException">
    /// A file is no IDX file, cut off, or goes on after its data; they do not belong together; or there are no samples, a
    /// label is negative, or a scaled input not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not finite, or 0.</exception>
    /// <exception cref="IOException">A file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Dataset<T> ReadDataset<T>(string imagesPath, string labelsPath, double scale = 1.0 / 255)
        where T : unmanaged
    {
        Guard.NotNull(imagesPath, nameof(imagesPath));
        Guard.NotNull(labelsPath, nameof(labelsPath));
        RequireScale(scale);
        return IdxSamples.Join<T>(Read(imagesPath), imagesPath, Read(labelsPath), labelsPath, scale);
    }

    /// <summary>Makes a data set of images, or other inputs, and their labels; see the overload for files.</summary>
    /// <param name="images">A readable stream of two or more dimensions, plain or gzip. It stays open.</param>
    /// <param name="labels">A readable stream of one dimension, as long, plain or gzip. It stays open.</param>
    /// <param name="scale">What each input is multiplied by; 1/255 brings pixels into [0, 1].</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="DataFileException">
    /// A stream is no IDX file, cut off, or goes on after its data; they do not belong together; or there are no samples, a
    /// label is negative, or a scaled input not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not finite, or 0.</exception>
    /// <exception cref="IOException">A stream cannot be read.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static Dataset<T> ReadDataset<T>(Stream images, Stream labels, double scale = 1.0 / 255)
        where T : unmanaged
    {
        Guard.NotNull(images, nameof(images));
        Guard.NotNull(labels, nameof(labels));
        RequireScale(scale);
        return IdxSamples.Join<T>(Read(images), null, Read(labels), null, scale);
    }

    private static IdxTensor Read(Stream stream, string? path)
    {
        try
        {
            return IdxReader.Read(stream);
        }
        catch (InvalidDataException e)
        {
            var source = path is null ? "the stream" : $"'{path}'";
            throw new DataFileException($"Cannot read {source}. {e.Message}", path, innerException: e);
        }
    }

    private static void RequireScale(double scale)
    {
        if (!Finite.Is(scale) || scale == 0)
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale is a finite number other than 0, such as 1/255.");
    }
}
