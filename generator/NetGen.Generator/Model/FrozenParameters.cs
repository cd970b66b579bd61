using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Model;

/// <summary>The values of all parameters of a network, known when it is compiled. Equal if they come from the same file.</summary>
/// <param name="File">The file as the project calls it.</param>
/// <param name="Source">Compares in the place of the values.</param>
/// <param name="Tensors">By what the equations call them.</param>
internal sealed record FrozenParameters(string File, object Source, IReadOnlyDictionary<string, FrozenTensor> Tensors)
{
    public bool Equals(FrozenParameters? other) => other is not null && other.File == File && Equals(other.Source, Source);

    public override int GetHashCode() => Source.GetHashCode();
}

/// <summary>The elements of a parameter tensor in row-major order; shared, not to be changed.</summary>
/// <param name="Columns">Of a matrix; 1 of a vector.</param>
internal sealed record FrozenTensor(double[] Values, int Columns)
{
    /// <summary>The element at a row, and at a column of a matrix.</summary>
    public double At(IReadOnlyList<int> subscripts) => Values[subscripts.Aggregate(0, (place, subscript) => (place * Columns) + subscript)];
}
