using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Lowers a program of one sample to straight-line scalar code: every element is a local variable of its own.</summary>
internal sealed class UnrolledSchedule(TensorProgram program, Placement placement)
{
    // Longer sums are continued on lines of their own.
    private const int TermsPerLine = 4;

    private readonly List<Code> _code = [];

    public IReadOnlyList<Code> Build(Func<Tensor, bool> wanted)
    {
        LoadInputs();
        for (var index = 0; index < program.Statements.Count;)
        {
            // A sum is written where it starts: the bias and the products, in one expression.
            var target = program.Statements[index].Target;
            var together = program.Statements.Skip(index).TakeWhile(statement => statement.Target == target).ToList();
            _code.Add(new Remark(Equations.Describe(together, program)));
            foreach (var point in Points(target.Axes))
                Element(target, together, point, isContinued: program.Statements.Take(index).Any(statement => statement.Target == target));
            index += together.Count;
        }

        var result = program.Statements.Select(statement => statement.Target)
            .FirstOrDefault(target => target.Role is TensorRole.Loss or TensorRole.Penalty && wanted(target));
        if (result is not null)
            _code.Add(new Return(Local(result, [])));
        return _code;
    }

    /// <summary>Inputs are read into variables once, so that the equations speak of x.</summary>
    private void LoadInputs()
    {
        foreach (var input in program.Tensors.Where(tensor => tensor.Role == TensorRole.Input))
        {
            foreach (var point in Points(input.Axes))
                _code.Add(new Declare(NameOf(input, Values(input.Axes, point)), new Load(AddressOf(input, Values(input.Axes, point)), 1), 1));
        }
    }

    private void Element(Tensor target, List<Statement> statements, IReadOnlyDictionary<Index, int> point, bool isContinued)
    {
        var subscripts = Values(target.Axes, point);
        var name = NameOf(target, subscripts);
        var terms = statements.SelectMany(statement => Points(statement.Reduced.ToList())
            .Select(inner => Lower(statement.Expression, point, inner))).ToList();
        var isMaximum = statements[0].Assignment == Assignment.Max;

        if (IsInMemory(target))
        {
            var address = AddressOf(target, subscripts);
            var start = target.IsAccumulated ? terms.Prepend(new Load(address, 1)) : terms;
            _code.Add(new Store(address, Total(start), 1));
            return;
        }

        if (isContinued)
            terms.Insert(0, new Local(name));
        else if (terms.Count > 1 && terms[0] is Number { Value: 0 })
            terms.RemoveAt(0);

        for (var first = 0; first < terms.Count;)
        {
            var isFirst = first == 0;
            var line = terms.Skip(first).Take(TermsPerLine).ToList();
            first += line.Count;
            if (!isFirst)
                line.Insert(0, new Local(name));
            _code.Add(isFirst && !isContinued ? new Declare(name, Total(line), 1) : new Assign(name, Total(line), 1));
        }

        Expr Total(IEnumerable<Expr> values) => values.Aggregate((left, right) =>
            isMaximum ? new Helper("Max", [left, right], 1) : new InOrder(left, right));
    }

    private Expr Lower(Expr expression, IReadOnlyDictionary<Index, int> point, IReadOnlyDictionary<Index, int> inner)
    {
        return expression.MapLeaves(leaf => leaf switch
        {
            Read { Tensor.Role: TensorRole.Label } => new LabelValue(null),
            Read read => IsInMemory(read.Tensor)
                ? new Load(AddressOf(read.Tensor, Subscripts(read)), 1)
                : Local(read.Tensor, Subscripts(read)),
            RuntimeScalar scalar => new Local(scalar.Name),
            IndexValue value => new LaneIndex(ValueOf(value.Index), 1),
            _ => leaf,
        });

        int[] Subscripts(Read read) => [.. read.Subscripts.Select(ValueOf)];

        int ValueOf(Index index) => point.TryGetValue(index, out var value) ? value : inner[index];
    }

    private static Local Local(Tensor tensor, int[] subscripts) => new(NameOf(tensor, subscripts));

    private static string NameOf(Tensor tensor, int[] subscripts) => subscripts.Length == 0
        ? tensor.Name + "_"
        : tensor.Name + "_" + string.Join("_", subscripts);

    private static bool IsInMemory(Tensor tensor) => tensor.Role
        is TensorRole.Target or TensorRole.Parameter or TensorRole.Gradient
        or TensorRole.Prediction or TensorRole.Logits or TensorRole.InputGradient;

    private Address AddressOf(Tensor tensor, int[] subscripts) =>
        new(placement[tensor].Memory, placement[tensor].At(subscripts.Select(value => (Affine)value)));

    private static int[] Values(IReadOnlyList<Index> axes, IReadOnlyDictionary<Index, int> point) => [.. axes.Select(axis => point[axis])];

    /// <summary>Every combination of the indices' values, the last one running fastest.</summary>
    private static IEnumerable<IReadOnlyDictionary<Index, int>> Points(IReadOnlyList<Index> indices)
    {
        IEnumerable<Dictionary<Index, int>> points = [[]];
        foreach (var index in indices)
        {
            points = points.SelectMany(point => Enumerable.Range(0, index.Extent)
                .Select(value => new Dictionary<Index, int>(point) { [index] = value }));
        }

        return points;
    }
}
