namespace NetGen.Fuzz;

/// <summary>
/// Feeds the readers of files with damaged ones, guided by the branches that these reach:
/// <c>dotnet run -c Release --project tests/NetGen.Fuzz -- [reader] [--seconds 20 | --runs 100000] [--seed 1] [--folder found]</c>.
/// </summary>
/// <remarks>
/// Without a reader it is all of them, so long or so often each. With <c>--runs</c> a seed gives the same files always. What a reader does
/// wrong is written to the folder, and makes the exit code 1.
/// </remarks>
internal static class Program
{
    private static int Main(string[] args)
    {
        using var context = new InstrumentedContext();
        return (int)context.Method(typeof(Session), nameof(Session.Run)).Invoke(null, [args])!;
    }
}
