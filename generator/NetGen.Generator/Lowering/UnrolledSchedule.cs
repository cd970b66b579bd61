using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Lowers a program to straight-line code: every element is a local variable of its own. The program is one sample's, and
/// the variables are scalars; or a batch's, and each lane of a variable is of one sample, so that the text stays the same.
/// </summary>
/// <param name="lanes">Samples at a time: 1, or the lanes of the widest vectors.</param>
/// <param name="width">Lanes of the machine's vectors, several of which then stand for one.</param>
/// <param name="hasVectors">Whether the elements of a layer may go through an elementary function together.</param>
/// <param name="frozen">The parameters, if they are known: they become constants, and what is multiplied by 0 is left out.</param>
internal sealed class UnrolledSchedule(
    TensorProgram program, Placement placement, int lanes, int width, bool hasVectors, FrozenParameters? frozen = null)
{
    // Longer sums are continued on lines of their own.
    private const int TermsPerLine = 4;

    // Values that go through an elementary function together: more would wait for each other.
    private const int PackedValues = 4;

    private readonly List<Statement> _statements = [.. program.Statements.OrderBy(statement => statement.Target.IsWrittenLast)];
    private List<Code> _code = [];

    // Elements that frozen parameters alone decide, by name.
    private readonly Dictionary<string, double> _known = new(StringComparer.Ordinal);

    // What follows from the parameters alone, and the sums over the samples.
    private readonly List<Code> _before = [];

    // The rows or columns of a Jacobian: one after the other, so that the text does not grow with their number.
    private readonly Index? _looped = program.Tensors.SelectMany(tensor => tensor.Axes).FirstOrDefault(axis => axis.IsOfJacobian);
    private readonly List<Code> _inLoop = [];

    // What is about no sample, such as the weight decay.
    private readonly List<Code> _after = [];

    // What each is called, and its place among them where they lie in memory.
    private readonly List<(string Name, int Place)> _sums = [];

    public IReadOnlyList<Code> Build(Func<Tensor, bool> wanted)
    {
        LoadInputs();
        for (var index = 0; index < _statements.Count;)
        {
            // A sum is written where it starts: the bias and the products, in one expression.
            var first = _statements[index];
            var together = _statements.Skip(index)
                .TakeWhile(statement => statement.Target == first.Target && IsOfSample(statement) == IsOfSample(first)).ToList();
            var isContinued = _statements.Take(index).Any(statement => statement.Target == first.Target);
            var code = IsInLoop(first) ? _inLoop : IsOfSample(first) ? _code : first.Target.IsAccumulated ? _after : _before;
            code.Add(new Remark(Equations.Describe(together, program)));
            if (IsSumOfSamples(first))
                together.ForEach(SumSamples);
            else
                Elements(first.Target, together, isContinued, code);
            index += together.Count;
        }

        if (_looped is not null)
            _code.AddRange([new Remark("The Jacobian."), new Loop(_looped.Name, 0, _looped.Extent, 1, _inLoop)]);
        if (frozen is not null)
            _code = UnusedCode.Remove(_code);
        var result = _statements.FirstOrDefault(statement =>
            statement.Target.Role is TensorRole.Loss or TensorRole.Penalty && wanted(statement.Target));
        if (lanes == 1)
            return result is null ? _code : [.. _code, new Return(Local(result.Target, []))];

        var samples = new Loop(Index.Batch.Name, 0, null, lanes, _code);
        if (width == lanes)
            return [.. _before, samples, .. AddSums(), .. _after, .. result is null ? Enumerable.Empty<Code>() : [new Return(new Helper("ReduceSum", [Local(result.Target, [])], width))]];

        // Several vectors stand for one: their sums wait for each other in memory.
        var stored = _sums.Select(sum => new Store(SumAddress(sum.Place, Affine.Variable(Lane)), new Local(sum.Name), width));
        return
        [
            new Loop(Lane, 0, lanes, width, [.. _before, samples, .. stored]),
            .. AddSums(),
            .. _after,
            .. result is null ? Enumerable.Empty<Code>() : [new Return(LanesAt(placement.PackedLength))],
        ];
    }

    /// <summary>The first of a vector's lanes, where several vectors stand for one.</summary>
    private const string Lane = "l";

    /// <summary>Elements of the sums that lie in memory.</summary>
    public int StackLength => width == lanes || _sums.Count == 0 ? 0 : (_sums.Max(sum => sum.Place) + 1) * lanes;

    private Affine Sample => width == lanes ? Affine.Variable(Index.Batch.Name) : Affine.Variable(Index.Batch.Name) + Affine.Variable(Lane);

    /// <summary>Inputs, and what else lanes gather, are read into variables once, so that the equations speak of x.</summary>
    private void LoadInputs()
    {
        foreach (var input in program.Tensors.Where(IsGivenVariable))
        {
            foreach (var point in Points(input.Axes))
                _code.Add(new Declare(NameOf(input, Values(input.Axes, point)), Load(input, Values(input.Axes, point), width), width));
        }
    }

    private void Elements(Tensor target, List<Statement> statements, bool isContinued, List<Code> code)
    {
        var own = IsOfSample(statements[0]) ? width : 1;
        var points = Points(target.Axes).ToList();
        if (own == 1 && hasVectors && statements.Count == 1 && !statements[0].Reduces && (frozen is null || CodeSize.HasFunctions(statements[0].Expression)))
        {
            var variable = frozen is null ? points : Variable(statements[0], points, code);
            for (var first = 0; first < variable.Count; first += PackedValues)
                Together(statements[0], variable.Skip(first).Take(PackedValues).ToList(), code);
            return;
        }

        foreach (var point in points)
        {
            var terms = statements.SelectMany(statement => Points(statement.Reduced)
                .Select(inner => Lower(statement.Expression, point, inner, own))).ToList();
            Element(target, terms, Values(target.Axes, point), statements[0].Assignment == Assignment.Max, isContinued, own, code);
        }
    }

    /// <summary>Sets the elements that frozen parameters alone decide, and gives the places of the others.</summary>
    private List<IReadOnlyDictionary<Index, int>> Variable(Statement statement, List<IReadOnlyDictionary<Index, int>> points, List<Code> code)
    {
        var none = Points([]).Single();
        var known = points.ToLookup(point => Lower(statement.Expression, point, none, 1) is Number);
        foreach (var point in known[true])
            Element(statement.Target, [Lower(statement.Expression, point, none, 1)], Values(statement.Target.Axes, point), isMaximum: false, isContinued: false, 1, code);
        return [.. known[false]];
    }

    /// <summary>Elements whose elementary functions are computed together, as lanes of a vector.</summary>
    private void Together(Statement statement, List<IReadOnlyDictionary<Index, int>> points, List<Code> code)
    {
        var (target, none) = (statement.Target, Points([]).Single());
        var calls = 0;
        var expression = points.Count == 1 ? statement.Expression : statement.Expression.Transform(node => node is Call call ? Pack(call) : node);
        for (var lane = 0; lane < points.Count; lane++)
            Element(target, [At(expression, lane)], Values(target.Axes, points[lane]), isMaximum: false, isContinued: false, 1, code);

        Local Pack(Call call)
        {
            var name = NameOf(target, Values(target.Axes, points[0])) + "to" + Values(target.Axes, points[points.Count - 1]).LastOrDefault();
            var packed = new Local(calls++ == 0 ? name : $"{name}_{calls}");
            var arguments = call.Arguments.Select(argument => new Helper("Pack", [.. points.Select((_, lane) => At(argument, lane))], 1));
            code.Add(new Declare(packed.Text, new Helper(call.Function.Name, [.. arguments], 1) { Function = call.Function }, 1));
            return packed;
        }

        Expr At(Expr value, int lane) =>
            Lower(value.MapLeaves(leaf => leaf is Local packed ? new Helper("Lane", [packed], 1, lane) : leaf), points[lane], none, 1);
    }

    private void Element(Tensor target, List<Expr> terms, int[] subscripts, bool isMaximum, bool isContinued, int own, List<Code> code)
    {
        var name = NameOf(target, subscripts);
        if (frozen is not null && !isMaximum)
            terms = Fold(terms);
        if (IsInMemory(target))
        {
            var address = AddressOf(target, subscripts);
            var start = target.IsAccumulated ? terms.Prepend(new Load(address, 1)) : terms;
            code.Add(new Store(address, Total(start), own, Stride: StrideOf(target, own)));
            return;
        }

        if (frozen is not null && !isContinued && terms.Count == 1 && terms[0] is Number known)
        {
            _known.Add(name, known.Value);
            return;
        }

        if (isContinued)
            terms.Insert(0, new Local(name));
        else if (terms.Count > 1 && !isMaximum && ConstantTerms.IsZero(terms[0]))
            terms.RemoveAt(0);

        for (var first = 0; first < terms.Count;)
        {
            var isFirst = first == 0;
            var line = terms.Skip(first).Take(TermsPerLine).ToList();
            first += line.Count;
            if (!isFirst)
                line.Insert(0, new Local(name));
            code.Add(isFirst && !isContinued ? new Declare(name, Total(line), own) : new Assign(name, Total(line), own));
        }

        Expr Total(IEnumerable<Expr> values) => values.Aggregate((left, right) =>
            isMaximum ? new Helper("Max", [left, right], own) : new InOrder(left, right));
    }

    /// <summary>
    /// What constants make of a term: a number of what has no variable, but for exact arithmetic, where the network's own functions
    /// round it.
    /// </summary>
    private Expr Fold(Expr term) => placement.IsExact || term.Leaves.Any(leaf => leaf is not Number)
        ? ConstantTerms.Simplify(term)
        : term.Transform(node => node is Leaf ? node : node.WithChildren(node.Children));

    /// <summary>A sum without the terms that are 0, and with its numbers as one where rounding allows.</summary>
    private List<Expr> Fold(List<Expr> terms)
    {
        if (placement.IsExact)
            return terms.TrueForAll(ConstantTerms.IsZero) ? [Expr.Zero] : [.. terms.Where(term => !ConstantTerms.IsZero(term))];
        var number = terms.OfType<Number>().Sum(term => term.Value);
        List<Expr> rest = [.. terms.Where(term => term is not Number)];
        return number != 0 || rest.Count == 0 ? [number, .. rest] : rest;
    }

    /// <summary>A sum over the samples: each lane has its own, and they are added behind the loop.</summary>
    private void SumSamples(Statement statement)
    {
        foreach (var point in Points(statement.Target.Axes))
        {
            var subscripts = Values(statement.Target.Axes, point);
            var sum = Local(statement.Target, subscripts);
            if (!_sums.Any(known => known.Name == sum.Text))
            {
                // A gradient's where it goes, so that all of them are added in one call; the loss behind them.
                _sums.Add((sum.Text, statement.Target.IsAccumulated ? AddressOf(statement.Target, subscripts).Offset.Constant : placement.PackedLength));
                _before.Add(new Declare(sum.Text, Expr.Zero, width));
            }

            foreach (var inner in Points(statement.Reduced))
                _code.Add(new Assign(sum.Text, new InOrder(sum, Lower(statement.Expression, point, inner, width)), width));
        }
    }

    /// <summary>Adds what the lanes have added up to the gradients, those next to each other together.</summary>
    private IEnumerable<Code> AddSums()
    {
        var sums = _sums.Where(sum => sum.Place < placement.PackedLength).OrderBy(sum => sum.Place).ToList();
        if (sums.Count > 0)
            yield return new Remark("What the lanes have added up.");
        for (var first = 0; first < sums.Count;)
        {
            var count = 1;
            while (first + count < sums.Count && sums[first + count].Place == sums[first].Place + count)
                count++;
            if (width != lanes)
            {
                yield return new AddLanes(SumAddress(sums[first].Place, 0), new Address(Memory.Gradients, sums[first].Place), count);
                first += count;
                continue;
            }

            // As many as a vector has lanes share their additions.
            var together = lanes;
            while (together > count)
                together = together * 4 > lanes ? together / 2 : 1;
            var target = new Address(Memory.Gradients, sums[first].Place);
            var bits = together == lanes ? string.Empty : (together * LaneWidths.WidestBits / lanes).ToString(CultureInfo.InvariantCulture);
            var total = new Helper(
                together == 1 ? "ReduceSum" : "ReduceSums" + bits, [.. sums.Skip(first).Take(together).Select(sum => new Local(sum.Name))], lanes);
            yield return new Store(target, new InOrder(new Load(target, together), total), together);
            first += together;
        }
    }

    /// <summary>The sum of a sum's lanes, by halves.</summary>
    private Helper LanesAt(int place)
    {
        Expr[] parts = [.. Enumerable.Range(0, lanes / width).Select(part => new Load(SumAddress(place, part * width), width))];
        return new Helper("ReduceSum", [Accumulation.ByHalves(parts, parts.Length, (left, right) => new InOrder(left, right))], width);
    }

    private Address SumAddress(int place, Affine lane) => new(Memory.Workspace, lane + (place * lanes));

    private Expr Lower(Expr expression, IReadOnlyDictionary<Index, int> point, IReadOnlyDictionary<Index, int> inner, int own)
    {
        var lowered = expression.MapLeaves(leaf => leaf switch
        {
            Read read when frozen is not null && Known(read) is { } known => known,
            Read read => Value(read, [.. read.Subscripts.Where(IsConstant).Select(ValueOf)], own),
            RuntimeScalar scalar => Spread(new Local(scalar.Name), own),
            IndexValue value => Spread(new LaneIndex(IsConstant(value.Index) ? ValueOf(value.Index) : Affine.Variable(value.Index.Name), 1), own),
            _ => leaf,
        });
        return frozen is null ? lowered : Fold(lowered);

        int ValueOf(Index index) => point.TryGetValue(index, out var value) ? value : inner[index];

        double? Known(Read read)
        {
            int[] subscripts = [.. read.Subscripts.Where(IsConstant).Select(ValueOf)];
            if (read.Tensor.Role == TensorRole.Parameter)
                return frozen.Tensors[read.Tensor.Name].At(subscripts);
            return _known.TryGetValue(NameOf(read.Tensor, subscripts), out var value) ? value : null;
        }
    }

    private Expr Value(Read read, int[] subscripts, int own) => read.Tensor.Role == TensorRole.Label && lanes == 1
        ? new LabelValue(null)
        : IsInMemory(read.Tensor) && !IsGivenVariable(read.Tensor)
            ? Load(read.Tensor, subscripts, own)
            : IsOfNoSample(read.Tensor) ? Spread(Local(read.Tensor, subscripts), own) : Local(read.Tensor, subscripts);

    /// <summary>A sample's value in each lane, or a parameter in all.</summary>
    private Expr Load(Tensor tensor, int[] subscripts, int own)
    {
        if (tensor.Role == TensorRole.Label)
            return new LabelValue(Sample, own);
        return tensor.Axes.Any(axis => axis.IsBatch)
            ? new Load(AddressOf(tensor, subscripts), own, stride: StrideOf(tensor, own))
            : Spread(new Load(AddressOf(tensor, subscripts), 1), own);
    }

    private static Expr Spread(Expr scalar, int own) => own == 1 ? scalar : new Broadcast(scalar, own);

    private static Local Local(Tensor tensor, int[] subscripts) => new(NameOf(tensor, subscripts));

    private static string NameOf(Tensor tensor, int[] subscripts) => subscripts.Length == 0
        ? tensor.Name + "_"
        : tensor.Name + "_" + string.Join("_", subscripts);

    private static bool IsInMemory(Tensor tensor) => tensor.Role
        is TensorRole.Target or TensorRole.Parameter or TensorRole.Gradient
        or TensorRole.Prediction or TensorRole.Logits or TensorRole.Visible or TensorRole.InputGradient or TensorRole.Jacobian;

    /// <summary>Whether the caller's values are read into variables before anything is computed.</summary>
    private bool IsGivenVariable(Tensor tensor) => tensor.Role == TensorRole.Input
        || (lanes > 1 && tensor.Role is TensorRole.Target or TensorRole.Label);

    private bool IsOfSample(Statement statement) => lanes == 1 || statement.Domain.Any(index => index.IsBatch);

    /// <summary>Whether a batch's code computes it once for all samples, from parameters alone.</summary>
    private bool IsOfNoSample(Tensor tensor) =>
        lanes > 1 && _statements.Exists(statement => statement.Target == tensor) && !_statements.Exists(statement => statement.Target == tensor && IsOfSample(statement));

    private bool IsInLoop(Statement statement) => _looped is not null && statement.Domain.Contains(_looped);

    private bool IsSumOfSamples(Statement statement) => lanes > 1 && statement.Reduced.Any(index => index.IsBatch);

    private Address AddressOf(Tensor tensor, int[] subscripts)
    {
        var next = 0;
        return placement[tensor].At(tensor.Axes, axis => axis.IsBatch ? Sample : IsConstant(axis) ? subscripts[next++] : Affine.Variable(axis.Name));
    }

    /// <summary>From one sample's element to the next one's.</summary>
    private int StrideOf(Tensor tensor, int own) => own == 1 ? 1 : placement[tensor].Strides[0];

    private int[] Values(IReadOnlyList<Index> axes, IReadOnlyDictionary<Index, int> point) =>
        [.. axes.Where(IsConstant).Select(axis => point[axis])];

    /// <summary>Whether the index has each of its values in the text, and not in a loop.</summary>
    private bool IsConstant(Index index) => !index.IsBatch && index != _looped;

    /// <summary>Every combination of the values of a sample's indices, the last one running fastest.</summary>
    private IEnumerable<IReadOnlyDictionary<Index, int>> Points(IReadOnlyList<Index> indices)
    {
        IEnumerable<Dictionary<Index, int>> points = [[]];
        foreach (var index in indices.Where(IsConstant))
        {
            points = points.SelectMany(point => Enumerable.Range(0, index.Extent)
                .Select(value => new Dictionary<Index, int>(point) { [index] = value }));
        }

        return points;
    }
}
