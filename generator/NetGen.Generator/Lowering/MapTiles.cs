using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>How many rows, and vectors of each, <see cref="MapForm"/> computes together.</summary>
internal static class MapTiles
{
    // Each takes half a dozen of the 1,024 variables that the JIT keeps track of: beyond, all of them live on the stack.
    private const int MostElementwise = 64;

    /// <summary>Whether the vectors along the lanes' axis have names of their own, in no loop.</summary>
    public static bool IsUnrolled(Group group, LaneWidths widths, TileShape shape) => widths.Vectors(group.Lane!) <= Of(group, widths, shape).Blocks;

    /// <summary>Whether all of the group stands in no loop.</summary>
    public static bool HasNoLoop(Group group, LaneWidths widths, TileShape shape) => IsUnrolled(group, widths, shape) && (group.Row is { } row
        ? !group.Reduces && group.Kept.Length == 1 && row.Extent < 2 * Of(group, widths, shape).Rows
        : group.Sums.All(sum => sum.Reduced.Length == 1 && IsStraightSum(group, sum.Reduced[0], widths, shape)));

    /// <summary>Whether the terms of a sum of one sample, too, stand one after the other.</summary>
    public static bool IsStraightSum(Group group, Index summed, LaneWidths widths, TileShape shape)
    {
        if (group.Row is not null || !IsUnrolled(group, widths, shape))
            return false;
        var chains = Chains(group, shape, widths.Ordering.Vectors(group.Lane!));
        return summed.Extent < 2 * Steps(summed, widths.Vectors(group.Lane!), Texts(1, group, widths), shape, chains);
    }

    /// <summary>Terms of a sum of one sample that stand in the body of a loop over them.</summary>
    /// <param name="vectors">That share each term.</param>
    /// <param name="texts">How often they are written.</param>
    public static int Steps(Index summed, int vectors, int texts, TileShape shape, int chains) =>
        shape.StepsFor(summed.Extent, Math.Max(TileShape.Auto.Steps, shape.Steps / texts) / vectors, chains);

    /// <summary>How often sums are written, where narrower vectors take more calls beside them.</summary>
    public static int Texts(int written, Group group, LaneWidths widths) => IsWidest(group, widths) ? written : written + 1;

    /// <summary>Vectors that the text of the group computes, and terms of their sums, those of a loop once.</summary>
    public static (int Results, int Terms) Elements(Group group, LaneWidths widths, TileShape shape)
    {
        var (rows, blocks) = Of(group, widths, shape);
        return (rows * blocks, Math.Max(rows * blocks, shape.Steps));
    }

    /// <summary>Elements of the strip of transposed weights that a tile of the group reads.</summary>
    public static int StripLength(Group group, LaneWidths widths, TileShape shape) =>
        widths.Padded(group.Packed!.Depth) * StripStride(group, widths, shape);

    /// <summary>From row to row of that strip.</summary>
    public static int StripStride(Group group, LaneWidths widths, TileShape shape) =>
        Of(group, widths, shape).Blocks * widths.Of(group.Lane!);

    /// <summary>How many rows, and how many vectors of each, are computed together.</summary>
    public static (int Rows, int Blocks) Of(Group group, LaneWidths widths, TileShape shape)
    {
        var blocks = widths.Vectors(group.Lane!);
        var isWidest = IsWidest(group, widths);
        var most = group.Reduces ? shape.Accumulators : Fitting(blocks, group, widths, shape);
        if (group.Row is null)
        {
            // As many sums as hide the latency of multiply-add. Twice as many leave none of sixteen registers for what they share, and
            // a sum on the stack waits for memory in every step: 64 inputs took 1.3 to 1.6 times as long, from process to process. Only
            // where each sum has one chain that pays: eight of those wait for each other, and take 1.4 times as long as four of two.
            if (!isWidest && group.Reduces)
            {
                var all = widths.Ordering != widths ? Of(group, widths.Ordering, shape).Blocks : blocks > most ? most : Math.Min(blocks, most / 2);
                var chains = Chains(group, shape, all);
                most = chains == 1 ? 2 * most : Math.Max(1, most / chains);
            }

            return (1, Math.Min(blocks, most));
        }

        if (group.Reduces)
        {
            // Sixteen sums: 4 x 4, or 8 rows where a row has fewer vectors.
            var wide = Math.Min(widths.Widest.Vectors(group.Lane!), Math.Max(1, 2 * shape.Accumulators / shape.Rows));
            var rows = Math.Max(shape.Rows, Math.Min(2 * shape.Rows, 2 * shape.Accumulators / wide));
            if (isWidest)
                return (rows, wide);

            // Half as many registers: eight sums, 4 x 2, in parts of the same rows.
            var part = rows % shape.Rows == 0 ? shape.Rows : rows;
            return (part, Math.Min(blocks, Math.Max(1, shape.Accumulators / part)));
        }

        // What rows share stays in registers while memory is walked along; a batch's elementwise code shares nothing.
        var tile = Math.Min(blocks, isWidest || most < shape.Accumulators ? most : 2 * most);
        var steps = group.Row.IsOfJacobian || group.Statements.Any(statement => statement.Reads.Any(read => read.Tensor.Role == TensorRole.Parameter)) ? TileShape.Auto.Steps : MostElementwise;
        return (group.Row.IsBatch ? 1 : Math.Max(1, Math.Min(shape.Steps, steps) / tile), tile);
    }

    /// <summary>Vectors in a loop. One that is partial is masked, which needs its place to be known: it stays out.</summary>
    public static int Looped(int blocks, int tile, bool isPartial) =>
        blocks <= tile ? 0 : (isPartial ? blocks - 1 : blocks) / tile * tile;

    /// <summary>Vectors of elementwise code in a tile, which leaves room for what does not fill one.</summary>
    private static int Fitting(int blocks, Group group, LaneWidths widths, TileShape shape)
    {
        var most = CodeSize.MostTogether(group.Statements, widths);
        if (most >= 2 * shape.Accumulators)
            return shape.Accumulators;
        var isPartial = blocks * widths.Of(group.Lane!) > group.Lane!.Extent;
        var tile = Math.Min(shape.Accumulators, most);
        while (tile > 1 && blocks > tile && tile + blocks - Looped(blocks, tile, isPartial) > most)
            tile--;
        return tile;
    }

    /// <summary>Sums that are too few to hide the latency of a multiply-add are split in independent chains.</summary>
    public static int Chains(Group group, TileShape shape, int accumulators)
    {
        var innermost = group.Sums.Select(statement => statement.Reduced.Last()).ToList();
        if (innermost.Count == 0 || innermost.Any(index => index.IsBatch))
            return 1;
        var chains = 1;
        while (chains * 2 <= shape.Chains && chains * 2 * accumulators <= shape.Accumulators
            && innermost.All(index => index.Extent >= chains * 4))
        {
            chains *= 2;
        }

        return chains;
    }

    /// <summary>Whether the group's vectors are those of the widest machine, so that no order but their own is to be kept.</summary>
    public static bool IsWidest(Group group, LaneWidths widths) => widths.Of(group.Lane!) == widths.Widest.Of(group.Lane!);
}
