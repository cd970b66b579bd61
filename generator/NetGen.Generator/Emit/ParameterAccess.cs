using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>How the members that infer are declared and reach the parameters: of an instance, or of a frozen class.</summary>
internal sealed class ParameterAccess(NetworkModel network, NetworkSchedule schedule)
{
    public string Modifier { get; } = network.Frozen is null ? "public" : "public static";

    /// <summary>The first argument of kernels; nothing where all parameters are constants.</summary>
    public string Parameters { get; } = network.Frozen is null ? "_parameters.Span, " : schedule.ReadsParameters ? "Weights, " : string.Empty;

    /// <summary>A static member inherits nothing by itself.</summary>
    public string Documentation(Contract contract, string member) =>
        network.Frozen is null ? "<inheritdoc/>" : $"<inheritdoc cref=\"global::NetGen.I{contract}{{T}}.{member}\"/>";
}
