using System.Linq;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>What a network costs.</summary>
internal static class Cost
{
    /// <summary>Beyond this, one statement for each scalar multiply-add takes the compiler minutes.</summary>
    public const long UnrolledLimit = 20_000;

    public static long ForwardMultiplyAdds(NetworkModel network) =>
        Shapes(network).Sum(shape => (long)shape.Inputs * shape.Units);

    /// <summary>∂C/∂W costs what the forward pass does, and so does ∂C/∂a of every layer but the first.</summary>
    public static long BackwardMultiplyAdds(NetworkModel network) =>
        ForwardMultiplyAdds(network) + Shapes(network).Skip(1).Sum(shape => (long)shape.Inputs * shape.Units);

    public static int ParameterCount(NetworkModel network) =>
        Shapes(network).Sum(shape => (shape.Inputs * shape.Units) + (shape.Bias ? shape.Units : 0));

    private static System.Collections.Generic.IEnumerable<(int Inputs, int Units, bool Bias)> Shapes(NetworkModel network) =>
        from index in Enumerable.Range(0, network.Layers.Count)
        let layer = network.Layers[index] as AffineModel
        where layer is not null
        select (network.UnitsOf(layer.Source), network.UnitsOf(index), layer.Bias);
}
