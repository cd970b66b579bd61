namespace NetGen;

/// <summary>
/// A random matrix with orthonormal rows or columns: normal numbers, made orthogonal by Gram and Schmidt's method, which
/// leaves every such matrix equally likely (Mezzadri, "How to Generate Random Matrices from the Classical Compact Groups",
/// 2007).
/// </summary>
internal static class OrthogonalMatrix
{
    /// <returns>The elements, row-major.</returns>
    public static IEnumerable<double> Draw(int rows, int columns, SeededRandom random)
    {
        // The vectors are the shorter way through the matrix: as many as fit into their space.
        var areRows = rows <= columns;
        var vectors = new double[Math.Min(rows, columns)][];
        for (var index = 0; index < vectors.Length; index++)
            vectors[index] = Next(vectors.AsSpan(0, index), Math.Max(rows, columns), random);

        return
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            select areRows ? vectors[row][column] : vectors[column][row];
    }

    private static double[] Next(ReadOnlySpan<double[]> others, int length, SeededRandom random)
    {
        var vector = new double[length];
        for (var index = 0; index < length; index++)
            vector[index] = random.NextGaussian();

        // Twice is enough (Kahan, in Parlett's "The Symmetric Eigenvalue Problem", 1980): the first pass may cancel most of
        // the vector, and the second removes what the first one's rounding left.
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var other in others)
                AddScaled(vector, -Dot(vector, other), other);
        }

        var norm = Math.Sqrt(Dot(vector, vector));
        for (var index = 0; index < length; index++)
            vector[index] /= norm;
        return vector;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
            sum += left[index] * right[index];
        return sum;
    }

    private static void AddScaled(double[] vector, double factor, double[] other)
    {
        for (var index = 0; index < vector.Length; index++)
            vector[index] += factor * other[index];
    }
}
