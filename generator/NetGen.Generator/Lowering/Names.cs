using System.Collections.Generic;
using System.Globalization;

namespace NetGen.Generator.Lowering;

/// <summary>Local names that are unique in a routine: the quantity's name and a running number.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Next(string quantity)
    {
        _next.TryGetValue(quantity, out var number);
        _next[quantity] = number + 1;
        return quantity + "_" + number.ToString(CultureInfo.InvariantCulture);
    }
}
