using System.Globalization;
using System.Text;

namespace NetGen.Tests.Data;

/// <summary>What the text of a CSV file may look like, and what is read from it.</summary>
public class CsvFileTests
{
    private static readonly CsvOptions _label = new() { Label = "c" };

    [Fact]
    public void ColumnsBecomeFeaturesAndLabels()
    {
        var csv = Read("a,c,b\n1,red,-2.5\n3e2,blue,+.5\n4,red,6\n", _label);

        Assert.Equal(["a", "b"], csv.FeatureNames);
        Assert.Equal(["c"], csv.TargetNames);
        Assert.Equal(["blue", "red"], csv.ClassNames);
        Assert.Equal(2, csv.Dataset.InputSize);
        Assert.Equal([1, -2.5, 300, 0.5, 4, 6], csv.Dataset.Inputs.ToArray());
        Assert.Equal([1, 0, 1], csv.Dataset.Labels.ToArray());
    }

    [Fact]
    public void TargetsComeInTheOrderAskedFor()
    {
        var csv = Read("a,y1,b,y2,id\n1,2,3,4,x\n5,6,7,8,y\n", new() { Targets = ["y2", "y1"], Ignored = ["id"] });

        Assert.Equal(["a", "b"], csv.FeatureNames);
        Assert.Equal(["y2", "y1"], csv.TargetNames);
        Assert.Empty(csv.ClassNames);
        Assert.False(csv.Dataset.HasLabels);
        Assert.Equal([1, 3, 5, 7], csv.Dataset.Inputs.ToArray());
        Assert.Equal([4, 2, 8, 6], csv.Dataset.Targets.ToArray());
    }

    [Fact]
    public void WithoutAHeaderColumnsGoByIndex()
    {
        var csv = Read("9,1,2,x\n8,3,4,y\n", new() { HasHeader = false, Label = -1, Ignored = [0] });

        Assert.Equal(["1", "2"], csv.FeatureNames);
        Assert.Equal(["3"], csv.TargetNames);
        Assert.Equal([1, 2, 3, 4], csv.Dataset.Inputs.ToArray());
        Assert.Equal([0, 1], csv.Dataset.Labels.ToArray());
    }

    // What Python's csv module reads from this text, which ends no line like another.
    [Fact]
    public void QuotesAreReadAsByPython()
    {
        var csv = Read(
            "a,\"b \"\"c\"\", d\",c\r\n1,5,\"two\r\nlines\"\r2,6,\" \"\" \"\n\n3,7,\" \"\" \"", _label);

        Assert.Equal(["a", "b \"c\", d"], csv.FeatureNames);
        Assert.Equal([" \" ", "two\r\nlines"], csv.ClassNames);
        Assert.Equal([1, 5, 2, 6, 3, 7], csv.Dataset.Inputs.ToArray());
        Assert.Equal([1, 0, 0], csv.Dataset.Labels.ToArray());
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    [InlineData(' ')]
    public void AnyDelimiterWillDo(char delimiter)
    {
        var text = "a,b,c\n1,2,x\n".Replace(',', delimiter);

        Assert.Equal([1, 2], Read(text, new() { Label = "c", Delimiter = delimiter }).Dataset.Inputs.ToArray());
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\r", "\r")]
    [InlineData("\n", "\n\n\n")]
    [InlineData("\n\n", "\n")]
    public void AnyLineEndWillDo(string lineEnd, string last)
    {
        var csv = Read($"a,c{lineEnd}1,x{lineEnd}2,y{last}", _label);

        Assert.Equal([1, 2], csv.Dataset.Inputs.ToArray());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ByteOrderMarkTellsTheEncoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("å,c\n1,ø\n")];

        var csv = CsvFile.Read<double>(new MemoryStream(bytes), _label);

        Assert.Equal(["å"], csv.FeatureNames);
        Assert.Equal(["ø"], csv.ClassNames);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void ByteOrderMarkOfATextIsSkipped(int atOnce) =>
        Assert.Equal(["a"], CsvFile.Read<float>(new SlowText("\uFEFFa,c\n1,x\n", atOnce), _label).FeatureNames);

    [Fact]
    public void StreamStaysOpen()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("a,c\n1,x\n"));

        CsvFile.Read<float>(stream, _label);

        Assert.True(stream.CanRead);
    }

    // 0.1f and 16777217f (a tie, which goes to the even 16777216), and the double above 2⁻¹⁴⁹ / 2.
    [Fact]
    public void NumbersAreTheNearestOfTheirType()
    {
        const string Text = "a,b,d,c\n0.1,16777217,7.1e-46,x\n";

        Assert.Equal([0.1f, 16777216f, float.Epsilon], CsvFile.Read<float>(new StringReader(Text), _label).Dataset.Inputs.ToArray());
        Assert.Equal([0.1, 16777217, 7.1e-46], Read(Text, _label).Dataset.Inputs.ToArray());
    }

    // Rounded to double first, which is a tie, the number would become the even float below: 1 instead of 1 + 2⁻²³.
    [Fact]
    public void FloatsAreRoundedOnce() =>
        Assert.Equal(
            [MathF.BitIncrement(1)],
            CsvFile.Read<float>(new StringReader("a,c\n1.00000005960464477540,x\n"), _label).Dataset.Inputs.ToArray());

    [Fact]
    public void NumbersDoNotDependOnTheCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "~" };
            CultureInfo.CurrentCulture = german;

            Assert.Equal([-1.5], Read("a,c\n-1.5,x\n", _label).Dataset.Inputs.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void SpacesSurroundANumberButBelongToAName()
    {
        var csv = Read("a, b,c\n 1 ,2, x\n3,4,x\n", _label);

        Assert.Equal(["a", " b"], csv.FeatureNames);
        Assert.Equal([" x", "x"], csv.ClassNames);
        Assert.Equal([1, 2, 3, 4], csv.Dataset.Inputs.ToArray());
    }

    [Fact]
    public void IntegersAreClassIndicesThemselves()
    {
        var csv = Read("a,c\n0,10\n0,2\n0,0\n", _label);

        Assert.Equal([10, 2, 0], csv.Dataset.Labels.ToArray());
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], csv.ClassNames);
    }

    [Theory]
    [InlineData("-1", "1")]
    [InlineData("01", "1")]
    [InlineData("1.0", "2.0")]
    [InlineData("1", "65536")]
    [InlineData("1", "9999999999999999999")]
    [InlineData("1", "one")]
    [InlineData("B", "a")]
    public void OtherLabelsAreNamesInOrdinalOrder(string first, string second)
    {
        var csv = Read($"a,c\n0,{second}\n0,{first}\n", _label);

        Assert.Equal([first, second], csv.ClassNames);
        Assert.Equal([1, 0], csv.Dataset.Labels.ToArray());
    }

    [Fact]
    public void GivenClassesKeepTheirOrder()
    {
        var train = Read("a,c\n0,small\n0,large\n0,medium\n", new() { Label = "c", Classes = ["small", "medium", "large"] });
        var test = Read("a,c\n0,large\n", new() { Label = "c", Classes = train.ClassNames });

        Assert.Equal([0, 2, 1], train.Dataset.Labels.ToArray());
        Assert.Equal([2], test.Dataset.Labels.ToArray());
        Assert.Equal(["small", "medium", "large"], test.ClassNames);
    }

    [Fact]
    public void RowMayBeLong()
    {
        var header = string.Join(',', Enumerable.Range(0, 100_000)) + ",c\n";
        var row = string.Concat(Enumerable.Repeat("1,", 100_000)) + "x\n";

        Assert.Equal(100_000, Read(header + row, _label).Dataset.InputSize);
    }

    [Fact]
    public void RowsMayBeMany()
    {
        var csv = Read("a,c\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},{i % 3}\n")), _label);

        Assert.Equal(100_000, csv.Dataset.Count);
        Assert.Equal(Enumerable.Range(0, 100_000).Sum(i => (double)i), csv.Dataset.Inputs.ToArray().Sum());
    }

    /// <summary>Tables of any text, written as RFC 4180 says, come back.</summary>
    [Fact]
    public void RandomTablesComeBack()
    {
        var random = new SeededRandom(1);
        for (var table = 0; table < 300; table++)
        {
            var columns = 1 + random.NextInt32(4);
            var names = Enumerable.Range(0, columns).Select(column => RandomText(random) + column).ToArray();
            var rows = 1 + random.NextInt32(6);
            var inputs = Enumerable.Range(0, rows * columns).Select(_ => random.NextGaussian()).ToArray();
            var labels = Enumerable.Range(0, rows).Select(_ => RandomText(random) + "#").ToArray();
            var lineEnd = new[] { "\n", "\r\n", "\r" }[random.NextInt32(3)];
            var text = new StringBuilder().AppendJoin(',', names.Append("label!").Select(Quoted)).Append(lineEnd);
            for (var row = 0; row < rows; row++)
            {
                text.AppendJoin(
                    ',',
                    inputs[(row * columns)..((row + 1) * columns)].Select(x => x.ToString("R", CultureInfo.InvariantCulture))
                        .Append(Quoted(labels[row]))).Append(lineEnd);
            }

            var csv = Read(text.ToString(), new() { Label = "label!" });

            Assert.Equal(names, csv.FeatureNames);
            Assert.Equal(inputs, csv.Dataset.Inputs.ToArray());
            Assert.Equal(labels, csv.Dataset.Labels.ToArray().Select(label => csv.ClassNames[label]));
        }
    }

    private static string RandomText(SeededRandom random) =>
        string.Concat(Enumerable.Range(0, random.NextInt32(5)).Select(_ => "ab ,;\"\r\n\tø0"[random.NextInt32(11)]));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static CsvDataset<double> Read(string text, CsvOptions options) =>
        CsvFile.Read<double>(new StringReader(text), options);

    private sealed class SlowText(string text, int atOnce) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(count, atOnce));
    }
}
