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

    // Lanes of the widest vectors: sums are ordered as there, whatever vectors they are made of.
    private readonly int _wide = context.Widths.Ordering.Of(group);
    private readonly Index? _row = group.Row;
    private readonly bool _isMaximum = group.IsMaximum;

    // 0 where sums come one by one.
    private readonly int _together = ReduceTiles.Together(group, context.Widths, context.Shape);

    public IEnumerable<Code> Lower()
    {
        var place = context.NewScope(group);
        if (_row is null)
            return Body([place], 1).All;
        var outer = group.Kept.Take(group.Kept.Length - 1);
        return LoweringContext.Nest(outer, place, at => Rows(at));
    }

    /// <summary>The parts of a sum over the samples of a loop that groups share.</summary>
    public SplitSum LowerSum() => Body([context.NewScope(group)], 1);

    private List<Code> Rows(Scope place)
    {
        var together = ReduceTiles.Together(group, context.Widths.Ordering, context.Shape);
        if (together == 0)
            return [.. Steps(0, _row!, context.Shape.Rows)];
        var whole = _row!.Extent / together * together;
        var rest = _row.Extent - whole;
        var code = new List<Code>();
        if (whole > 0)
            code.AddRange(Steps(0, _row with { Extent = whole }, together));
        if (rest > 0)
            code.AddRange(Steps(whole, _row with { Extent = rest }, ReduceTiles.IsSingly(rest, together) ? context.Shape.Rows : rest));
        return code;

        IEnumerable<Code> Steps(int start, Index rows, int step) => LoweringContext.Steps(
            rows, step, ReduceTiles.PartOf(step, group, context.Widths, context.Shape),
            (value, count, order) => [.. Body([.. Enumerable.Range(0, count).Select(row => place.With(_row!, value + (start + row)))], order).All]);
    }

    private bool StartsFirst => context.Placement.IsExact && !_isMaximum;

    /// <param name="order">Rows that the order of their sums depends on.</param>
    private SplitSum Body(Scope[] rows, int order)
    {
        var chains = ReduceTiles.Chains(group, context.Widths, context.Shape, order);
        var before = new List<Code>();
        var sums = new string[rows.Length, chains, ReduceTiles.Parts(group, context.Widths)];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var chain = 0; chain < chains; chain++)
            {
                for (var part = 0; part < sums.GetLength(2); part++)
                {
                    sums[row, chain, part] = context.Names.Next(group.First.Name);
                    var first = _isMaximum ? double.NegativeInfinity : StartsFirst ? context.Start(group, rows[row].Scalar()) : Expr.Zero;
                    before.Add(new Declare(sums[row, chain, part], first, _width));
                }
            }
        }

        return new(
            before,
            [.. group.Sums.SelectMany(statement => Reduce(statement, rows, sums))],
            Finish(rows, sums));
    }

    private List<Code> Finish(Scope[] rows, string[,,] sums)
    {
        if (_together > 0 && !ReduceTiles.IsSingly(rows.Length, _together))
            return [.. KeepTogether(rows, sums)];

        var code = new List<Code>();

        for (var row = 0; row < rows.Length; row++)
        {
            var scalar = rows[row].Scalar();
            var total = Total(sums, row);
            if (_width > 1)
                total = new Helper(_isMaximum ? "ReduceMax" : "ReduceSum", [total], _width);
            var start = StartsFirst ? Expr.Zero : context.Start(group, scalar);
            if (start is not Number { Value: 0 })
                total = new InOrder(start, total);
            if (group.Kept.Length == 0)
            {
                var name = context.Variable(group.First.Name, total, 1, code);
                context.Registers.Hold(group.First, 0, 1, name);
                total = new Local(name);
            }

            if (context.IsStored(group, group.First))
                code.Add(new Store(scalar.AddressOf(group.First), total, 1));
        }

        return code;
    }

    private IEnumerable<Code> KeepTogether(Scope[] rows, string[,,] sums)
    {
        var lanes = rows[0] with { Lane = _row, Width = _together };
        var bits = _together == _width ? string.Empty : (context.Widths.Bits * _together).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Expr total = new Helper("ReduceSums" + bits, [.. Enumerable.Range(0, rows.Length).Select(row => Total(sums, row))], _width);
        var start = context.Start(group, lanes);
        var name = context.Names.Next(group.First.Name);
        yield return new Declare(name, start is Number { Value: 0 } ? total : new InOrder(start, total), _together);
        if (ReduceTiles.IsOneVector(group, context.Widths, context.Shape))
            context.Registers.Hold(group.First, 0, _together, name);
        if (context.IsStored(group, group.First))
            yield return new Store(lanes.AddressOf(group.First), new Local(name), _together, lanes.Inside(lanes.AddressOf(group.First)));
    }

    /// <summary>A row's chains, added up; then their parts by halves, as the lanes of one vector are.</summary>
    private Expr Total(string[,,] sums, int row)
    {
        var parts = Enumerable.Range(0, sums.GetLength(2)).Select(part =>
            Enumerable.Range(0, sums.GetLength(1)).Select(chain => (Expr)new Local(sums[row, chain, part])).Aggregate(Combine)).ToList();
        return Accumulation.ByHalves(parts, _wide / _width, Combine);
    }

    private IEnumerable<Code> Reduce(Statement statement, Scope[] rows, string[,,] sums)
    {
        var (chains, parts) = (sums.GetLength(1), sums.GetLength(2));
        var whole = _lane with { Extent = ReduceTiles.Blocks(group, context.Widths) * _wide };
        var inside = _lane.Extent - whole.Extent;
        var steps = ReduceTiles.Steps(rows.Length * parts, chains, ReduceTiles.Blocks(group, context.Widths), context.Shape) * _wide;
        var others = group.Reduced(statement).Where(index => index != _lane);
        return LoweringContext.Nest(others, rows[0], place =>
        {
            var scopes = rows.Select(row => others.Aggregate(row, (scope, index) => scope.With(index, place[index]))).ToArray();
            var code = new List<Code>();
            if (whole.Extent > 0)
            {
                code.AddRange(LoweringContext.Steps(whole, steps, (value, lanes) => [.. Enumerable.Range(0, lanes / _width).SelectMany(vector =>
                    Step(statement, scopes, value + (vector * _width), row => sums[row, vector * _width / _wide % chains, vector % parts]))]));
            }

            for (var part = 0; part * _width < inside; part++)
            {
                var offset = whole.Extent + (part * _width);
                code.AddRange(Tail(statement, scopes, offset, Math.Min(_width, _lane.Extent - offset), row => sums[row, 0, part]));
            }

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
    private IEnumerable<Code> Tail(Statement statement, Scope[] rows, int offset, int inside, Func<int, string> sum)
    {
        var scopes = Share(statement, rows, offset, out var shared);
        foreach (var code in shared)
            yield return code;
        for (var row = 0; row < rows.Length; row++)
        {
            var value = scopes[row].Lower(statement.Expression);
            if (inside < _width)
                value = new Helper(_isMaximum ? "FirstLanesOrLowest" : "FirstLanes", [value], _width, inside);
            yield return new Assign(sum(row), Combine(new Local(sum(row)), value), _width);
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
            var name = context.Variable(read.Tensor.Name, scopes[0].Lower(read), _width, code);
            scopes = [.. scopes.Select(scope => scope.With(read, name))];
        }

        return scopes;
    }

    private Expr Combine(Expr left, Expr right) => _isMaximum ? new Helper("Max", [left, right], _width) : new InOrder(left, right);
}
