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
        if (CodeParts.ValueOf(code) is { } value)
            Add(value);
        switch (code)
        {
            case Store store:
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
            case Loop { To: null } loop:
                _scalars.Add(loop.Samples);
                break;
        }

        foreach (var inner in CodeParts.BodyOf(code))
            Add(inner);
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
        }

        foreach (var part in CodeParts.PartsOf(expression))
            Add(part);
    }
}
