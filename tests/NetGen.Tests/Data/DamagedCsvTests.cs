using System.Text;

namespace NetGen.Tests.Data;

/// <summary>What is wrong with a CSV file is said with its place.</summary>
public class DamagedCsvTests
{
    private static readonly CsvOptions _label = new() { Label = "c" };

    [Theory]
    [InlineData("x", "'x' is not a finite number of type Double. Expected one such as 1.5")]
    [InlineData("", "the cell is empty")]
    [InlineData("NaN", "'NaN' is not a finite number")]
    [InlineData("inf", "'inf' is not a finite number")]
    [InlineData("-Infinity", "'-Infinity' is not a finite number")]
    [InlineData("1e999", "'1e999' is not a finite number")]
    [InlineData("\"1,5\"", "'1,5' is not a finite number")]
    [InlineData("1_000", "'1_000' is not a finite number")]
    [InlineData("0x1F", "'0x1F' is not a finite number")]
    [InlineData("1\0", "is not a finite number")]
    [InlineData(" ", "' ' is not a finite number")]
    public void CellThatIsNoNumberIsNamed(string cell, string reason)
    {
        var e = Refuse($"a,b,c\n1,2,x\n3,{cell},x\n", _label);

        Assert.Equal((3, 2), (e.Line, e.Column));
        Assert.StartsWith("Cannot read the text, line 3, column 2 'b': ", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NumberBeyondAFloatIsRefused() =>
        Assert.Contains(
            "'1e39' is not a finite number of type Single",
            Assert.Throws<DataFileException>(() => CsvFile.Read<float>(new StringReader("a,c\n1e39,x\n"), _label)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TargetIsANumberToo() =>
        Assert.Equal((2, 1), Place(Refuse("y,a\nlow,1\n", new() { Targets = ["y"] })));

    [Fact]
    public void LinesCountAsAnEditorShowsThem()
    {
        // Lines 1 to 4 are the header with a break in it, an empty line and a row; the fault is on the fifth.
        Assert.Equal((5, 1), Place(Refuse("a,\"c\r\nd\"\r\n\r\n1,x\r\n?,x\r\n", new() { Label = -1 })));
        Assert.Equal((5, 1), Place(Refuse("a,\"c\rd\"\r\r1,x\r?,x\r", new() { Label = -1 })));
    }

    [Theory]
    [InlineData("1", "the row has 1 field, but the first row has 2")]
    [InlineData("1,x,2", "the row has 3 fields, but the first row has 2")]
    [InlineData("\"\"", "the row has 1 field, but the first row has 2")]
    public void RaggedRowIsRefused(string row, string reason)
    {
        var e = Refuse($"a,c\n1,x\n{row}\n", _label);

        Assert.Equal((3, null), Place(e));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,c\n1,\"x\n2,y\n", 2, 2, "is never closed")]
    [InlineData("a,c\n1,\"x\"y\n", 2, 2, "'y' follows the closing quote")]
    [InlineData("a,c\n1,x\"y\"\n", 2, 2, "a quote stands inside a field")]
    [InlineData("a,c\n1, \"x\"\n", 2, 2, "a quote stands inside a field")]
    [InlineData("\"", 1, 1, "is never closed")]
    public void QuoteOutOfPlaceIsRefused(string text, int line, int column, string reason)
    {
        var e = Refuse(text, _label);

        Assert.Equal((line, column), Place(e));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("\r\n\n", "it is empty")]
    [InlineData("a,c", "there is no row but the first, which is taken as the header")]
    [InlineData("a,b\n1,x\n", "there is no column 'c'. Its columns are 'a', 'b'")]
    [InlineData("a;c\n1;x\n", "there is no column 'c'. Its columns are 'a;c': check the Delimiter")]
    [InlineData("a,c,c\n1,x,y\n", "two columns have this name")]
    [InlineData("c\nx\n", "no column is left for the inputs")]
    [InlineData("a,c\n1,\n", "the cell is empty. Expected the class of the sample")]
    public void TableWithoutWhatItNeedsIsRefused(string text, string reason) =>
        Assert.Contains(reason, Refuse(text, _label).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2)]
    [InlineData(-3)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void IndexBeyondTheColumnsIsRefused(int index) =>
        Assert.Contains(
            $"there is no column {index}. It has 2 columns",
            Refuse("a,c\n1,x\n", new() { Label = index }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void DuplicateNamesDoNotMatterUnlessChosen() =>
        Assert.Equal(["a", "a"], CsvFile.Read<double>(new StringReader("a,a,c\n1,2,x\n"), _label).FeatureNames);

    [Fact]
    public void ColumnChosenTwiceIsRefused() =>
        Assert.Contains(
            "column 2 'c': the column is chosen twice",
            Refuse("a,c\n1,x\n", new() { Label = "c", Ignored = [-1] }).Message,
            StringComparison.Ordinal);

    [Fact]
    public void LabelThatIsNoClassIsRefused()
    {
        var e = Refuse("a,c\n1,x\n2,z\n", new() { Label = "c", Classes = ["x", "y"] });

        Assert.Equal((3, 2), Place(e));
        Assert.Contains("'z' is none of the classes 'x', 'y'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HeaderTakenForASampleIsPointedOut() =>
        Assert.Contains(
            "if this row is the header, set HasHeader to true",
            Refuse("a,c\n1,x\n", new() { HasHeader = false, Label = 1 }).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void OtherEncodingIsRefused(string mark)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(mark), .. Encoding.Latin1.GetBytes("a,c\n1,ø\n")];

        var e = Assert.Throws<DataFileException>(() => CsvFile.Read<double>(new MemoryStream(bytes), _label));

        Assert.Contains("not UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData(",")]
    [InlineData("\"\"\"\"")]
    public void RowWithoutEndIsRefusedBeforeItIsAllRead(string piece)
    {
        using var endless = new EndlessText(piece);

        var e = Assert.Throws<DataFileException>(() => CsvFile.Read<double>(endless, _label));

        Assert.Contains("more than 1048576 characters", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongCellsAndManyColumnsAreCutInMessages()
    {
        var header = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"column{i}"));

        Assert.InRange(Refuse($"a,c\n{new string('x', 100_000)},y\n", _label).Message.Length, 0, 500);
        Assert.InRange(Refuse(header + "\n", _label).Message.Length, 0, 1000);
    }

    [Fact]
    public void FileIsNamed()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "a,c\n?,x\n");

            var e = Assert.Throws<DataFileException>(() => CsvFile.Read<double>(path, _label));

            Assert.Equal(path, e.Path);
            Assert.StartsWith($"Cannot read '{path}', line 2, column 1 'a': '?' is not", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void MissingFileIsAnIOException() =>
        Assert.Throws<FileNotFoundException>(
            () => CsvFile.Read<double>(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()), _label));

    public static TheoryData<CsvOptions, string> Contradictions => new()
    {
        { new(), "Set either Label" },
        { new() { Label = "c", Targets = ["a"] }, "Set either Label" },
        { new() { Label = "c", Delimiter = '"' }, "The delimiter must be" },
        { new() { Label = "c", Delimiter = '\n' }, "The delimiter must be" },
        { new() { Label = "c", Targets = null! }, "Targets and Ignored are lists" },
        { new() { Label = "c", Ignored = [null!] }, "A column is null" },
        { new() { Label = "c", HasHeader = false }, "Column 'c' is chosen by name, but there is no header" },
        { new() { Targets = [0], Classes = ["x"] }, "Classes belong to a Label" },
        { new() { Label = "c", Classes = [] }, "There are no classes" },
        { new() { Label = "c", Classes = ["x", null!] }, "A class has no name" },
        { new() { Label = "c", Classes = ["x", "y", "x"] }, "Two classes have the same name" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void ContradictingOptionsAreRefused(CsvOptions options, string reason) =>
        Assert.StartsWith(
            reason,
            Assert.Throws<ArgumentException>(
                nameof(options), () => CsvFile.Read<double>(new StringReader("a,c\n1,x\n"), options)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void NullIsNamed()
    {
        Assert.Throws<ArgumentNullException>("path", () => CsvFile.Read<double>((string)null!, _label));
        Assert.Throws<ArgumentNullException>("stream", () => CsvFile.Read<double>((Stream)null!, _label));
        Assert.Throws<ArgumentNullException>("reader", () => CsvFile.Read<double>((TextReader)null!, _label));
        Assert.Throws<ArgumentNullException>("options", () => CsvFile.Read<double>(new StringReader(""), null!));
        Assert.Throws<ArgumentNullException>("name", () => CsvColumn.Named(null!));
    }

    [Fact]
    public void OtherTypesAreRefused() =>
        Assert.Throws<NotSupportedException>(() => CsvFile.Read<int>(new StringReader("a,c\n1,x\n"), _label));

    private static (long? Line, int? Column) Place(DataFileException e) => (e.Line, e.Column);

    private static DataFileException Refuse(string text, CsvOptions options)
    {
        var e = Assert.Throws<DataFileException>(() => CsvFile.Read<double>(new StringReader(text), options));
        Assert.Null(e.Path);
        return e;
    }

    /// <summary>A piece of text for ever. Fails the test that reads megabytes of it.</summary>
    private sealed class EndlessText(string piece) : TextReader
    {
        private int _read;

        public override int Read(char[] buffer, int index, int count)
        {
            Assert.InRange(_read += count, 0, 1 << 23);
            for (var i = 0; i < count; i++)
                buffer[index + i] = piece[(_read - count + i) % piece.Length];
            return count;
        }
    }
}
