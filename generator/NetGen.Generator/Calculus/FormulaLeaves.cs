namespace NetGen.Generator.Calculus;

/// <summary>A number that a function takes.</summary>
internal sealed class Variable(string name) : Leaf
{
    public string Name { get; } = name;

    public override string Text => Name;

    protected override string BuildKey() => "v:" + Name;
}

/// <summary>An element of a vector that a function takes: the one at a place, or at the running index plus an offset.</summary>
/// <param name="place">The place, from the end if it is negative; or the distance from the running index.</param>
/// <param name="isRunning">Whether a <see cref="Total"/> runs over it.</param>
internal sealed class Element(string vector, int place, bool isRunning) : Leaf
{
    public string Vector { get; } = vector;

    public int Place { get; } = place;

    public bool IsRunning { get; } = isRunning;

    public override string Text => (IsRunning, Place) switch
    {
        (false, >= 0) => $"{Vector}[{Place}]",
        (false, _) => $"{Vector}[^{-Place}]",
        (true, 0) => $"{Vector}[i]",
        (true, > 0) => $"{Vector}[i + {Place}]",
        _ => $"{Vector}[i - {-Place}]",
    };

    protected override string BuildKey() => "v:" + Text;
}
