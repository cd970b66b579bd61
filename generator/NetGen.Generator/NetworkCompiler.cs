using System.Collections.Generic;
using NetGen.Generator.Emit;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator;

/// <summary>From a network's model to the text of its generated part.</summary>
internal static class NetworkCompiler
{
    public static IReadOnlyList<GeneratedFile> Compile(NetworkModel network, CancellationToken cancellationToken)
    {
        if (network.Frozen is not null)
            network = StandardizeFolding.Fold(network);
        return new NetworkEmitter(network, NetworkSchedule.Build(network, cancellationToken)).Emit();
    }
}
