using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Targets that keep the lanes' index: rows × blocks of accumulators in registers, a scalar broadcast against a vector
/// in each multiply-add, elementwise statements applied before the store. Serves z = W x, ∂C/∂W = δ xᵀ and elementwise code.
/// </summary>
internal sealed class MapForm(Group group, LoweringContext context)
{
    // Each takes half a dozen of the 1,024 variables that the JIT keeps track of: beyond, all of them live on the stack. The
    // weight decay of all layers stands in one method.
    private const int MostElementwise = 64;

    private readonly Index _lane = group.Lane!;
    private readonly int _width = context.Widths.Of(group.Lane!);
    private readonly Index? _row = group.Row;

    public IEnumerable<Code> Lower()
    {
        var blocks = context.Widths.Padded(_lane) / _width;
        var (rows, tile) = Tile(group, context.Widths, context.Shape, blocks);

        // A partial last vector is masked, which needs its place to be known: it stays out of the loop.
        var padded = blocks * _width > _lane.Extent;
        var looped = (padded ? blocks - 1 : blocks) / tile * tile;
        if (blocks <= tile)
            looped = 0;
        var whole = looped == 0
            ? []
            : LoweringContext.Steps(_lane with { Extent = looped * _width }, tile * _width, (offset, lanes) => [.. Tile(offset, lanes / _width, rows)]);
        return looped == blocks ? whole : whole.Concat(Tile(looped * _width, blocks - looped, rows));
    }

    /// <summary>Whether the vectors along the lanes' axis have names of their own, in no loop.</summary>
    public static bool IsUnrolled(Group group, LaneWidths widths, TileShape shape)
    {
        var blocks = widths.Padded(group.Lane!) / widths.Of(group.Lane!);
        return blocks <= Tile(group, widths, shape, blocks).Blocks;
    }

    /// <summary>Vectors that the text of the group computes, and terms of their sums, those of a loop once.</summary>
    public static (int Results, int Terms) Elements(Group group, LaneWidths widths, TileShape shape)
    {
        var (rows, blocks) = Tile(group, widths, shape, widths.Padded(group.Lane!) / widths.Of(group.Lane!));
        return (rows * blocks, Math.Max(rows * blocks, shape.Steps));
    }

    /// <summary>Elements of the strip of transposed weights that a tile of the group reads.</summary>
    public static int StripLength(Group group, LaneWidths widths, TileShape shape) =>
        widths.Padded(Depth(group)) * StripStride(group, widths, shape);

    private static int StripStride(Group group, LaneWidths widths, TileShape shape)
    {
        var width = widths.Of(group.Lane!);
        return Tile(group, widths, shape, widths.Padded(group.Lane!) / width).Blocks * width;
    }

    /// <summary>The index of the weights that is summed over.</summary>
    private static Index Depth(Group group) => group.Packed!.Axes.Single(axis => axis != group.Lane);

    /// <summary>How many rows, and how many vectors of each, are computed together.</summary>
    private static (int Rows, int Blocks) Tile(Group group, LaneWidths widths, TileShape shape, int blocks)
    {
        var most = group.Reduces ? shape.Accumulators : Math.Min(shape.Accumulators, CodeSize.MostTogether(group.Statements, widths));
        if (group.Row is null)
            return (1, Math.Min(blocks, most));
        if (group.Reduces)
        {
            // Sixteen sums: 4 x 4, or 8 rows where a row has fewer vectors.
            var wide = Math.Min(blocks, Math.Max(1, 2 * shape.Accumulators / shape.Rows));
            return (Math.Max(shape.Rows, Math.Min(2 * shape.Rows, 2 * shape.Accumulators / wide)), wide);
        }

        // What rows share stays in registers while memory is walked along; a batch's elementwise code shares nothing.
        var tile = Math.Min(blocks, most);
        var steps = group.Statements.Any(statement => statement.Reads.Any(read => read.Tensor.Role == TensorRole.Parameter)) ? TileShape.Auto.Steps : MostElementwise;
        return (group.Row.IsBatch ? 1 : Math.Max(1, Math.Min(shape.Steps, steps) / tile), tile);
    }

    private List<Code> Tile(Affine offset, int blocks, int rows)
    {
        var scopes = Enumerable.Range(0, blocks).Select(block => context.NewScope(group).With(_lane, offset + (block * _width))).ToArray();
        var code = new List<Code>();
        if (_row is not null)
            Hoist(scopes, code);
        if (group.Packed is not null)
            Pack(group.Packed, offset, scopes, code);
        if (_row is null)
        {
            code.AddRange(Body([scopes]));
            return code;
        }

        var outer = group.Kept.Take(group.Kept.Count - 1).ToList();
        code.AddRange(LoweringContext.Nest(outer, scopes[0], place => LoweringContext.Steps(_row, rows, (value, count) =>
            Rows([.. Enumerable.Range(0, count).Select(row => scopes
                .Select(scope => outer.Aggregate(scope, (inner, index) => inner.With(index, place[index])).With(_row, value + row)).ToArray())]))));
        return code;
    }

    /// <summary>
    /// Rows together, of elementwise code no more than fit the registers; or one by one where a row has nothing to add if its
    /// input is 0.
    /// </summary>
    private List<Code> Rows(Scope[][] scopes)
    {
        if (group.Statements.Count == 1 && group.First.IsAccumulated && ZeroFactor(group.Statements[0], _row!) is { } input)
            return [.. scopes.Select(row => new IfNotZero(row[0].Scalar().Lower(input), Body([row])))];
        var together = group.Reduces ? scopes.Length : Math.Max(1, TileShape.Auto.Steps / scopes[0].Length);
        return [.. Enumerable.Range(0, (scopes.Length + together - 1) / together).SelectMany(part => Body([.. scopes.Skip(part * together).Take(together)]))];
    }

    /// <summary>The input, along an index, that multiplies all that a statement adds; null if there is none, or if nothing is skipped.</summary>
    private Read? ZeroFactor(Statement statement, Index index) =>
        context.SkipsZeroInputs && statement.Assignment == Assignment.Add && statement.Expression is Product product
            ? product.Factors.Where(factor => factor.Exponent > 0).Select(factor => factor.Base).OfType<Read>()
                .FirstOrDefault(read => read.Tensor.Role == TensorRole.Input && read.Subscripts.Count == 1 && read.Subscripts[0] == index)
            : null;

    /// <summary>Transposes the strip of weights that the tile reads.</summary>
    private void Pack(Tensor weights, Affine offset, Scope[] scopes, List<Code> code)
    {
        var strip = group.IsForward ? context.Placement.Strips.Forward : context.Placement.Strips.Backward;
        var stride = StripStride(group, context.Widths, context.Shape);
        var depth = Depth(group);
        var layout = context.Placement[weights];
        var strides = weights.Axes.Zip(layout.Strides, (axis, step) => (axis, step));
        var source = new Address(layout.Memory, layout.At(weights.Axes.Select(axis => axis == _lane ? offset : 0)));
        var lanes = scopes.Length * _width;
        var rows = offset.Terms.Count == 0 ? Math.Min(lanes, _lane.Extent - offset.Constant) : lanes;
        code.Add(new Transpose(
            source, rows, depth.Extent, strides.Single(entry => entry.axis == _lane).step, new Address(Memory.Workspace, strip), stride));
        for (var block = 0; block < scopes.Length; block++)
            scopes[block] = scopes[block].WithStrip(weights, strip + (block * _width), stride);
    }

    /// <summary>Reads that no row changes are loaded once before the rows: the JIT may not move them past a store.</summary>
    private void Hoist(Scope[] scopes, List<Code> code)
    {
        var constant = group.Statements.SelectMany(statement => statement.Reads)
            .Where(read => read.Subscripts.Count == 1 && read.Subscripts[0] == _lane && group.Statements.All(statement => statement.Target != read.Tensor))
            .Distinct().Cast<Read>();
        foreach (var read in constant)
        {
            for (var block = 0; block < scopes.Length; block++)
            {
                var name = context.Names.Next(read.Tensor.Name);
                code.Add(new Declare(name, scopes[block].Lower(read), _width));
                scopes[block] = scopes[block].With(read.Tensor, name);
            }
        }
    }

    private List<Code> Body(Scope[][] scopes)
    {
        var code = new List<Code>();
        var locals = scopes.Select(row => row.Select(_ => string.Empty).ToArray()).ToArray();
        var reduced = group.Statements.Where(statement => statement.Target == group.First && statement.Reduced.Any()).ToList();
        var chains = Chains(reduced, scopes.Length * scopes[0].Length);
        var sums = new string[scopes.Length, scopes[0].Length, chains];

        ForEach((row, block) =>
        {
            var name = context.Names.Next(group.First.Name);
            locals[row][block] = name;
            code.Add(new Declare(name, context.Start(group, scopes[row][block]), _width));
            sums[row, block, 0] = name;
            for (var chain = 1; chain < chains; chain++)
            {
                sums[row, block, chain] = context.Names.Next(group.First.Name);
                code.Add(new Declare(sums[row, block, chain], Expr.Zero, _width));
            }
        });

        foreach (var statement in reduced)
            code.AddRange(Reduce(statement, scopes, sums, chains));

        ForEach((row, block) =>
        {
            for (var stride = 1; stride < chains; stride *= 2)
            {
                for (var chain = 0; chain + stride < chains; chain += 2 * stride)
                {
                    code.Add(new Assign(
                        sums[row, block, chain],
                        new InOrder(new Local(sums[row, block, chain]), new Local(sums[row, block, chain + stride])),
                        _width));
                }
            }
        });

        ForEach((row, block) =>
        {
            var scope = scopes[row][block].With(group.First, locals[row][block]);
            if (Padless(group.First, new Local(locals[row][block]), scope) is Helper masked)
                code.Add(new Assign(locals[row][block], masked, _width));
            Hold(group.First, scope, locals[row][block]);
            if (context.IsStored(group, group.First))
                code.Add(Keep(group.First, scope));
            foreach (var statement in group.Statements.Where(statement => statement.Target != group.First))
            {
                if (statement.Expression is Read { } copy && scope.LocalOf(copy.Tensor) is { } same)
                {
                    scope = scope.With(statement.Target, same);
                }
                else
                {
                    var name = context.Names.Next(statement.Target.Name);
                    code.Add(new Declare(name, Padless(statement.Target, scope.Lower(statement.Expression), scope), _width));
                    scope = scope.With(statement.Target, name);
                }

                Hold(statement.Target, scope, scope.LocalOf(statement.Target)!);

                if (context.IsStored(group, statement.Target))
                    code.Add(Keep(statement.Target, scope));
            }
        });

        return code;

        void ForEach(Action<int, int> action)
        {
            for (var row = 0; row < scopes.Length; row++)
            {
                for (var block = 0; block < scopes[row].Length; block++)
                    action(row, block);
            }
        }
    }

    /// <summary>Sums that are too few to hide the latency of a multiply-add are split in independent chains.</summary>
    private int Chains(List<Statement> reduced, int accumulators)
    {
        if (reduced.Count == 0 || reduced.Any(statement => statement.Reduced.Last().IsBatch))
            return 1;
        var chains = 1;
        while (chains * 2 <= context.Shape.Chains && chains * 2 * accumulators <= context.Shape.Accumulators
            && reduced.All(statement => statement.Reduced.Last().Extent >= chains * 4))
        {
            chains *= 2;
        }

        return chains;
    }

    private IEnumerable<Code> Reduce(Statement statement, Scope[][] scopes, string[,,] sums, int chains)
    {
        var factors = Accumulation.Factors(statement.Expression, scopes[0][0]);
        var indices = statement.Reduced.ToList();
        var inner = indices[indices.Count - 1];
        var input = ZeroFactor(statement, inner);
        var tile = scopes.Length * scopes[0].Length;
        var steps = inner.IsBatch ? 1 : Math.Max(chains, (_row is null ? context.Shape.Steps : Math.Min(context.Shape.Steps, TileShape.Auto.Steps)) / tile / chains * chains);
        return LoweringContext.Nest(indices.Take(indices.Count - 1), scopes[0][0], place => LoweringContext.Steps(inner, steps, (value, count) =>
        {
            var code = new List<Code>();
            for (var step = 0; step < count; step++)
            {
                var at = scopes.Select(row => row.Select(scope => indices.Take(indices.Count - 1)
                    .Aggregate(scope, (outer, index) => outer.With(index, place[index])).With(inner, value + step)).ToArray()).ToArray();
                var multiplyAdd = MultiplyAdd(statement, factors, at, (row, block) => sums[row, block, step % chains]);
                if (input is null)
                    code.AddRange(multiplyAdd);
                else
                    code.Add(new IfNotZero(at[0][0].Scalar().Lower(input), [.. multiplyAdd]));
            }

            return code;
        }));
    }

    /// <summary>One step of the sums: what rows share and what blocks share is read once.</summary>
    private IEnumerable<Code> MultiplyAdd(Statement statement, (Expr Left, Expr Right)? product, Scope[][] scopes, Func<int, int, string> sum)
    {
        var rows = scopes.Length;
        var blocks = scopes[0].Length;
        if (product is not { } factors)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var block = 0; block < blocks; block++)
                {
                    var name = sum(row, block);
                    yield return new Assign(name, Accumulation.Add(new Local(name), statement.Expression, scopes[row][block]), _width);
                }
            }

            yield break;
        }

        var shared = new Expr[rows];
        for (var row = 0; row < rows; row++)
        {
            shared[row] = Accumulation.Evaluate(factors.Left, scopes[row][0]);
            if (blocks > 1)
            {
                var name = context.Names.Next(NameOf(factors.Left));
                yield return new Declare(name, shared[row], _width);
                shared[row] = new Local(name);
            }
        }

        for (var block = 0; block < blocks; block++)
        {
            var lanes = scopes[0][block].Lower(factors.Right);
            var rowsShare = rows > 1 && !factors.Right.Leaves.OfType<Read>().Any(read => read.Subscripts.Contains(_row!));
            if (rowsShare)
            {
                var name = context.Names.Next(NameOf(factors.Right));
                yield return new Declare(name, lanes, _width);
                lanes = new Local(name);
            }

            for (var row = 0; row < rows; row++)
            {
                var name = sum(row, block);
                var right = rowsShare ? lanes : scopes[row][block].Lower(factors.Right);
                yield return new Assign(name, Product(shared[row], right, name), _width);
            }
        }
    }

    private Expr Product(Expr left, Expr right, string sum) => _width > 1 && !context.Placement.IsExact
        ? new Helper("MultiplyAdd", [left, right, new Local(sum)], _width)
        : new InOrder(new Local(sum), Calculus.Product.InOrder(left, right));

    /// <summary>δ is 0 in the pads, so that nothing written there reaches a gradient.</summary>
    private Expr Padless(Tensor tensor, Expr value, Scope scope) =>
        scope.Pads > 0 && tensor.Role is (TensorRole.Delta or TensorRole.Adjoint)
            ? new Helper("FirstLanes", [value], _width, _width - scope.Pads)
            : value;

    private void Hold(Tensor tensor, Scope scope, string name)
    {
        if (_row is null && scope[_lane].Terms.Count == 0)
            context.Registers.Hold(tensor, scope[_lane].Constant, _width, name);
    }

    private Store Keep(Tensor tensor, Scope scope)
    {
        var address = scope.AddressOf(tensor);
        return new Store(address, new Local(scope.LocalOf(tensor)!), _width, scope.Inside(address));
    }

    private static string NameOf(Expr expression) =>
        expression.Leaves.OfType<Read>().Select(read => read.Tensor.Name).FirstOrDefault() ?? "t";
}
