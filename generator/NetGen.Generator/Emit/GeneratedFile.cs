namespace NetGen.Generator.Emit;

/// <summary>A file of a network's generated part.</summary>
/// <param name="Part">What stands behind the class's name in the file's, such as <c>.256</c>; nothing in that of the first.</param>
internal sealed record GeneratedFile(string Part, string Text);
