namespace NetGen;

/// <summary>
/// Saves and loads the parameters of networks as safetensors, the format of Hugging Face, which PyTorch, JAX and others
/// read.
/// </summary>
/// <remarks>
/// The tensors have the names, shapes and order of PyTorch's <c>nn.Sequential</c>, where a Dense layer with an activation
/// takes two places: <c>0.weight</c>, <c>0.bias</c>, <c>2.weight</c> … A float network is stored as F32, a double network as
/// F64. The metadata <c>netgen.architecture</c> says what the network computes.
/// See https://huggingface.co/docs/safetensors for the format.
/// </remarks>
public static class NetworkFiles
{
    /// <summary>Saves the parameters to a file, replacing one that is there.</summary>
    /// <remarks>
    /// <para>
    /// Atomic: the file is written under another name in the same folder, <c>.name.random.netgen-tmp</c>, flushed to the disk and then
    /// renamed, so that after a failure the old file is whole. What a killed process has left there the next save to the same file removes.
    /// </para>
    /// <para>
    /// The permissions of a file that is replaced stay; a symbolic link stays, and the file that it leads to is replaced; what is no file, such as
    /// <c>/dev/stdout</c> or a named pipe, is written to. With the library for .NET Standard, a file behind a link is written over, not
    /// atomically, and permissions are those of a new file except on Windows.
    /// </para>
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually ending in <c>.safetensors</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Save<T>(this IPredictor<T> network, string path)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Guard.NotNull(path, nameof(path));
        AtomicFile.Write(path, network.Save);
    }

    /// <summary>Saves the parameters to a stream, from its position on. The stream stays open.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">A writable stream.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save<T>(this IPredictor<T> network, Stream stream)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Guard.NotNull(stream, nameof(stream));
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        SafetensorsWriter.Write<T>(
            stream, [new(SafetensorsHeader.ArchitectureKey, network.Layout.Architecture)], [.. NamedShape.Of(network.Layout)], parameters);
    }

    /// <summary>Loads the parameters from a file. Everything is checked before anything changes.</summary>
    /// <param name="network">The network; unchanged if loading fails.</param>
    /// <param name="path">A file that <see cref="Save{T}(IPredictor{T}, string)"/> or another library wrote.</param>
    /// <exception cref="WeightFileException">
    /// The file is damaged, holds other names, shapes or types of numbers, or says that it belongs to another architecture.
    /// </exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static void Load<T>(this IPredictor<T> network, string path)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Guard.NotNull(path, nameof(path));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Load(network, stream, path);
    }

    /// <summary>
    /// Loads the parameters from a stream, from its position to its end. Everything is checked before anything changes.
    /// </summary>
    /// <param name="network">The network; unchanged if loading fails.</param>
    /// <param name="stream">A readable stream. It stays open.</param>
    /// <exception cref="WeightFileException">
    /// The data is damaged, holds other names, shapes or types of numbers, or says that it belongs to another architecture.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static void Load<T>(this IPredictor<T> network, Stream stream)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        Guard.NotNull(stream, nameof(stream));
        Load(network, stream, path: null);
    }

    private static void Load<T>(IPredictor<T> network, Stream stream, string? path)
        where T : unmanaged
    {
        T[] parameters;
        try
        {
            parameters = SafetensorsReader.Read<T>(stream, network.Layout, _ => [.. NamedShape.Of(network.Layout)]);
        }
        catch (InvalidDataException e)
        {
            var source = path is null ? "the stream" : $"'{path}'";
            throw new WeightFileException(
                $"Cannot load {source} into {network.Layout.Name}, which is unchanged. {e.Message}", path, e);
        }

        network.SetParameters(parameters);
    }
}
