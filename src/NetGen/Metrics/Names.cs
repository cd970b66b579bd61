using System.Globalization;

namespace NetGen;

/// <summary>Names in printed reports.</summary>
internal static class Names
{
    /// <summary>A copy of the names given, or the numbers from 0.</summary>
    public static IReadOnlyList<string> Of(int count, IReadOnlyList<string>? names, string what, string parameterName)
    {
        if (names is null)
            return Array.ConvertAll(Enumerable.Range(0, count).ToArray(), number => number.ToString(CultureInfo.InvariantCulture));
        if (names.Count != count)
            throw new ArgumentException($"Expected {count} names, one for each of the {what}, but got {names.Count}.", parameterName);
        if (names.Contains(null))
            throw new ArgumentException("A name is null.", parameterName);
        return names.ToArray();
    }
}
