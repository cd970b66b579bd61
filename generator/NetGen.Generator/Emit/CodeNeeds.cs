using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;

namespace NetGen.Generator.Emit;

/// <summary>What code needs from outside.</summary>
internal sealed class CodeNeeds
{
    private readonly List<Address> _walked = [];
    private readonly HashSet<Memory> _memories = [];
    private readonly HashSet<string> _scalars = new(StringComparer.Ordinal);

    private CodeNeeds()
    {
    }

    /// <summary>Where it reads and writes memory that loops walk along, in the order it does.</summary>
    public IReadOnlyList<Address> Walked => _walked;

    /// <summary>The memories, scalars and labels that it uses.</summary>
    public IEnumerable<string> Names => _memories.Select(ExpressionPrinter.Name).Concat(_scalars);

    public static CodeNeeds Of(IEnumerable<Code> body)
    {
        var needs = new CodeNeeds();
        foreach (var code in body)
            needs.Add(code);
        return needs;
    }

    private void Add(Address address)
    {
        _memories.Add(address.Memory);
        if (address.Offset.Terms.Length > 0)
            _walked.Add(address);
    }

    private void Add(Code code)
    {
        switch (code)
        {
            case Declare declare:
                Add(declare.Value);
                break;
            case Assign assign:
                Add(assign.Value);
                break;
            case Store store:
                Add(store.Value);
                Add(store.Address);
                break;
            case Transpose transpose:
                Add(transpose.Source);
                Add(transpose.Target);
                break;
            case AddLanes lanes:
                Add(lanes.Sums);
                Add(lanes.Target);
                break;
            case Return result:
                Add(result.Value);
                break;
            case Loop loop:
                if (loop.To is null)
                    _scalars.Add(loop.Samples);
                foreach (var inner in loop.Body)
                    Add(inner);
                break;
            case IfNotZero guarded:
                Add(guarded.Scalar);
                foreach (var inner in guarded.Body)
                    Add(inner);
                break;
        }
    }

    private void Add(Expr expression)
    {
        switch (expression)
        {
            case Load load:
                Add(load.Address);
                break;
            case LabelValue:
                _scalars.Add("labels");
                break;
            case Local { Text: "scale" or "decay" } scalar:
                _scalars.Add(scalar.Text);
                break;
            case Broadcast broadcast:
                Add(broadcast.Value);
                break;
            case InOrder sum:
                Add(sum.Left);
                Add(sum.Right);
                break;
            case Helper helper:
                for (var argument = 0; argument < helper.Arguments.Count; argument++)
                    Add(helper.Arguments[argument]);
                break;
            case not Leaf:
                foreach (var child in expression.Children)
                    Add(child);
                break;
        }
    }
}
