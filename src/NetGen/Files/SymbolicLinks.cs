namespace NetGen;

/// <summary>Finds the file that a path means.</summary>
internal static class SymbolicLinks
{
#if NET8_0_OR_GREATER
    // As Linux has it.
    private const int MostLinks = 40;

    /// <summary>The path without links, whether or not there is a file at its end.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links lead in a circle, or are too many.</exception>
    public static string Follow(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

        // Step by step: ".." in a link starts from where the folders before it really are.
        var rest = new Stack<string>();
        Push(path);
        var real = string.Empty;
        for (var links = 0; rest.Count > 0;)
        {
            var name = rest.Pop();
            if (name == "..")
            {
                real = real[..Math.Max(0, real.LastIndexOf('/'))];
                continue;
            }

            if (new FileInfo($"{real}/{name}").LinkTarget is not { } target)
            {
                real = $"{real}/{name}";
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"'{path}' leads through more than {MostLinks} symbolic links. Do they lead in a circle?");
            if (target.StartsWith('/'))
                real = string.Empty;
            Push(target);
        }

        return real.Length == 0 ? "/" : real;

        void Push(string names)
        {
            foreach (var name in names.Split('/').Where(name => name is not ("" or ".")).Reverse())
                rest.Push(name);
        }
    }
#else
    /// <summary>The path: .NET Standard can tell a link, but not where it leads.</summary>
    public static string Follow(string path) => path;

    /// <summary>Whether a link is there, wherever it leads.</summary>
    public static bool Is(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
#endif
}
