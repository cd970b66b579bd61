using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Estimates the bytes of x64 machine code that a class becomes: what RyuJIT makes of each kind of operation, on average
/// over its listings of networks of many shapes.
/// </summary>
internal sealed class MachineCode
{
    // The members around the kernels: of any class, for each tensor (its view), for each pass, and to train on one kind of targets.
    // A frozen class has but its passes.
    private const int Class = 2_000;
    private const int Tensor = 360;
    private const int FrozenClass = 900;
    private const int InferencePass = 80;
    private const int Training = 6_700;

    private readonly Precision _precision;
    private readonly CodeLengths _lengths;
    private double _bytes;

    private MachineCode(NetworkModel network) =>
        (_precision, _lengths) = (network.Precision, network.Target.HasVectors ? CodeLengths.Vectors : CodeLengths.Scalars);

    /// <summary>Of the whole class with the kernels of one width of vectors, those of the schedule.</summary>
    /// <param name="training">Whether to count the members that train.</param>
    public static long Of(NetworkModel network, NetworkSchedule schedule, bool training)
    {
        var passes = schedule.Passes.Where(pass => training || pass.Pass.IsInference).ToList();
        var code = new MachineCode(network);
        foreach (var routine in passes.SelectMany(pass => pass.Routines).Distinct())
            code.Add(routine.Body);
        var kinds = !training ? 0 : schedule.Loss.TakesLabels ? 2 : 1;
        return (long)code._bytes + (network.Frozen is null ? Class + (Tensor * ParameterModel.Of(network).Count()) : FrozenClass)
            + (InferencePass * passes.Count(pass => pass.Pass.IsInference)) + (Training * kinds);
    }

    private void Add(IReadOnlyList<Code> body)
    {
        for (var index = 0; index < body.Count; index++)
            Add(body[index]);
    }

    private void Add(Code code)
    {
        switch (code)
        {
            case Declare declare:
                Add(declare.Value, declare.Width);
                break;
            case Assign assign:
                Add(assign.Value, assign.Width);
                break;
            case Store store:
                Add(store.Value, store.Width);
                _bytes += store.First is not null ? CodeLengths.PartialStore
                    : store.Stride > 1 ? store.Width * CodeLengths.ScatteredLane
                    : _lengths.Store(store.Address);
                break;
            case Transpose or AddLanes:
                _bytes += CodeLengths.Call;
                break;
            case Return result:
                Add(result.Value, 1);
                break;
            case Loop loop:
                _bytes += _lengths.Loop;
                Add(loop.Body);
                break;
            case IfNotZero guarded:
                Add(guarded.Scalar, 1);
                Add(guarded.Body);
                break;
        }
    }

    private void Add(Expr expression, int width)
    {
        switch (expression)
        {
            case Load { First: null, Stride: > 1 } or LabelValue { Width: > 1 }:
                _bytes += width * CodeLengths.GatheredLane;
                break;
            case Load { Width: 1 } load:
                _bytes += _lengths.Load(load.Address);
                break;
            case Broadcast { Value: Load }:
                _bytes += CodeLengths.BroadcastLoad;
                break;
            case Broadcast broadcast:
                Add(broadcast.Value, 1);
                break;
            case ConstantLanes lanes:
                _bytes += lanes.Values.Count * ElementBits / 8;
                break;
            case Helper helper:
                AddHelper(helper);
                break;
            case InOrder sum:
                _bytes += _lengths.Operation(width);
                Add(sum.Left, width);
                Add(sum.Right, width);
                break;
            case Sum sum:
                _bytes += (sum.Terms.Length - 1) * _lengths.Operation(width);
                Add(sum.Terms, width);
                break;
            case Product product:
                AddProduct(product, width);
                break;
            case Grouped grouped:
                _bytes += _lengths.Operation(width);
                Add(grouped.Children, width);
                break;
            case Call call:
                _bytes += Of(call.Function, width);
                Add(call.Arguments, width);
                break;
            case Choose choose:
                AddCondition(choose.Condition, width);
                Add(choose.Then, width);
                Add(choose.Otherwise, width);
                break;
            case Compare compare:
                AddCondition(compare, width);
                break;
        }
    }

    private void Add(IReadOnlyList<Expr> expressions, int width)
    {
        for (var index = 0; index < expressions.Count; index++)
            Add(expressions[index], width);
    }

    private void AddHelper(Helper helper)
    {
        Add(helper.Arguments, helper.Width);
        _bytes += helper switch
        {
            { Function: { } function } => Of(function, helper.Width),
            { Name: "Pack" } => helper.Arguments.Count * CodeLengths.GatheredLane,
            { Name: "Lane" } => CodeLengths.GatheredLane,
            { Name: "ReduceSum" or "ReduceMax" } => CodeLengths.SumOfLanes * (helper.Width * ElementBits == LaneWidths.WidestBits ? 3 : 1),
            _ when helper.Name.StartsWith("ReduceSums", StringComparison.Ordinal) => helper.Arguments.Count * CodeLengths.SumOfLanes,
            _ => _lengths.Operation(helper.Width),
        };
    }

    private void AddProduct(Product product, int width)
    {
        var factors = Math.Abs(product.Coefficient) == 1 ? 0 : 1;
        foreach (var (factor, exponent) in product.Factors)
        {
            factors += Math.Abs(exponent);
            for (var index = 0; index < Math.Abs(exponent); index++)
                Add(factor, width);
        }

        _bytes += (factors - 1 + (product.Coefficient < 0 ? 1 : 0)) * _lengths.Operation(width);
    }

    private void AddCondition(Compare compare, int width)
    {
        _bytes += width == 1 ? _lengths.Branch : _lengths.Operation(width);
        Add(compare.Left, width);
        Add(compare.Right, width);
    }

    private double Of(Function function, int width)
    {
        var operations = _precision == Precision.Double ? function.Operations.Double : function.Operations.Single;
        return operations == 1 ? _lengths.Operation(width) : operations * _lengths.OperationOfFunction;
    }

    private int ElementBits => _precision == Precision.Double ? 64 : 32;
}
