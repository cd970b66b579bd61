using System.Reflection;
using System.Runtime.Loader;

namespace NetGen.Tests.Compiling;

/// <summary>A collectible context for one compiled model; NetGen.dll comes from its target's context.</summary>
internal sealed class ModelLoadContext(AssemblyLoadContext runtime) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        runtime == Default ? null : runtime.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
}
