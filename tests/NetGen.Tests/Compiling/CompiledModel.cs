namespace NetGen.Tests.Compiling;

/// <summary>A compiled class, the text that the generator added to it, and the assembly.</summary>
internal sealed record CompiledModel(Type Type, string GeneratedSource, byte[] Image)
{
    public object CreateInstance() => Activator.CreateInstance(Type)!;
}
