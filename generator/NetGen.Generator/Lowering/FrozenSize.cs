using System.Linq;
using NetGen.Generator.Model;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Which form the code of a frozen network takes, by how many of its weights are not 0.</summary>
internal static class FrozenSize
{
    // Measured: constants save what vectors cost that straddle cache lines, a fifth of 64-32-10; but three times as many take the
    // JIT a tenth of a second.
    private const long LiteralVectors = 192;

    // Measured: what a product and its addition cost, of vectors' multiply-adds.
    private const int VectorsPerProduct = 3;

    /// <summary>Whether one sample's vectors of weights are constants in its code.</summary>
    public static bool TakesLiterals(NetworkModel network) =>
        network is { Frozen: not null, Target.HasVectors: true, Unrolling: not Unrolling.None } && Vectors(network) <= LiteralVectors;

    /// <summary>
    /// Whether scalar code has less to do: where zeros leave fewer products than vectors, or where there are no vectors. Of elementary
    /// functions, which are inlined in it, <see cref="CodeSize"/> knows how many it may have.
    /// </summary>
    public static bool IsStraightLine(NetworkModel network)
    {
        var products = Enumerable.Range(0, network.Layers.Count).Where(layer => network.Layers[layer] is AffineModel)
            .Sum(layer => network.Frozen!.Tensors[$"W{layer + 1}"].Values.LongCount(weight => weight != 0));
        return products <= Cost.UnrolledLimit && (!network.Target.HasVectors || products * VectorsPerProduct <= Vectors(network));
    }

    /// <summary>Multiply-adds of the widest vectors in one forward pass, without those whose weights are all 0.</summary>
    private static long Vectors(NetworkModel network)
    {
        var widths = new LaneWidths(hasVectors: true, network.Precision, network.Arithmetic);
        return Enumerable.Range(0, network.Layers.Count).Where(layer => network.Layers[layer] is AffineModel)
            .Sum(layer => Vectors(network.Frozen!.Tensors[$"W{layer + 1}"], new("j", network.UnitsOf(layer)), widths));
    }

    private static int Vectors(FrozenTensor weights, Index unit, LaneWidths widths)
    {
        var input = new Index("i", weights.Columns);
        var isInputMajor = widths.IsInputMajor(unit, input);
        var (lane, rows) = isInputMajor ? (unit, input.Extent) : (input, unit.Extent);
        var isRead = new bool[rows, widths.Vectors(lane)];
        for (var place = 0; place < weights.Values.Length; place++)
        {
            var (row, column) = isInputMajor ? (place % weights.Columns, place / weights.Columns) : (place / weights.Columns, place % weights.Columns);
            if (weights.Values[place] != 0)
                isRead[row, column / widths.Of(lane)] = true;
        }

        return isRead.Cast<bool>().Count(read => read);
    }
}
