using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using NetGen.Generator.Tests.Functions;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Tests.Tensors;

/// <summary>Runs a tensor program as it is written, element by element in double: the oracle of every pass.</summary>
internal sealed class ProgramInterpreter(TensorProgram program, int batch = 0)
{
    private readonly Dictionary<string, double[]> _memory = [];

    public double Scale { get; set; } = 1;

    public double Decay { get; set; } = 1;

    /// <summary>The values of a tensor, row-major.</summary>
    public double[] this[string tensor]
    {
        get => _memory[tensor];
        set => _memory[tensor] = value;
    }

    public void Run()
    {
        foreach (var target in program.Statements.Select(statement => statement.Target).Distinct())
        {
            var isMaximum = program.Statements.First(statement => statement.Target == target).Assignment == Assignment.Max;
            var values = new double[Math.Max(1, target.Axes.Aggregate(1, (size, axis) => size * Extent(axis)))];
            Array.Fill(values, isMaximum ? double.NegativeInfinity : 0);
            _memory[target.Name] = values;
        }

        foreach (var statement in program.Statements)
        {
            foreach (var point in Points(statement.Domain))
            {
                var value = Evaluate(statement.Expression, point);
                ref var element = ref _memory[statement.Target.Name][Offset(statement.Target.Axes, statement.Target.Axes, point)];
                element = statement.Assignment switch
                {
                    Assignment.Set => value,
                    Assignment.Add => element + value,
                    _ => Math.Max(element, value),
                };
            }
        }
    }

    private double Evaluate(Expr expression, Dictionary<string, int> point) => new Evaluator((leaf, _) => leaf switch
    {
        Read read => _memory[read.Tensor.Name][Offset(read.Tensor.Axes, read.Subscripts, point)],
        RuntimeScalar scalar => scalar.Name == "scale" ? Scale : Decay,
        IndexValue value => point[value.Index.Name],
        _ => throw new InvalidOperationException($"No value of {leaf.GetType().Name}."),
    }).Evaluate(expression);

    private int Offset(IReadOnlyList<Index> axes, IReadOnlyList<Index> subscripts, Dictionary<string, int> point) =>
        axes.Zip(subscripts).Aggregate(0, (offset, pair) => (offset * Extent(pair.First)) + point[pair.Second.Name]);

    private IEnumerable<Dictionary<string, int>> Points(IReadOnlyList<Index> domain) => domain.Aggregate(
        (IEnumerable<Dictionary<string, int>>)[[]],
        (points, index) => points.SelectMany(point => Enumerable.Range(0, Extent(index))
            .Select(value => new Dictionary<string, int>(point) { [index.Name] = value })));

    private int Extent(Index index) => index.IsBatch ? batch : index.Extent;
}
