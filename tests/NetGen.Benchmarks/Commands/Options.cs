using System.Globalization;

namespace NetGen.Benchmarks.Commands;

/// <summary>The options of a command line: <c>--name value</c>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    /// <exception cref="ArgumentException">An option has no value, or is none of those known.</exception>
    public Options(IReadOnlyList<string> arguments, params IReadOnlyList<string> known)
    {
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : arguments[i];
            if (!known.Contains(name))
                throw new ArgumentException($"Unknown option {arguments[i]}; known are --{string.Join(", --", known)}.");
            if (i + 1 == arguments.Count)
                throw new ArgumentException($"{arguments[i]} needs a value.");
            _values[name] = arguments[i + 1];
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">The value is not a whole number above 0.</exception>
    public int Number(string name, int otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"--{name} needs a whole number above 0, not {text}.");
    }

    public IReadOnlyList<string> List(string name, IReadOnlyList<string> otherwise) =>
        Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? otherwise;
}
