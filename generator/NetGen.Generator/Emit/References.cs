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
    private readonly Dictionary<(string Memory, string Terms), string> _names = [];

    /// <summary>The reference that an address starts from, and the offset that is left.</summary>
    public (string Name, Affine Offset) Resolve(Address address)
    {
        var memory = ExpressionPrinter.Name(address.Memory);
        return address.Offset.Terms.Count > 0 && _names.TryGetValue((memory, Key(address.Offset.Terms)), out var name)
            ? (name, address.Offset.Constant)
            : (memory, address.Offset);
    }

    /// <summary>Enters a loop.</summary>
    /// <returns>The declarations at the top of its body.</returns>
    public IReadOnlyList<string> Enter(Loop loop, IEnumerable<Address> addresses)
    {
        _variables.Add(loop.Variable);
        var lines = new List<string>();
        foreach (var address in addresses)
        {
            var terms = address.Offset.Terms.Where(term => _variables.Contains(term.Variable)).ToList();
            var step = terms.FirstOrDefault(term => term.Variable == loop.Variable);
            var memory = ExpressionPrinter.Name(address.Memory);
            if (step.Variable is null || _names.ContainsKey((memory, Key(terms))))
                continue;
            var outer = Key(terms.Where(term => term.Variable != loop.Variable));
            var parent = outer.Length == 0 ? memory : _names[(memory, outer)];
            var name = Unused($"{memory}_{loop.Variable}");
            _names.Add((memory, Key(terms)), name);
            lines.Add($"ref var {name} = ref At(ref {parent}, {Affine.Variable(step.Variable) * step.Factor});");
        }

        return lines;
    }

    /// <summary>Leaves the innermost loop.</summary>
    public void Leave()
    {
        var variable = _variables[_variables.Count - 1];
        _variables.RemoveAt(_variables.Count - 1);
        foreach (var key in _names.Keys.Where(key => key.Terms.Contains($" {variable};")).ToList())
            _names.Remove(key);
    }

    private string Unused(string name)
    {
        var candidate = name;
        for (var number = 2; _names.ContainsValue(candidate); number++)
            candidate = $"{name}{number}";
        return candidate;
    }

    private static string Key(IEnumerable<(string Variable, int Factor)> terms) =>
        string.Concat(terms.OrderBy(term => term.Variable, StringComparer.Ordinal).Select(term => $"{term.Factor} {term.Variable};"));
}
