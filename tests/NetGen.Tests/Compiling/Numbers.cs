using System.Numerics;

namespace NetGen.Tests.Compiling;

/// <summary>Arrays of one precision as arrays of the other.</summary>
internal static class Numbers
{
    public static T[] To<T>(this double[] values)
        where T : IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, T.CreateTruncating);

    public static double[] ToDouble<T>(this T[] values)
        where T : IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, double.CreateTruncating);

    /// <summary>One row a label, with 1 in the label's column.</summary>
    public static double[] OneHot(this int[] labels, int classes)
    {
        var targets = new double[labels.Length * classes];
        for (var sample = 0; sample < labels.Length; sample++)
            targets[(sample * classes) + labels[sample]] = 1;
        return targets;
    }

    public static double[] Row(this double[] matrix, int row, int columns) => matrix.AsSpan(row * columns, columns).ToArray();

    public static double[][] Rows(this double[] matrix, int columns) =>
        [.. Enumerable.Range(0, matrix.Length / columns).Select(row => matrix.Row(row, columns))];
}
