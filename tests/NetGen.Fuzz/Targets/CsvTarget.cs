using System.Globalization;
using System.Text;

namespace NetGen.Fuzz.Targets;

/// <summary>CSV files, one kind of them.</summary>
internal sealed class CsvTarget(string name, CsvOptions options, params string[] seeds)
    : Target(name, [.. seeds.Select(Encoding.UTF8.GetBytes)])
{
    public override IReadOnlyList<string> Tokens => ["\"\"", "\"x,y\"", "1e38", "3.5e38", "-0", " 7 ", "\r\n", "0x1", "\t", "a", "b", "c"];

    protected override bool IsDocumented(Exception exception) => exception is DataFileException;

    protected override void Read(byte[] file)
    {
        var read = CsvFile.Read<float>(new MemoryStream(file), options);
        var data = read.Dataset;
        Require(data.Count > 0 && data.InputSize == read.FeatureNames.Count, "a sample has a value for each feature");
        foreach (var value in data.Inputs)
            Require(float.IsFinite(value), "values are finite");

        var text = new StringBuilder();
        for (var sample = 0; sample < data.Count; sample++)
        {
            var outcome = data.HasLabels ? [Quote(read.ClassNames[data.Labels[sample]])] : Numbers(data.Target(sample));
            text.AppendJoin(',', [.. Numbers(data.Input(sample)), .. outcome]).Append('\n');
        }

        var again = CsvFile.Read<float>(new StringReader(text.ToString()), new()
        {
            HasHeader = false,
            Label = data.HasLabels ? data.InputSize : null,
            Classes = data.HasLabels ? read.ClassNames : null,
            Targets = [.. Enumerable.Range(data.InputSize, data.TargetSize).Select(CsvColumn.At)],
        }).Dataset;
        Require(
            again.Inputs.SequenceEqual(data.Inputs) && again.Labels.SequenceEqual(data.Labels) && again.Targets.SequenceEqual(data.Targets),
            "what was read can be written and read");
    }

    private static string[] Numbers(ReadOnlySpan<float> values) =>
        Array.ConvertAll(values.ToArray(), value => value.ToString(CultureInfo.InvariantCulture));

    private static string Quote(string label) => $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
