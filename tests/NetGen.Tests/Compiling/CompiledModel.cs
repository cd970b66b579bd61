namespace NetGen.Tests.Compiling;

/// <summary>A compiled class, the text that the generator added to it, and the assembly.</summary>
internal sealed record CompiledModel(Type Type, string GeneratedSource, byte[] Image)
{
    /// <summary>The same assembly with the NetGen.dll of .NET, whichever it was compiled against.</summary>
    public CompiledModel OnNet() => ModelCompiler.Load(Image, Target.Net, GeneratedSource);

    public object CreateInstance() => Activator.CreateInstance(Type)!;
}
