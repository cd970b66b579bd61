using System.Runtime.CompilerServices;

namespace NetGen.Generator.Parsing;

/// <summary>Compares objects by what they are, not by what they say, which takes as long as they are large.</summary>
internal sealed class ReferenceComparer<T> : IEqualityComparer<T>
    where T : class
{
    public static readonly ReferenceComparer<T> Instance = new();

    public bool Equals(T? left, T? right) => ReferenceEquals(left, right);

    public int GetHashCode(T value) => RuntimeHelpers.GetHashCode(value);
}
