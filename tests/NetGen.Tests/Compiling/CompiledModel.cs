namespace NetGen.Tests.Compiling;

/// <summary>A compiled class and the text that the generator added to it.</summary>
internal sealed record CompiledModel(Type Type, string GeneratedSource)
{
    public object CreateInstance() => Activator.CreateInstance(Type)!;
}
