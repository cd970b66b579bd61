using System.Collections.Generic;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>
/// What a routine asks the JIT to inline. Beyond some 512 variables, its own and those that inlined calls add, it inlines no
/// further, and a routine that calls its helpers runs at a tenth of its speed.
/// </summary>
internal sealed class InlinedCalls
{
    /// <summary>Of three hundred routines that .NET 10 compiled, none below 1,100 lost a call, and all above 1,130 did.</summary>
    public const int Most = 950;

    // Helpers that are made of others.
    private const int Partial = 4;
    private const int SumOfLanes = 6;
    private const int Selection = 2;

    private readonly Precision _precision;
    private int _calls;

    private InlinedCalls(Precision precision) => _precision = precision;

    public static int Of(Routine routine, Precision precision)
    {
        var calls = new InlinedCalls(precision);
        calls.Add(routine.Body);
        return calls._calls;
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
                _calls++;
                Add(declare.Value);
                break;
            case Assign assign:
                Add(assign.Value);
                break;
            case Store store:
                _calls += store.First is not null ? Partial : store.Stride > 1 ? store.Width : 1;
                Add(store.Value);
                break;
            case Return result:
                Add(result.Value);
                break;
            case Loop loop:
                Add(loop.Body);
                break;
            case IfNotZero guarded:
                Add(guarded.Scalar);
                Add(guarded.Body);
                break;
        }
    }

    private void Add(Expr expression)
    {
        switch (expression)
        {
            case Load load:
                _calls += load.First is not null ? Partial : load.Stride > 1 ? load.Width : 1;
                break;
            case Broadcast broadcast:
                _calls += broadcast.Value is Load ? 0 : 1;
                Add(broadcast.Value);
                break;
            case InOrder sum:
                Add(sum.Left);
                Add(sum.Right);
                break;
            case Helper helper:
                _calls += helper switch
                {
                    { Function: { } function } => Of(function),
                    { Name: "FirstLanes" or "FirstLanesOrLowest" } => Partial,
                    { Name: "ReduceSum" or "ReduceMax" } => SumOfLanes,
                    _ when helper.Name.StartsWith("ReduceSums", StringComparison.Ordinal) => helper.Arguments.Count * Selection,
                    _ => 1,
                };
                foreach (var argument in helper.Arguments)
                    Add(argument);
                break;
            default:
                _calls += expression switch
                {
                    Call call => Of(call.Function),
                    Choose or Compare => Selection,
                    _ => 0,
                };
                foreach (var child in expression.Children)
                    Add(child);
                break;
        }
    }

    private int Of(Function function) => _precision == Precision.Double ? function.Operations.Double : function.Operations.Single;
}
