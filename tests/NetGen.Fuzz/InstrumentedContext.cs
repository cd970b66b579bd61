using System.Reflection;
using System.Runtime.Loader;
using SharpFuzz;

namespace NetGen.Fuzz;

/// <summary>Loads this program once more, with a library that counts its branches.</summary>
internal sealed class InstrumentedContext : AssemblyLoadContext, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-fuzz-").FullName;
    private readonly string _library;

    public InstrumentedContext()
    {
        _library = Path.Combine(_folder, "NetGen.dll");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "NetGen.dll"), _library);
        _ = Fuzzer.Instrument(_library, static type => Instrumented(type), Options.Value).Count();
    }

    /// <summary>A method of a type of this program, for the other library.</summary>
    public MethodInfo Method(Type type, string name) =>
        LoadFromAssemblyPath(type.Assembly.Location).GetType(type.FullName!, throwOnError: true)!.GetMethod(name)!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Path.GetFileNameWithoutExtension(_library) ? LoadFromAssemblyPath(_library) : null;

    // What computes numbers has no branches that depend on a file.
    private static bool Instrumented(string type) => !type.StartsWith("NetGen.Numerics.", StringComparison.Ordinal);
}
