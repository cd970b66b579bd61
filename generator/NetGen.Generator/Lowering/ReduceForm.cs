using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Targets that lack the lanes' index: vectors are summed (or their maximum taken), then their lanes. Serves
/// ∂C/∂a = Wᵀ δ of one sample, layers with one output, sums of losses. An exact sum has one lane, and begins with what it
/// otherwise ends with.
/// </summary>
internal sealed class ReduceForm(Group group, LoweringContext context)
{
    private readonly Index _lane = group.Lane!;
    private readonly int _width = context.Widths.Of(group);
    private readonly Index? _row = group.Row;
    private readonly bool _isMaximum = group.IsMaximum;

    // Sums in the vector that they come in when they share their additions; 0 where they come one by one.
    private readonly int _together = Together(group, context.Widths, context.Shape);

    /// <summary>Whether the vectors along the lanes' axis have names of their own, in no loop.</summary>
    public static bool IsUnrolled(Group group, LaneWidths widths, TileShape shape)
    {
        var width = widths.Of(group);
        var rows = RowsOf(group, widths, shape);
        return group.Lane!.Extent / width <= Steps(rows, Chains(group, widths, shape, rows), group.Lane!.Extent / width, shape);
    }

    /// <summary>Sums that the text of the group computes, and vectors that they add up, those of a loop once.</summary>
    public static (int Results, int Terms) Elements(Group group, LaneWidths widths, TileShape shape)
    {
        var rows = RowsOf(group, widths, shape);
        var blocks = Math.Max(1, group.Lane!.Extent / widths.Of(group));
        return (rows, rows * Math.Min(blocks, Steps(rows, Chains(group, widths, shape, rows), blocks, shape)));
    }

    /// <summary>Whether all sums come in one vector, whose name later groups can use.</summary>
    public static bool IsOneVector(Group group, LaneWidths widths, TileShape shape) =>
        group.Kept.Count == 1 && group.Row!.Extent <= Together(group, widths, shape) && widths.Of(group.Row) == Together(group, widths, shape)
        && !IsSingly(group.Row.Extent, widths.Of(group.Row));

    private static int RowsOf(Group group, LaneWidths widths, TileShape shape)
    {
        var together = Together(group, widths, shape);
        return group.Row is not { } row ? 1 : together == 0 ? shape.Rows : Math.Min(row.Extent, together);
    }

    private static int Together(Group group, LaneWidths widths, TileShape shape) =>
        !group.IsMaximum && group.Row is { IsBatch: false } row && shape.Rows > 1 && widths.Of(group) > 1
            ? Math.Min(widths.Of(row), widths.Of(group))
            : 0;

    /// <summary>Whether sums are so few that they are added up one by one.</summary>
    private static bool IsSingly(int rows, int together) => rows * 4 <= together;

    public IEnumerable<Code> Lower()
    {
        var place = context.NewScope(group);
        if (_row is null)
            return Body([place]).All;
        var outer = group.Kept.Take(group.Kept.Count - 1);
        return LoweringContext.Nest(outer, place, at => Rows(at));
    }

    /// <summary>The parts of a sum over the samples of a loop that groups share.</summary>
    public SplitSum LowerSum() => Body([context.NewScope(group)]);

    private IEnumerable<Code> Rows(Scope place)
    {
        if (_together == 0)
            return LoweringContext.Steps(_row!, context.Shape.Rows, (value, rows) => Tile(value, rows));
        var whole = _row!.Extent / _together * _together;
        var rest = _row.Extent - whole;
        var code = new List<Code>();
        if (whole > 0)
            code.AddRange(LoweringContext.Steps(_row with { Extent = whole }, _together, (value, rows) => Tile(value, rows)));
        if (rest > 0)
            code.AddRange(LoweringContext.Steps(_row with { Extent = rest }, IsSingly(rest, _together) ? context.Shape.Rows : rest, (value, rows) => Tile(value + whole, rows)));
        return code;

        IReadOnlyList<Code> Tile(Affine value, int rows) => [.. Body([.. Enumerable.Range(0, rows).Select(row => place.With(_row!, value + row))]).All];
    }

    private bool StartsFirst => context.Placement.IsExact && !_isMaximum;

    private SplitSum Body(Scope[] rows)
    {
        var chains = Chains(group, context.Widths, context.Shape, rows.Length);
        var before = new List<Code>();
        var sums = new string[rows.Length, chains];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var chain = 0; chain < chains; chain++)
            {
                sums[row, chain] = context.Names.Next(group.First.Name);
                var first = _isMaximum ? double.NegativeInfinity : StartsFirst ? context.Start(group, rows[row].Scalar()) : Expr.Zero;
                before.Add(new Declare(sums[row, chain], first, _width));
            }
        }

        return new(
            before,
            [.. group.Statements.Where(statement => statement.Reduced.Any()).SelectMany(statement => Reduce(statement, rows, sums, chains))],
            [.. Finish(rows, sums, chains)]);
    }

    private IEnumerable<Code> Finish(Scope[] rows, string[,] sums, int chains)
    {
        if (_together > 0 && !IsSingly(rows.Length, _together))
        {
            foreach (var code in KeepTogether(rows, sums, chains))
                yield return code;
            yield break;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var scalar = rows[row].Scalar();
            var total = Chained(sums, row, chains);
            if (_width > 1)
                total = new Helper(_isMaximum ? "ReduceMax" : "ReduceSum", [total], _width);
            var start = StartsFirst ? Expr.Zero : context.Start(group, scalar);
            if (start is not Number { Value: 0 })
                total = new InOrder(start, total);
            if (group.Kept.Count == 0)
            {
                var name = context.Names.Next(group.First.Name);
                yield return new Declare(name, total, 1);
                context.Registers.Hold(group.First, 0, 1, name);
                total = new Local(name);
            }

            if (context.IsStored(group, group.First))
                yield return new Store(scalar.AddressOf(group.First), total, 1);
        }
    }

    /// <summary>Independent partial sums of a row, that hide the latency of an addition.</summary>
    private static int Chains(Group group, LaneWidths widths, TileShape shape, int rows)
    {
        var blocks = group.Lane!.Extent / widths.Of(group);
        var chains = 1;
        while (chains * 2 <= shape.Chains && chains * 2 <= blocks && chains * 2 * rows <= shape.Accumulators)
            chains *= 2;
        return chains;
    }

    /// <summary>Vectors of a row in the body of a loop: all of them, where there are few.</summary>
    private static int Steps(int rows, int chains, int blocks, TileShape shape) =>
        rows > 1 && shape.Rows > 1 && rows * blocks <= 4 * shape.Steps ? Math.Max(blocks, chains) : Math.Max(chains, shape.Steps / rows / chains * chains);

    private IEnumerable<Code> KeepTogether(Scope[] rows, string[,] sums, int chains)
    {
        var lanes = rows[0] with { Lane = _row, Width = _together };
        var bits = _together == _width ? string.Empty : (context.Widths.Bits * _together).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Expr total = new Helper("ReduceSums" + bits, [.. Enumerable.Range(0, rows.Length).Select(row => Chained(sums, row, chains))], _width);
        var start = context.Start(group, lanes);
        var name = context.Names.Next(group.First.Name);
        yield return new Declare(name, start is Number { Value: 0 } ? total : new InOrder(start, total), _together);
        if (IsOneVector(group, context.Widths, context.Shape))
            context.Registers.Hold(group.First, 0, _together, name);
        if (context.IsStored(group, group.First))
            yield return new Store(lanes.AddressOf(group.First), new Local(name), _together, lanes.Inside(lanes.AddressOf(group.First)));
    }

    private Expr Chained(string[,] sums, int row, int chains) =>
        Enumerable.Range(0, chains).Select(chain => (Expr)new Local(sums[row, chain])).Aggregate(Combine);

    private IEnumerable<Code> Reduce(Statement statement, Scope[] rows, string[,] sums, int chains)
    {
        var whole = _lane with { Extent = _lane.Extent / _width * _width };
        var inside = _lane.Extent - whole.Extent;
        var steps = Steps(rows.Length, chains, _lane.Extent / _width, context.Shape) * _width;
        var others = group.Reduced(statement).Where(index => index != _lane);
        return LoweringContext.Nest(others, rows[0], place =>
        {
            var scopes = rows.Select(row => others.Aggregate(row, (scope, index) => scope.With(index, place[index]))).ToArray();
            var code = new List<Code>();
            if (whole.Extent > 0)
            {
                code.AddRange(LoweringContext.Steps(whole, steps, (value, lanes) =>
                    [.. Enumerable.Range(0, lanes / _width).SelectMany(block => Step(statement, scopes, value + (block * _width), (row) => sums[row, block % chains]))]));
            }

            if (inside > 0)
                code.AddRange(Tail(statement, scopes, whole.Extent, inside, sums));
            return code;
        });
    }

    private IEnumerable<Code> Step(Statement statement, Scope[] rows, Affine offset, Func<int, string> sum)
    {
        var scopes = Share(statement, rows, offset, out var shared);
        foreach (var code in shared)
            yield return code;
        for (var row = 0; row < rows.Length; row++)
        {
            var name = sum(row);
            var value = _isMaximum
                ? Combine(new Local(name), scopes[row].Lower(statement.Expression))
                : Accumulation.Add(new Local(name), statement.Expression, scopes[row]);
            yield return new Assign(name, value, _width);
        }
    }

    /// <summary>The last, partial vector: its pads hold anything, and must not count.</summary>
    private IEnumerable<Code> Tail(Statement statement, Scope[] rows, int offset, int inside, string[,] sums)
    {
        var scopes = Share(statement, rows, offset, out var shared);
        foreach (var code in shared)
            yield return code;
        for (var row = 0; row < rows.Length; row++)
        {
            var value = new Helper(
                _isMaximum ? "FirstLanesOrLowest" : "FirstLanes", [scopes[row].Lower(statement.Expression)], _width, inside);
            yield return new Assign(sums[row, 0], Combine(new Local(sums[row, 0]), value), _width);
        }
    }

    /// <summary>Vectors that all rows read are loaded once.</summary>
    private Scope[] Share(Statement statement, Scope[] rows, Affine offset, out List<Code> code)
    {
        code = [];
        var scopes = rows.Select(row => row.With(_lane, offset)).ToArray();
        if (rows.Length == 1)
            return scopes;
        foreach (var read in statement.Reads.Where(read => read.Subscripts.Contains(_lane) && !read.Subscripts.Contains(_row!)))
        {
            var name = context.Names.Next(read.Tensor.Name);
            code.Add(new Declare(name, scopes[0].Lower(read), _width));
            scopes = [.. scopes.Select(scope => scope.With(read.Tensor, name))];
        }

        return scopes;
    }

    private Expr Combine(Expr left, Expr right) => _isMaximum ? new Helper("Max", [left, right], _width) : new InOrder(left, right);
}
