using System.Globalization;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class ConsoleProgressTests
{
    private const string Line3 = "epoch  3/20  0:30  loss 0.1234  val loss 0.5000  accuracy 0.9640  lr 0.001";

    [Fact]
    public void BarShowsEpochTimeLeftAndLoss()
    {
        var console = new Screen(200);

        // 2.35 of 20 epochs took 47 seconds: the others take 353.
        console.Progress.Report(Batch(3, 35, seconds: 47));

        Assert.Equal("epoch  3/20 [=======>            ]  5:53 left  loss 0.1234  lr 0.001", console.CurrentLine);
        Assert.Empty(console.Lines);
    }

    [Theory]
    [InlineData(0, "[>                   ]")]
    [InlineData(4, "[>                   ]")]
    [InlineData(5, "[=>                  ]")]
    [InlineData(99, "[===================>]")]
    [InlineData(100, "[====================]")]
    [InlineData(170, "[====================]")]
    public void BarIsAsFullAsTheEpoch(int batch, string bar)
    {
        var console = new Screen(200);

        console.Progress.Report(Batch(1, batch, seconds: 1));

        Assert.Contains(bar, console.CurrentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void BarIsRedrawnTenTimesASecond()
    {
        var console = new Screen(200);

        for (var batch = 0; batch <= 1000; batch++)
            console.Progress.Report(Batch(1, batch / 10, seconds: batch / 1000.0));

        Assert.Equal(11, console.Text.Split('\r').Length - 1);
    }

    [Fact]
    public void BarIsDrawnAgainWhereTimeBeginsAnew()
    {
        var console = new Screen(200);
        console.Progress.Report(Batch(20, 99, seconds: 500));

        console.Progress.Report(Batch(1, 1, seconds: 0));

        Assert.StartsWith("epoch  1/20", console.CurrentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void FinishedEpochCoversTheBar()
    {
        var console = new Screen(200);
        console.Progress.Report(Batch(3, 100, seconds: 29));

        console.Progress.Report(EndOf(3));
        console.Progress.Report(Batch(4, 1, seconds: 31));

        Assert.Equal([Line3], console.Lines);
        Assert.StartsWith("epoch  4/20 [", console.CurrentLine, StringComparison.Ordinal);
    }

    [Fact]
    public void ShorterTextCoversALongerOne()
    {
        var console = new Screen(200);
        console.Progress.Report(Batch(3, 1, seconds: 29, loss: 1e-200, rate: 1.23e-200));
        console.Progress.Report(Batch(3, 2, seconds: 30));
        var bar = console.CurrentLine;
        console.Progress.Report(new(3, 20, 100, 100, 0.5, 0.1, TimeSpan.Zero, IsEndOfEpoch: true));

        Assert.EndsWith("lr 0.001", bar, StringComparison.Ordinal);
        Assert.Equal(["epoch  3/20  0:00  loss 0.5000  lr 0.1"], console.Lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(40)]
    public void NarrowConsoleIsNeverFull(int width)
    {
        var console = new Screen(width);

        console.Progress.Report(Batch(2, 99, seconds: 10));
        console.Progress.Report(EndOf(2));
        console.Progress.Report(Batch(3, 50, seconds: 15));
        console.Progress.Report(EndOf(3));

        Assert.Equal(2, console.Lines.Count);
        Assert.Equal(Line3.Substring(0, width - 1).TrimEnd(), console.Lines[1]);
    }

    /// <summary>The screen takes no more than its columns; what is left of the bar beyond them is not its concern.</summary>
    [Fact]
    public void ConsoleThatBecameNarrowIsNeverFull()
    {
        var console = new Screen(200);
        console.Progress.Report(Batch(3, 50, seconds: 10));
        console.Columns = 30;

        console.Progress.Report(EndOf(3));

        Assert.StartsWith(Line3[..29], console.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void UnknownWidthIsEighty(int width) => CheckEighty(() => width);

    [Fact]
    public void UnreadableWidthIsEighty()
    {
        CheckEighty(() => throw new IOException());
        CheckEighty(() => throw new PlatformNotSupportedException());
    }

    [Fact]
    public void LogHasOnlyLines()
    {
        var writer = new StringWriter();
        using (var progress = new ConsoleProgress(writer))
        {
            for (var epoch = 1; epoch <= 3; epoch++)
            {
                progress.Report(Batch(epoch, 50, seconds: 20));
                progress.Report(EndOf(epoch));
            }

            progress.Report(Batch(4, 50, seconds: 40));
        }

        var lines = writer.ToString().Split(Environment.NewLine);
        Assert.Equal(4, lines.Length);
        Assert.Equal((Line3, ""), (lines[2], lines[3]));
        Assert.DoesNotContain(string.Concat(lines), char.IsControl);
    }

    [Fact]
    public void OnlyEveryFewEpochsHaveALine()
    {
        var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, everyEpochs: 8);

        for (var epoch = 1; epoch <= 20; epoch++)
            progress.Report(EndOf(epoch));
        progress.Dispose();

        Assert.Equal(["epoch  8", "epoch 16", "epoch 20"], Starts(writer));
    }

    [Fact]
    public void DisposingWritesTheLineThatIsMissing()
    {
        var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, everyEpochs: 8);
        for (var epoch = 1; epoch <= 13; epoch++)
            progress.Report(EndOf(epoch));

        progress.Dispose();
        progress.Dispose();

        Assert.Equal(["epoch  8", "epoch 13"], Starts(writer));
    }

    [Fact]
    public void DisposingLeavesTheLineOfTheBar()
    {
        var console = new Screen(100);
        console.Progress.Report(EndOf(3));
        console.Progress.Report(Batch(4, 50, seconds: 40));

        console.Progress.Dispose();
        console.Progress.Dispose();

        Assert.Equal(2, console.Lines.Count);
        Assert.StartsWith("epoch  4/20 [", console.Lines[1], StringComparison.Ordinal);
        Assert.Equal("", console.CurrentLine);
    }

    [Fact]
    public void FailingWriterDoesNotEndTheTraining()
    {
        var closed = new StringWriter();
        closed.Dispose();
        var broken = new StreamWriter(new FullDisk());

        foreach (var writer in new TextWriter[] { closed, broken })
        {
            var progress = new ConsoleProgress(writer, () => 80, 1);
            progress.Report(Batch(1, 1, seconds: 1));
            progress.Report(EndOf(1));
            progress.Dispose();
        }
    }

    [Fact]
    public void TrainerReports()
    {
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        var data = new Dataset<float>(inputs, 2, [0, 0, 0, 1]);
        var accuracy = new Metric<float>("accuracy", (network, samples) => Evaluate.Classification(network, samples).Accuracy);
        var writer = new StringWriter();
        var console = new Screen(100);

        new Trainer<float>(new Sgd<float>(new TinyNetwork(), 0.1)) { BatchSize = 2, Metric = accuracy }
            .Fit(data, epochs: 5, data, new ConsoleProgress(writer, everyEpochs: 2));
        new Trainer<float>(new Sgd<float>(new TinyNetwork(), 0.1)) { BatchSize = 2 }.Fit(data, epochs: 5, progress: console.Progress);

        Assert.Equal(["epoch 2/", "epoch 4/", "epoch 5/"], Starts(writer));
        Assert.Matches("^epoch 2/5  0:0.  loss .*  val loss .*  accuracy .*  lr 0.1\n", writer.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(5, console.Lines.Count);
        Assert.Equal("", console.CurrentLine);
    }

    [Fact]
    public void ConsoleOfThisProcessIsWrittenTo()
    {
        using var progress = new ConsoleProgress(everyEpochs: 2);

        progress.Report(Batch(1, 1, seconds: 1));
        progress.Report(EndOf(1));
    }

    [Fact]
    public void AnythingCanBeReported()
    {
        var console = new Screen(200);

        console.Progress.Report(default);
        console.Progress.Report(new(1, int.MaxValue, -5, 0, double.NaN, double.NegativeInfinity, TimeSpan.MaxValue));
        Assert.Contains("? left  loss NaN  lr -Infinity", console.CurrentLine, StringComparison.Ordinal);

        console.Progress.Report(new(0, 0, 0, 0, 0, 0, TimeSpan.MinValue, IsEndOfEpoch: true, 1e9, 0, null));
        Assert.Equal("epoch 0/0  ?  loss 0.0000  val loss 1.000e+09  metric 0.0000  lr 0", console.Lines[0]);
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(59.9, "0:59")]
    [InlineData(61, "1:01")]
    [InlineData(3599, "59:59")]
    [InlineData(3600, "1:00:00")]
    [InlineData(363661, "101:01:01")]
    [InlineData(-5, "0:00")]
    public void TimeIsInHoursMinutesAndSeconds(double seconds, string text) =>
        Assert.Contains($"  {text}  loss", new TrainingProgress(1, 1, 1, 1, 0, 0, TimeSpan.FromSeconds(seconds)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0.0000")]
    [InlineData(0.01234, "0.0123")]
    [InlineData(0.001234, "1.234e-03")]
    [InlineData(-123.45678, "-123.4568")]
    [InlineData(1234567.8, "1.235e+06")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void LossHasThreeDigitsAtLeast(double loss, string text) =>
        Assert.Contains($"  loss {text}  lr", new TrainingProgress(1, 1, 1, 1, loss, 0, TimeSpan.Zero).ToString(), StringComparison.Ordinal);

    [Fact]
    public void TextIsTheSameInEveryCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus";
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(Line3, EndOf(3).ToString());
            Assert.Equal(
                "epoch -1/-2  0:00  loss -0.5000  lr 1E-05",
                new TrainingProgress(-1, -2, 1, 1, -0.5, 1e-5, TimeSpan.Zero).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentNullException>("writer", () => new ConsoleProgress(null!));
        Assert.Throws<ArgumentOutOfRangeException>("everyEpochs", () => new ConsoleProgress(everyEpochs: 0));
    }

    private static void CheckEighty(Func<int> width)
    {
        var writer = new StringWriter();

        new ConsoleProgress(writer, width, 1).Report(EndOf(3) with { MetricName = new('m', 80) });

        var beforeMetric = Line3[..Line3.IndexOf("accuracy", StringComparison.Ordinal)];
        Assert.Equal("\r" + beforeMetric.PadRight(79, 'm') + Environment.NewLine, writer.ToString());
    }

    private static string[] Starts(StringWriter writer) =>
        [.. writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => line[..8])];

    private static TrainingProgress Batch(int epoch, int batch, double seconds, double loss = 0.1234, double rate = 0.001) =>
        new(epoch, 20, batch, 100, loss, rate, TimeSpan.FromSeconds(seconds));

    private static TrainingProgress EndOf(int epoch) => new(
        epoch, 20, 100, 100, 0.12341, 0.001, TimeSpan.FromSeconds(10 * epoch), IsEndOfEpoch: true, 0.5, 0.964, "accuracy");

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException();
    }
}
