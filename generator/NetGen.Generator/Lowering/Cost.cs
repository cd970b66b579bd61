using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>What a network costs.</summary>
internal static class Cost
{
    /// <summary>
    /// Forward multiply-adds up to which a method of straight-line scalar code that also differentiates stays below the
    /// 60,000 bytes of IL beyond which the JIT stops optimising.
    /// </summary>
    public const long UnrolledLimit = 700;

    /// <summary>Of the products with weights.</summary>
    public static long ForwardMultiplyAdds(NetworkModel network) =>
        Enumerable.Range(0, network.Layers.Count).Sum(layer => ForwardMultiplyAdds(network, layer));

    public static long ForwardMultiplyAdds(NetworkModel network, int layer) => network.Layers[layer] is AffineModel affine
        ? (long)network.UnitsOf(affine.Source) * network.UnitsOf(layer)
        : 0;

    /// <summary>
    /// Of the backward part of a simplified program: ∂C/∂W costs what the layer's forward pass does, and so does ∂C/∂a
    /// where anything before the layer is trained.
    /// </summary>
    public static long BackwardMultiplyAdds(TensorProgram program) => program.Statements
        .Where(statement => statement.Target.Role is TensorRole.Gradient or TensorRole.Adjoint && statement.Domain.Count == 2)
        .Sum(statement => statement.Domain.Aggregate(1L, (product, index) => product * index.Extent));

    /// <summary>Terms that a program of one sample computes.</summary>
    public static long Terms(TensorProgram program) =>
        program.Statements.Sum(statement => statement.Domain.Aggregate(1L, (product, index) => product * index.Extent));

    public static int ParameterCount(NetworkModel network) =>
        Enumerable.Range(0, network.Layers.Count).Sum(layer => ParameterCount(network, layer));

    public static int ParameterCount(NetworkModel network, int layer) => network.Layers[layer] switch
    {
        StandardizeModel => 2 * network.UnitsOf(layer),
        AffineModel affine => (network.UnitsOf(affine.Source) + (affine.Bias ? 1 : 0)) * network.UnitsOf(layer),
        _ => 0,
    } + network.Layers[layer].Learnables.Sum(learnable => learnable.PerUnit ? network.UnitsOf(layer) : 1);

    /// <summary>Values that all layers compute of one sample.</summary>
    public static int Units(NetworkModel network) => Enumerable.Range(0, network.Layers.Count).Sum(network.UnitsOf);
}
