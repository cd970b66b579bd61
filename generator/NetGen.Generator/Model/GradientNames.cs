using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Model;

/// <summary>The names in the method of a gradient as C# writes them, no two of which are the same.</summary>
internal sealed class GradientNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, string> _derivatives = new(StringComparer.Ordinal);

    public GradientNames(GradientModel model)
    {
        _taken = new(model.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        foreach (var parameter in model.Parameters.Where(parameter => parameter.IsWanted))
            _derivatives.Add(parameter.Name, Next("d" + parameter.Name));
        Counter = Next("i");
    }

    /// <summary>The variable that loops count with.</summary>
    public string Counter { get; }

    /// <summary>What receives the derivative by a parameter, such as <c>dx</c>.</summary>
    public string Derivative(string parameter) => _derivatives[parameter];

    /// <summary>A name like this one that is not taken.</summary>
    public string Next(string name)
    {
        while (!_taken.Add(name))
            name += "_";
        return Identifiers.Escape(name);
    }

    /// <summary>A numbered name, such as <c>sum_1</c>.</summary>
    public string Numbered(string name)
    {
        var number = 1;
        while (_taken.Contains(Text(number)))
            number++;
        return Next(Text(number));

        string Text(int count) => $"{name}_{count.ToString(CultureInfo.InvariantCulture)}";
    }
}
