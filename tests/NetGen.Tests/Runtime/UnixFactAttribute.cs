namespace NetGen.Tests.Runtime;

/// <summary>A test of links, pipes and permissions as Unix has them.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no named pipes in folders, no permissions of this kind, and links for administrators alone.";
    }
}
