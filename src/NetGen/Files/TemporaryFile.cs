using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// A file beside another whose place it is to take, called <c>.name.random.netgen-tmp</c>. It is locked as long as its process writes it, so
/// that those that a killed process has left can be told from those of a living one.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Extension = ".netgen-tmp";

    // Names may have 255 bytes, and a character up to three.
    private const int LongestName = 64;

    private static readonly bool _isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // Longer than it takes from the creation of a file to its lock, or from its end to its renaming.
    private static readonly TimeSpan _aMoment = TimeSpan.FromMinutes(1);

    private readonly string _path;
    private bool _isReplaced;

    /// <summary>Makes one, and removes those that were left for the same file.</summary>
    /// <param name="target">The file whose place it is to take; there need not be one yet.</param>
    public TemporaryFile(string target)
    {
        var folder = Path.GetDirectoryName(target) ?? target;
        var name = Path.GetFileName(target);
        var prefix = $".{(name.Length > LongestName ? name.Substring(0, LongestName) : name)}.";
        RemoveStale(folder, prefix);
        _path = Path.Combine(folder, prefix + Path.GetRandomFileName().Replace(".", string.Empty) + Extension);
        Stream = Create(target);
    }

    /// <summary>Its content.</summary>
    public FileStream Stream { get; }

    /// <summary>Flushes it to the disk and gives it the other's name.</summary>
    public void Replace(string target)
    {
        Stream.Flush(flushToDisk: true);

        // Windows does not rename open files; elsewhere it stays locked until it is no longer temporary.
        if (_isWindows)
            Stream.Dispose();
        Move(target);
        _isReplaced = true;
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        finally
        {
            if (!_isReplaced)
                File.Delete(_path);
        }
    }

#if NET8_0_OR_GREATER
    private FileStream Create(string target)
    {
        // Shared with readers: it is still open when it has the other's name, and may be loaded.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
            return new(_path, options);

        // Never readable by more than the file was.
        var mode = File.GetUnixFileMode(target);
        options.UnixCreateMode = mode;
        var stream = new FileStream(_path, options);
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        return stream;
    }

    private void Move(string target)
    {
        // Windows keeps the permissions of a file that is replaced, not those of one that is overwritten.
        if (_isWindows && File.Exists(target))
            File.Replace(_path, target, destinationBackupFileName: null);
        else
            File.Move(_path, target, overwrite: true);
    }
#else
    private FileStream Create(string target) => new(_path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private void Move(string target)
    {
        if (!_isWindows)
            Stream.Dispose();
        if (File.Exists(target))
            File.Replace(_path, target, destinationBackupFileName: null);
        else
            File.Move(_path, target);
    }
#endif

    private static void RemoveStale(string folder, string prefix)
    {
#if !NET8_0_OR_GREATER
        // Mono's locks hold within one process alone.
        if (!_isWindows)
            return;
#endif
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
            {
                if (Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal) && IsStale(path))
                    File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed does no harm to what is to be written.
        }
    }

    private static bool IsStale(string path)
    {
        try
        {
            // To look for a lock is to take it: never that of a file whose process has made it and is about to lock it, or has closed it
            // to rename it.
            var file = new FileInfo(path);
            if (DateTime.UtcNow - file.LastWriteTimeUtc < _aMoment && (file.Length == 0 || _isWindows))
                return false;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
