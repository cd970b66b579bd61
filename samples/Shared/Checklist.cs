namespace Samples;

/// <summary>Prints what a sample claims and whether it holds; the sample fails if anything does not.</summary>
internal sealed class Checklist
{
    public bool Passed { get; private set; } = true;

    /// <summary>What a sample returns to the shell.</summary>
    public int ExitCode => Passed ? 0 : 1;

    public static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
    }

    public void Check(bool holds, string statement)
    {
        Passed &= holds;
        Console.WriteLine($"  [{(holds ? "ok" : "FAILED")}] {statement}");
    }

    public void PrintResult()
    {
        Console.WriteLine();
        Console.WriteLine(Passed ? "All checks passed." : "A check FAILED.");
    }
}
