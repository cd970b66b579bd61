namespace NetGen.Package.Tests;

/// <summary>A test that needs a program on the PATH; skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithAttribute : FactAttribute
{
    /// <param name="what">What the program is for, as the reason names it.</param>
    /// <param name="programs">Names without an extension, any of which will do.</param>
    public FactWithAttribute(string what, params string[] programs)
    {
        if (!programs.Any(IsOnPath))
            Skip = $"There is no {what}: {string.Join(" or ", programs)} is not on the PATH.";
    }

    /// <summary>Whether a program of this name is on the PATH.</summary>
    internal static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));
}
