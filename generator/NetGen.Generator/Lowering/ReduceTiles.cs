namespace NetGen.Generator.Lowering;

/// <summary>How many sums, and vectors of each, <see cref="ReduceForm"/> computes together.</summary>
internal static class ReduceTiles
{
    // In one place: their loads and additions are written for each row, and again for the rows that are left.
    private const int MostVectors = 64;

    /// <summary>Whether the vectors along the lanes' axis have names of their own, in no loop.</summary>
    public static bool IsUnrolled(Group group, LaneWidths widths, TileShape shape)
    {
        var rows = RowsOf(group, widths, shape);
        var blocks = Blocks(group, widths);
        return blocks <= Steps(rows.Part * Parts(group, widths), Chains(group, widths, shape, rows.Step), blocks, shape);
    }

    /// <summary>Whether all of the group stands in no loop.</summary>
    public static bool HasNoLoop(Group group, LaneWidths widths, TileShape shape) => IsUnrolled(group, widths, shape)
        && (group.Row is null || (group.Kept.Length == 1 && group.Row.Extent <= RowsOf(group, widths, shape).Part));

    /// <summary>Sums that the text of the group computes, and vectors that they add up, those of a loop once.</summary>
    public static (int Results, int Terms) Elements(Group group, LaneWidths widths, TileShape shape)
    {
        var rows = RowsOf(group, widths, shape);
        var parts = Parts(group, widths);
        var blocks = Math.Max(1, Blocks(group, widths));
        return (rows.Part, rows.Part * parts * Math.Min(blocks, Steps(rows.Part * parts, Chains(group, widths, shape, rows.Step), blocks, shape)));
    }

    /// <summary>Whether all sums come in one vector, whose name later groups can use.</summary>
    public static bool IsOneVector(Group group, LaneWidths widths, TileShape shape) =>
        group.Kept.Length == 1 && group.Row!.Extent <= Together(group, widths, shape) && widths.Of(group.Row) == Together(group, widths, shape)
        && !IsSingly(group.Row.Extent, widths.Of(group.Row));

    /// <summary>Rows that the order of sums depends on, and how many of them are computed together.</summary>
    private static (int Step, int Part) RowsOf(Group group, LaneWidths widths, TileShape shape)
    {
        if (group.Row is not { } row)
            return (1, 1);
        var together = Together(group, widths.Ordering, shape);
        var step = together == 0 ? shape.Rows : Math.Min(row.Extent, together);
        return (step, PartOf(step, group, widths, shape));
    }

    /// <summary>How many rows of a step are computed together.</summary>
    public static int PartOf(int step, Group group, LaneWidths widths, TileShape shape)
    {
        var parts = Parts(group, widths);
        return parts == 1 ? step
            : Together(group, widths, shape) is > 0 and var together ? Math.Min(step, together)
            : Math.Min(step, Math.Max(1, shape.Accumulators / parts / Chains(group, widths, shape, step)));
    }

    /// <summary>Sums that share their additions, in one vector; 0 where they come one by one.</summary>
    public static int Together(Group group, LaneWidths widths, TileShape shape) =>
        !group.IsMaximum && group.Row is { IsBatch: false } row && shape.Rows > 1 && widths.Of(group) > 1
            ? Math.Min(Math.Min(widths.Of(row), widths.Of(group)), Parts(group, widths) == 1 ? int.MaxValue : shape.Rows)
            : 0;

    /// <summary>Vectors that stand for one of the widest.</summary>
    public static int Parts(Group group, LaneWidths widths)
    {
        var width = widths.Of(group);
        return Math.Min(widths.Ordering.Of(group), group.Lane!.Extent + width - 1) / width;
    }

    /// <summary>Whole vectors, of the widest, of a row.</summary>
    public static int Blocks(Group group, LaneWidths widths) => group.Lane!.Extent / widths.Ordering.Of(group);

    /// <summary>Whether sums are so few that they are added up one by one.</summary>
    public static bool IsSingly(int rows, int together) => rows * 4 <= together;

    /// <summary>Independent partial sums of a row, that hide the latency of an addition.</summary>
    public static int Chains(Group group, LaneWidths widths, TileShape shape, int rows)
    {
        var blocks = Blocks(group, widths);
        var chains = 1;
        while (chains * 2 <= shape.Chains && chains * 2 <= blocks && chains * 2 * rows <= shape.Accumulators)
            chains *= 2;
        return chains;
    }

    /// <summary>Vectors, of the widest, of a row in the body of a loop: all of them, where there are few.</summary>
    public static int Steps(int rows, int chains, int blocks, TileShape shape)
    {
        var most = Math.Min(4 * shape.Steps, MostVectors);
        return rows > 1 && shape.Rows > 1 && rows * blocks <= most
            ? Math.Max(blocks, chains)
            : shape.StepsFor(blocks, Math.Min(shape.Steps, MostVectors) / rows, chains);
    }
}
