using System.Globalization;

namespace NetGen.Tests.Reference;

/// <summary>A data set's rows: features, and the label or target in the last column.</summary>
/// <param name="Features">Row after row.</param>
internal sealed record Table(int Columns, double[] Features, double[] Targets)
{
    public int Rows => Targets.Length;

    public static Table Read(string data, string part)
    {
        double[][] rows =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "data", data, part + ".csv"))
                .Skip(1)
                .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture))),
        ];
        return new(rows[0].Length - 1, [.. rows.SelectMany(row => row[..^1])], [.. rows.Select(row => row[^1])]);
    }

    /// <summary>This table with every feature shifted and scaled as makes those of <paramref name="train"/> standard.</summary>
    public Table Standardised(Table train)
    {
        var features = new double[Features.Length];
        for (var column = 0; column < Columns; column++)
        {
            var scale = Scale.Of([.. Column(train, column)]);
            for (var row = 0; row < Rows; row++)
                features[(row * Columns) + column] = scale.Apply(Features[(row * Columns) + column]);
        }

        return this with { Features = features };
    }

    private static IEnumerable<double> Column(Table table, int column) =>
        Enumerable.Range(0, table.Rows).Select(row => table.Features[(row * table.Columns) + column]);
}
