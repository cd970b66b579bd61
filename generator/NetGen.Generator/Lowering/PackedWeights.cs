using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Weights of which a strip at a time is transposed, so that lanes run along an axis that is not contiguous in memory.</summary>
/// <param name="element">The weight, as the statements read it.</param>
/// <param name="lane">The index of the lanes: one of its two subscripts.</param>
internal sealed class PackedWeights(Read element, Index lane)
{
    public Read Element { get; } = element;

    /// <summary>The axis that the lanes run along.</summary>
    public int LaneAxis { get; } = element.Subscripts[0] == lane ? 0 : 1;

    /// <summary>The other axis, whose rows a strip consists of.</summary>
    public Index Depth => Element.Tensor.Axes[1 - LaneAxis];
}
