namespace NetGen.Generator.Emit;

/// <summary>A file of a network's generated part.</summary>
/// <param name="VectorBits">Of the machines that it is for; 0 for the file that all need.</param>
internal sealed record GeneratedFile(int VectorBits, string Text);
