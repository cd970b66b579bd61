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
    // Of narrower vectors, sixteen registers hold what rows share and so many results.
    private const int ResultsTogether = 4;

    private readonly Index _lane = group.Lane!;
    private readonly int _width = context.Widths.Of(group.Lane!);
    private readonly Index? _row = group.Row;

    private readonly (int Rows, int Blocks) _tile = MapTiles.Of(group, context.Widths, context.Shape);
    private readonly Run[] _runs = Split(group, context);

    /// <summary>Vectors of the lanes, the first of them in a loop, whose sums are ordered as in a tile of the widest.</summary>
    private sealed record Run(int Start, int Blocks, int Looped, (int Rows, int Blocks) Wide);

    public IEnumerable<Code> Lower() => _runs.SelectMany(Lower);

    /// <summary>How long vectors are must not show in the order of a sum, which the tiles of the widest ones decide.</summary>
    private static Run[] Split(Group group, LoweringContext context)
    {
        var (lane, width) = (group.Lane!, context.Widths.Of(group.Lane!));
        var tile = MapTiles.Of(group, context.Widths, context.Shape);
        var ordering = context.Widths.Ordering;
        var wide = MapTiles.Of(group, ordering, context.Shape);
        var blocks = ordering.Vectors(lane);
        var looped = MapTiles.Looped(blocks, wide.Blocks, blocks * ordering.Of(lane) > lane.Extent);
        var rest = looped * ordering.Of(lane);
        return [Between(0, rest, wide), Between(rest, lane.Extent, wide with { Blocks = blocks - looped })];

        Run Between(int start, int end, (int Rows, int Blocks) order)
        {
            var own = (end - start + width - 1) / width;
            return new(start, own, MapTiles.Looped(own, tile.Blocks, own * width > end - start), order);
        }
    }

    private IEnumerable<Code> Lower(Run run)
    {
        if (run.Looped > 0)
        {
            var whole = _lane with { Extent = run.Looped * _width };
            foreach (var code in LoweringContext.Steps(whole, _tile.Blocks * _width, (offset, lanes) => Tile(offset + run.Start, lanes / _width, run.Wide)))
                yield return code;
        }

        if (run.Looped == run.Blocks)
            yield break;
        foreach (var code in Tile(run.Start + (run.Looped * _width), run.Blocks - run.Looped, run.Wide))
            yield return code;
    }

    /// <summary>How often the sums of a tile are written: for whole tiles, and for the rest. Narrower vectors take more calls beside them.</summary>
    private int Texts => MapTiles.Texts(_runs.Sum(run => (run.Looped > 0 ? 1 : 0) + (run.Blocks > run.Looped ? 1 : 0)), group, context.Widths);

    private List<Code> Tile(Affine offset, int blocks, (int Rows, int Blocks) wide)
    {
        var scopes = Enumerable.Range(0, blocks).Select(block => context.NewScope(group).With(_lane, offset + (block * _width))).ToArray();
        var code = new List<Code>();
        if (_row is not null)
            Hoist(scopes, code);
        if (group.Packed is not null)
            Pack(group.Packed, offset, scopes, code);
        if (_row is null)
        {
            code.AddRange(Body([scopes], wide.Blocks));
            return code;
        }

        var outer = group.Kept.Take(group.Kept.Length - 1).ToList();
        code.AddRange(LoweringContext.Nest(outer, scopes[0], place => LoweringContext.Steps(_row, group.Reduces ? wide.Rows : _tile.Rows, _tile.Rows, (value, count, together) =>
            Rows([.. Enumerable.Range(0, count).Select(row => scopes
                .Select(scope => outer.Aggregate(scope, (inner, index) => inner.With(index, place[index])).With(_row, value + row)).ToArray())], together * wide.Blocks))));
        return code;
    }

    /// <summary>
    /// Rows together, of elementwise code no more than fit the registers; or one by one where a row has nothing to add if its
    /// input is 0.
    /// </summary>
    private List<Code> Rows(Scope[][] scopes, int accumulators)
    {
        if (group.Statements.Count == 1 && group.First.IsAccumulated && ZeroFactor(group.Statements[0], _row!) is { } input)
            return [.. scopes.Select(row => new IfNotZero(row[0].Scalar().Lower(input), Body([row], accumulators)))];
        if (group.Reduces)
            return Body(scopes, accumulators);
        var blocks = MapTiles.IsWidest(group, context.Widths) ? scopes[0].Length : Math.Min(scopes[0].Length, ResultsTogether);
        var rows = Math.Max(1, (MapTiles.IsWidest(group, context.Widths) ? TileShape.Auto.Steps : ResultsTogether) / blocks);
        return
        [
            .. from row in Enumerable.Range(0, (scopes.Length + rows - 1) / rows)
               from block in Enumerable.Range(0, (scopes[0].Length + blocks - 1) / blocks)
               from code in Body([.. scopes.Skip(row * rows).Take(rows).Select(part => part.Skip(block * blocks).Take(blocks).ToArray())], accumulators)
               select code,
        ];
    }

    /// <summary>The input, along an index, that multiplies all that a statement adds; null if there is none, or if nothing is skipped.</summary>
    private Read? ZeroFactor(Statement statement, Index index) =>
        context.SkipsZeroInputs && statement.Assignment == Assignment.Add && statement.Expression is Product product
            ? product.Factors.Where(factor => factor.Exponent > 0).Select(factor => factor.Base).OfType<Read>()
                .FirstOrDefault(read => read.Tensor.Role == TensorRole.Input && read.Subscripts.Count == 1 && read.Subscripts[0] == index)
            : null;

    /// <summary>Transposes the strip of weights that the tile reads.</summary>
    private void Pack(PackedWeights packed, Affine offset, Scope[] scopes, List<Code> code)
    {
        var strip = group.IsForward ? context.Placement.Strips.Forward : context.Placement.Strips.Backward;
        var stride = MapTiles.StripStride(group, context.Widths, context.Shape);
        var layout = context.Placement[packed.Element.Tensor];
        var step = layout.Strides[packed.LaneAxis];
        var source = new Address(layout.Memory, (offset * step) + layout.Offset);
        var lanes = scopes.Length * _width;
        var rows = offset.Terms.Length == 0 ? Math.Min(lanes, _lane.Extent - offset.Constant) : lanes;
        code.Add(new Transpose(source, rows, packed.Depth.Extent, step, new Address(Memory.Workspace, strip), stride));
        for (var block = 0; block < scopes.Length; block++)
            scopes[block] = scopes[block].WithStrip(packed.Element, strip + (block * _width), stride);
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
                var name = context.Variable(read.Tensor.Name, scopes[block].Lower(read), _width, code);
                scopes[block] = scopes[block].With(read, name);
            }
        }
    }

    /// <param name="accumulators">Sums of the widest vectors in a tile, which the order of each sum follows.</param>
    private List<Code> Body(Scope[][] scopes, int accumulators)
    {
        var code = new List<Code>();
        var elementwise = group.Statements.Where(statement => statement.Target != group.First).ToList();
        var locals = scopes.Select(row => row.Select(_ => string.Empty).ToArray()).ToArray();
        var chains = MapTiles.Chains(group, context.Shape, accumulators);
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

        foreach (var statement in group.Sums)
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
            foreach (var statement in elementwise)
            {
                if (statement.Expression is Read { } copy && scope.LocalOf(copy) is { } same)
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

    private IEnumerable<Code> Reduce(Statement statement, Scope[][] scopes, string[,,] sums, int chains)
    {
        var factors = Accumulation.Factors(statement.Expression, scopes[0][0]);
        var inner = statement.Reduced[statement.Reduced.Length - 1];
        var outer = statement.Reduced.Take(statement.Reduced.Length - 1).ToList();
        var input = ZeroFactor(statement, inner);
        var tile = scopes.Length * scopes[0].Length;
        var length = inner.IsBatch ? 1
            : _row is null ? MapTiles.Steps(inner, tile, Texts, context.Shape, chains)
            : Math.Max(chains, Math.Min(context.Shape.Steps, TileShape.Auto.Steps) / tile / chains * chains);
        return LoweringContext.Nest(outer, scopes[0][0], place => LoweringContext.Steps(inner, length, (value, count) =>
        {
            var code = new List<Code>();
            var steps = Enumerable.Range(0, count).Select(step => Array.ConvertAll(scopes, row => Array.ConvertAll(row, scope => outer
                .Aggregate(scope with { Summed = inner }, (nest, index) => nest.With(index, place[index])).With(inner, value + step)))).ToList();
            var spread = new SpreadInputs(_width, context);
            var spreads = _row is null && input is null && !MapTiles.IsWidest(group, context.Widths);
            for (var step = 0; step < count; step++)
            {
                var at = steps[step];
                if (spreads && factors is { } product)
                    spread.Load(steps.Skip(step).Select(later => Accumulation.Evaluate(product.Left, later[0][0])), NameOf(product.Left), code);
                var multiplyAdd = MultiplyAdd(statement, factors, at, spread, (row, block) => sums[row, block, step % chains]);
                if (input is null)
                    code.AddRange(multiplyAdd);
                else
                    code.Add(new IfNotZero(at[0][0].Scalar().Lower(input), [.. multiplyAdd]));
            }

            return code;
        }));
    }

    /// <summary>One step of the sums: what rows share and what blocks share is read once.</summary>
    private List<Code> MultiplyAdd(Statement statement, (Expr Left, Expr Right)? product, Scope[][] scopes, SpreadInputs spread, Func<int, int, string> sum)
    {
        var code = new List<Code>();
        var rows = scopes.Length;
        var blocks = scopes[0].Length;

        // Where both factors differ from lane to lane, as in the gradient of one parameter for each unit, blocks share neither.
        if (product is not { } factors || (blocks > 1 && scopes[0][0].IsLaneValue(factors.Left)))
        {
            for (var row = 0; row < rows; row++)
            {
                for (var block = 0; block < blocks; block++)
                {
                    var name = sum(row, block);
                    code.Add(new Assign(name, Accumulation.Add(new Local(name), statement.Expression, scopes[row][block]), _width));
                }
            }

            return code;
        }

        var shared = new Expr[rows];
        for (var row = 0; row < rows; row++)
        {
            shared[row] = spread.Find(Accumulation.Evaluate(factors.Left, scopes[row][0]));
            if (blocks > 1)
                shared[row] = new Local(context.Variable(NameOf(factors.Left), shared[row], _width, code));
        }

        var rowsShare = rows > 1 && !factors.Right.Leaves.OfType<Read>().Any(read => read.Subscripts.Contains(_row!));
        for (var block = 0; block < blocks; block++)
        {
            var lanes = scopes[0][block].Lower(factors.Right);
            if (rowsShare)
                lanes = new Local(context.Variable(NameOf(factors.Right), lanes, _width, code));

            for (var row = 0; row < rows; row++)
            {
                var name = sum(row, block);
                var right = rowsShare ? lanes : scopes[row][block].Lower(factors.Right);
                code.Add(new Assign(name, Product(shared[row], right, name), _width));
            }
        }

        return code;
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
        if (_row is null && scope[_lane].Terms.Length == 0)
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
