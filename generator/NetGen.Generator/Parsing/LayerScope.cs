using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What a layer can read: the network's input and the layers above it, by place or by name.</summary>
/// <param name="context">The class.</param>
/// <param name="inputs">Values in one sample.</param>
/// <param name="names">The names of all layers in the order of the source; null where a layer has none.</param>
internal sealed class LayerScope(ParseContext context, int inputs, IReadOnlyList<string?> names)
{
    private const string NetworkInput = "input";

    private readonly List<ParsedLayer> _layers = [];
    private readonly HashSet<int> _read = [];

    public IReadOnlyList<ParsedLayer> Layers => _layers;

    /// <summary>The user's functions.</summary>
    public OwnFunctionParser Functions => context.Functions;

    /// <summary>Whether nothing is wrong so far; otherwise the widths that a layer sees may not be those that were meant.</summary>
    public bool IsValid => context.IsValid;

    /// <summary>The layers above that no layer reads.</summary>
    public IEnumerable<int> Unread => Enumerable.Range(0, _layers.Count).Where(index => !_read.Contains(index));

    public void Add(ParsedLayer layer) => _layers.Add(layer);

    /// <summary>The layer that an attribute reads: the one that it names as its Input, else the one above.</summary>
    public LayerSource Source(AttributeReader attribute) =>
        (attribute.Text("Input") is { } name ? Find(attribute, "Input", name) : null) ?? Read(_layers.Count - 1);

    /// <summary>The layer that an argument names; null if it cannot be read, which is reported.</summary>
    public LayerSource? Find(AttributeReader attribute, string argument, string name)
    {
        if (name == NetworkInput)
            return Read(-1);
        for (var index = 0; index < _layers.Count; index++)
        {
            if (names[index] == name)
                return Read(index);
        }

        if (name.Length > 0 && names.Contains(name))
            attribute.Report(Descriptors.LayerBelow, argument, name);
        else if (!attribute.HasCompilerErrors)
            attribute.Report(Descriptors.UnknownLayerName, argument, name, string.Join(", ", Names.Select(Quote)));
        return null;
    }

    /// <summary>Reports the name of the next layer if it means something already.</summary>
    /// <returns>Whether it does not.</returns>
    public bool CheckName(AttributeReader attribute)
    {
        var reason = names[_layers.Count] switch
        {
            null => null,
            "" => "no name",
            NetworkInput => "the network's input",
            var name when names.Take(_layers.Count).Contains(name) => "the name of another layer",
            _ => null,
        };
        if (reason is not null)
            attribute.Report(Descriptors.LayerNameTaken, "Name", names[_layers.Count]!, reason);
        return reason is null;
    }

    /// <summary>What a layer can write here.</summary>
    private IEnumerable<string> Names => names.Take(_layers.Count).OfType<string>().Prepend(NetworkInput).Distinct();

    private LayerSource Read(int index)
    {
        _read.Add(index);
        return new(index, index < 0 ? inputs : _layers[index].Outputs);
    }

    private static string Quote(string name) => $"\"{name}\"";
}

/// <summary>What a layer reads.</summary>
/// <param name="Index">Index of a layer above; −1 is the network's input.</param>
/// <param name="Units">How many values it gives.</param>
internal sealed record LayerSource(int Index, int Units);
