using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Replaces a file by a new one wholly or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes beside the file, flushes to the disk and renames; a failure leaves the old file and nothing else. Behind symbolic links it is
    /// the file that they lead to. Devices and pipes are written to: there is nothing of theirs to replace.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        var given = Path.GetFullPath(path);
        var target = SymbolicLinks.Follow(given);
        using (var sink = Sink(given, target))
        {
            if (sink is not null)
            {
                write(sink);
                sink.Flush();
                return;
            }
        }

        using var temporary = new TemporaryFile(target);
        write(temporary.Stream);
        temporary.Replace(target);
    }

    /// <summary>What writes to the device or pipe that the path means; null for a file, or where there is none yet.</summary>
    private static FileStream? Sink(string given, string target)
    {
#if !NET8_0_OR_GREATER
        // Through a link that cannot be followed, the file is written over instead of replaced.
        if (SymbolicLinks.Is(given))
            return new(given, FileMode.Create, FileAccess.Write, FileShare.None);
#endif
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            return given.StartsWith(@"\\.\", StringComparison.Ordinal) ? Open(given) : null;

        // A link of /proc to a pipe says a name that is no file's.
        var stream = OpenIfThere(target) ?? (given == target ? null : OpenIfThere(given));
        if (stream is null || !IsFile(stream))
            return stream;
        stream.Dispose();
        return null;
    }

    private static FileStream? OpenIfThere(string path)
    {
        try
        {
            return File.Exists(path) ? Open(path) : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A link that leads nowhere yet.
            return null;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

    private static bool IsFile(FileStream stream)
    {
        if (!stream.CanSeek)
            return false;
        if (stream.Length > 0)
            return true;

        // An empty file looks like the null device until something is written.
        stream.WriteByte(0);
        stream.Flush();
        stream.Position = 0;
        if (stream.Length == 0)
            return false;
        stream.SetLength(0);
        return true;
    }
}
