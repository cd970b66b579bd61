using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>
/// What reading one function may cost: it is read again at every keystroke. Steps are counted and not timed, so that every machine reads
/// the same functions.
/// </summary>
internal sealed class ReadingBudget(CancellationToken cancellationToken)
{
    private const int MostSteps = 50_000;

    // Reading is recursive, and its thread may have no more than a megabyte of stack, part of which the compiler uses.
    private const int DeepestNesting = 256;

    private readonly Stack<SyntaxNode> _repeated = new();
    private long _steps;
    private int _nesting;

    /// <summary>Counts what is about to be read inside of what is read already, until the result is disposed of.</summary>
    public Level Enter(SyntaxNode syntax)
    {
        if (_nesting == DeepestNesting)
        {
            throw new UnreadableException(
                syntax, $"it is nested more than {ParseContext.Print(DeepestNesting)} deep", "give its inner parts variables of their own");
        }

        Spend(1, syntax);
        _nesting++;
        return new(this);
    }

    /// <summary>Notes the loop or call that reads the same source again and again, until the result is disposed of.</summary>
    public Level Repeat(SyntaxNode syntax)
    {
        var level = Enter(syntax);
        _repeated.Push(syntax);
        return level with { IsRepeated = true };
    }

    /// <param name="steps">What an operation costs beyond being read, in the reading of one.</param>
    public void Spend(long steps, SyntaxNode syntax)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _steps += steps;
        if (_steps > MostSteps)
        {
            throw new UnreadableException(
                _repeated.Count > 0 ? _repeated.Last() : syntax,
                $"it takes more than {ParseContext.Print(MostSteps)} steps to read, with every turn of its loops and every call",
                "shorten its loops, or divide the function");
        }
    }

    internal readonly record struct Level(ReadingBudget Budget) : IDisposable
    {
        public bool IsRepeated { get; init; }

        public void Dispose()
        {
            Budget._nesting--;
            if (IsRepeated)
                Budget._repeated.Pop();
        }
    }
}
