using System.Globalization;

namespace NetGen;

/// <summary>Collects a column of class names and gives each sample the index of its class.</summary>
/// <param name="classes">The classes by index; null to find them.</param>
internal sealed class CsvLabels(IReadOnlyList<string>? classes)
{
    private const int MaxNumber = ushort.MaxValue;

    // By place: the order of the classes if they are given, else that in which they first occur.
    private readonly List<string> _names = [.. classes ?? []];
    private readonly Dictionary<string, int> _places = Places(classes ?? []);
    private readonly List<int> _labels = [];

    /// <summary>Adds the label of the next sample. False if there is no such class.</summary>
    public bool TryAdd(string name)
    {
        if (!_places.TryGetValue(name, out var place))
        {
            if (classes is not null)
                return false;
            place = _names.Count;
            _names.Add(name);
            _places.Add(name, place);
        }

        _labels.Add(place);
        return true;
    }

    /// <summary>The classes by index, and the index of each sample's.</summary>
    public (string[] Classes, int[] Labels) Indexed()
    {
        if (classes is not null)
            return ([.. _names], [.. _labels]);

        var numbers = _names.ConvertAll(Number);
        if (numbers.TrueForAll(number => number >= 0))
            return ([.. Enumerable.Range(0, numbers.Max() + 1).Select(Written)], [.. _labels.Select(place => numbers[place])]);

        string[] ordered = [.. _names.OrderBy(name => name, StringComparer.Ordinal)];
        var indices = Places(ordered);
        return (ordered, [.. _labels.Select(place => indices[_names[place]])]);
    }

    /// <summary>The class index that a label is written as; −1 if it is a name.</summary>
    private static int Number(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= MaxNumber
        && Written(number) == name
            ? number
            : -1;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Places(IReadOnlyList<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < names.Count; place++)
            places.Add(names[place], place);
        return places;
    }
}
