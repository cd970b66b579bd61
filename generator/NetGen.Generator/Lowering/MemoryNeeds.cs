using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Which tensors must lie in memory, by the needs of all passes that share it.</summary>
internal sealed class MemoryNeeds
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);

    public void Add(Residence residence) => _stored.UnionWith(residence.InMemory().Select(tensor => tensor.Name));

    public bool IsStored(Tensor tensor) => _stored.Contains(tensor.Name);
}
