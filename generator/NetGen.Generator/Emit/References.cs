using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Lowering;

namespace NetGen.Generator.Emit;

/// <summary>
/// Where an iteration's elements start: each loop declares a reference for every run of memory that it walks along, so
/// that what stands inside has constant offsets, which the processor adds for free.
/// </summary>
internal sealed class References
{
    private readonly List<string> _variables = [];

    // A handful: searched from the first.
    private readonly List<(Memory Memory, (string Variable, int Factor)[] Terms, string Name)> _references = [];

    /// <summary>The reference that an address starts from, and the offset that is left.</summary>
    public (string Name, Affine Offset) Resolve(Address address) =>
        address.Offset.Terms.Length > 0 && Find(address.Memory, address.Offset.Terms) is { } name
            ? (name, address.Offset.Constant)
            : (ExpressionPrinter.Name(address.Memory), address.Offset);

    /// <summary>Enters a loop, or a routine, in which a variable has a value.</summary>
    /// <returns>The declarations at the top of its body.</returns>
    public IReadOnlyList<string> Enter(string variable, IEnumerable<Address> addresses)
    {
        _variables.Add(variable);
        var lines = new List<string>();
        Predicate<(string Variable, int Factor)> isKnown = term => _variables.Contains(term.Variable);
        foreach (var address in addresses)
        {
            var factor = FactorOf(variable, address.Offset.Terms);
            if (factor == 0)
                continue;
            var terms = address.Offset.Terms;
            if (!Array.TrueForAll(terms, isKnown))
                terms = Array.FindAll(terms, isKnown);
            if (Find(address.Memory, terms) is not null)
                continue;
            var memory = ExpressionPrinter.Name(address.Memory);
            var parent = terms.Length == 1 ? memory : Find(address.Memory, [.. terms.Where(term => term.Variable != variable)]);
            var name = Unused($"{memory}_{variable}");
            _references.Add((address.Memory, terms, name));
            lines.Add($"ref var {name} = ref At(ref {parent}, {Affine.Variable(variable) * factor});");
        }

        return lines;
    }

    /// <summary>Leaves the innermost loop.</summary>
    public void Leave()
    {
        var variable = _variables[_variables.Count - 1];
        _variables.RemoveAt(_variables.Count - 1);
        _references.RemoveAll(reference => FactorOf(variable, reference.Terms) != 0);
    }

    private string? Find(Memory memory, (string Variable, int Factor)[] terms)
    {
        foreach (var reference in _references)
        {
            if (reference.Memory == memory && AreSame(reference.Terms, terms))
                return reference.Name;
        }

        return null;
    }

    private static bool AreSame((string Variable, int Factor)[] some, (string Variable, int Factor)[] others)
    {
        if (some.Length != others.Length)
            return false;
        for (var index = 0; index < some.Length; index++)
        {
            if (FactorOf(some[index].Variable, others) != some[index].Factor)
                return false;
        }

        return true;
    }

    /// <summary>What a variable is multiplied by; 0 where it does not appear.</summary>
    private static int FactorOf(string variable, (string Variable, int Factor)[] terms)
    {
        for (var index = 0; index < terms.Length; index++)
        {
            if (terms[index].Variable == variable)
                return terms[index].Factor;
        }

        return 0;
    }

    private string Unused(string name)
    {
        var candidate = name;
        for (var number = 2; _references.Any(reference => reference.Name == candidate); number++)
            candidate = $"{name}{number}";
        return candidate;
    }
}
