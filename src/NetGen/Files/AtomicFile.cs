namespace NetGen;

/// <summary>Replaces a file by a new one wholly or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes beside the file, flushes to the disk and renames; a failure leaves the old file and nothing else.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, target);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Replace(string temporary, string target)
    {
#if NET8_0_OR_GREATER
        File.Move(temporary, target, overwrite: true);
#else
        if (File.Exists(target))
            File.Replace(temporary, target, destinationBackupFileName: null);
        else
            File.Move(temporary, target);
#endif
    }
}
