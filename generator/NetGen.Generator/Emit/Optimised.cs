using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>What methods on the path of one sample ask of the JIT.</summary>
internal static class Optimised
{
    /// <summary>Without it, the first calls run unoptimised: up to twenty times slower, for a second on a busy machine.</summary>
    public static void AtOnce(CodeWriter writer, NetworkModel network) =>
        Write(writer, network, "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization");

    /// <summary>A kernel, apart from its caller: how much the JIT inlines goes by the size of the method that it began with.</summary>
    public static void AtOnceAndApart(CodeWriter writer, NetworkModel network) => Write(writer, network, "AtOnceAndApart");

    /// <summary>What calls kernels, as part of its own caller.</summary>
    public static void InCaller(CodeWriter writer, NetworkModel network) => Write(writer, network, "InCaller");

    private static void Write(CodeWriter writer, NetworkModel network, string options)
    {
        if (network.Target.HasVectors)
            writer.Line($"[global::System.Runtime.CompilerServices.MethodImpl({options})]");
    }
}
