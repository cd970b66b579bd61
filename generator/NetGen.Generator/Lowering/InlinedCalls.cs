using System.Collections.Generic;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering;

/// <summary>
/// What a routine asks the JIT to inline, helpers within helpers counted by the constants below. Beyond some 512 variables, its
/// own and those that inlined calls add, it inlines no further, and a routine that calls its helpers takes up to seven times as long.
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
        foreach (var code in body)
        {
            _calls += code switch
            {
                Declare => 1,
                Store store => OfMemory(store.First, store.Stride, store.Width),
                _ => 0,
            };
            if (CodeParts.ValueOf(code) is { } value)
                Add(value);
            Add(CodeParts.BodyOf(code));
        }
    }

    private void Add(Expr expression)
    {
        _calls += expression switch
        {
            Load load => OfMemory(load.First, load.Stride, load.Width),
            Broadcast { Value: not Load } => 1,
            Helper helper => Of(helper),
            Call call => Of(call.Function),
            Choose or Compare => Selection,
            _ => 0,
        };
        foreach (var part in CodeParts.PartsOf(expression))
            Add(part);
    }

    private static int OfMemory(int? first, int stride, int width) => first is not null ? Partial : stride > 1 ? width : 1;

    private int Of(Helper helper) => helper switch
    {
        { Function: { } function } => Of(function),
        { Name: "FirstLanes" or "FirstLanesOrLowest" } => Partial,
        { Name: "ReduceSum" or "ReduceMax" } => SumOfLanes,
        _ when helper.Name.StartsWith("ReduceSums", StringComparison.Ordinal) => helper.Arguments.Count * Selection,
        _ => 1,
    };

    private int Of(Function function) => _precision == Precision.Double ? function.Operations.Double : function.Operations.Single;
}
