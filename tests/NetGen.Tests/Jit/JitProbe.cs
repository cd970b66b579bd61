using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>Has the JIT compile all kernels of some networks, and one method that is too long for it.</summary>
internal static class JitProbe
{
    public const string Control = "TooLong";

    /// <summary>Bytes of IL beyond which RyuJIT does not optimise.</summary>
    public const int LargestCode = 60_000;

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Compiles the control, then the kernels of every assembly in a folder, in the order of their names.</summary>
    public static void Compile(string folder)
    {
        RuntimeHelpers.PrepareMethod(TooLong().MethodHandle);
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        {
            var assembly = new AssemblyLoadContext(Path.GetFileName(path)).LoadFromAssemblyPath(path);
            foreach (var method in Kernels(assembly.GetType(ModelSource.TypeName, throwOnError: true)!))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    /// <summary>
    /// The methods of the nested classes that do a network's work, one class for each width of vectors: of those that this
    /// machine has, for the others are never called.
    /// </summary>
    public static IEnumerable<MethodInfo> Kernels(Type network)
    {
        var kernels = network.GetNestedTypes(All).Where(type => type.Name.StartsWith("Kernels", StringComparison.Ordinal)).ToList();
        return kernels.Where(type => Bits(type) <= VectorWidth.OfMachine).SelectMany(type => type.GetMethods(All));

        // The widest has no number in its name, and stands above those that have.
        int Bits(Type type) => type.Name switch
        {
            "Kernels256" => 256,
            "Kernels128" => 128,
            _ when kernels.Any(other => other.Name == "Kernels256") => 512,
            _ => kernels.Count > 1 ? 256 : 128,
        };
    }

    /// <summary>Adds 1 as often as it takes.</summary>
    private static MethodInfo TooLong()
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new(Control), AssemblyBuilderAccess.Run)
            .DefineDynamicModule(Control).DefineType(Control, TypeAttributes.Public);
        var code = type.DefineMethod("Add", MethodAttributes.Public | MethodAttributes.Static, typeof(float), [typeof(float)])
            .GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        while (code.ILOffset <= LargestCode)
        {
            code.Emit(OpCodes.Ldc_R4, 1f);
            code.Emit(OpCodes.Add);
        }

        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Add")!;
    }
}
