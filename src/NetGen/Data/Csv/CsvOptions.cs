namespace NetGen;

/// <summary>
/// How a CSV file is written, and what its columns mean: either <see cref="Label"/> or <see cref="Targets"/> is set.
/// </summary>
public sealed class CsvOptions
{
    /// <summary>The character between two fields: comma, semicolon, tab or another, but no quote and no line break.</summary>
    public char Delimiter { get; set; } = ',';

    /// <summary>Whether the first row holds the names of the columns. Without it columns are chosen by index alone.</summary>
    public bool HasHeader { get; set; } = true;

    /// <summary>The column with the class of each sample; null if there are <see cref="Targets"/>.</summary>
    public CsvColumn? Label { get; set; }

    /// <summary>
    /// The columns with the target values of each sample, in this order; empty if there is a <see cref="Label"/>.
    /// </summary>
    public IReadOnlyList<CsvColumn> Targets { get; set; } = [];

    /// <summary>Columns that are not read. All others but the label or the targets are features.</summary>
    public IReadOnlyList<CsvColumn> Ignored { get; set; } = [];

    /// <summary>
    /// The classes in the order of their indices, such as <see cref="CsvDataset{T}.ClassNames"/> of the training file, so that
    /// another file agrees with it; a label that is not among them is an error. Null to find them in the file.
    /// </summary>
    /// <remarks>
    /// Found in the file, labels that are all integers from 0 to 65535 (digits alone, no leading zero) are the class indices
    /// themselves, whether or not each occurs; else the classes are the different labels, sorted by character code (ordinally).
    /// </remarks>
    public IReadOnlyList<string>? Classes { get; set; }

    /// <summary>What is wrong with the options; null if nothing.</summary>
    internal string? Problem()
    {
        if (Delimiter is '"' or '\r' or '\n')
            return "The delimiter must be neither a quote nor a line break.";
        if (Targets is null || Ignored is null)
            return "Targets and Ignored are lists; an empty one means none.";
        if ((Label is null) == (Targets.Count == 0))
            return "Set either Label, the column with the class, or Targets, the columns with target values.";
        return ProblemOfColumns([.. Targets, .. Ignored, .. Label is null ? Array.Empty<CsvColumn>() : [Label]])
            ?? (Classes is null ? null : ProblemOfClasses(Classes));
    }

    private string? ProblemOfColumns(CsvColumn?[] columns)
    {
        if (Array.IndexOf(columns, null) >= 0)
            return "A column is null.";
        var named = Array.Find(columns, column => column!.Name is not null);
        return HasHeader || named is null
            ? null
            : $"Column {named} is chosen by name, but there is no header. Choose it by index, or set HasHeader.";
    }

    private string? ProblemOfClasses(IReadOnlyList<string> classes)
    {
        if (Label is null)
            return "Classes belong to a Label, but none is set.";
        if (classes.Count == 0)
            return "There are no classes. Set Classes to null to find them in the file.";
        if (classes.Any(name => string.IsNullOrEmpty(name)))
            return "A class has no name.";
        return classes.Distinct(StringComparer.Ordinal).Count() == classes.Count ? null : "Two classes have the same name.";
    }
}
