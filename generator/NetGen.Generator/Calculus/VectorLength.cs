namespace NetGen.Generator.Calculus;

/// <summary>The number of elements of a vector that a function takes, where it is known at run time only.</summary>
internal sealed class VectorLength(string vector) : Leaf
{
    public string Vector { get; } = vector;

    public override string Text => Vector + ".Length";

    protected override string BuildKey() => "v:" + Text;
}
