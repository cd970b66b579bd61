namespace NetGen;

/// <summary>Shows the progress of one training in the console: a bar that moves, and a line for each finished epoch.</summary>
/// <remarks>
/// <para>
/// The bar is redrawn at most ten times a second, by the time in the reports, and cut to the width of the console. Where the
/// output is redirected there is no bar, only the lines. A console or writer that fails never ends the training.
/// </para>
/// <para>
/// A training that ends before its last epoch leaves the bar as it was, and may leave the line of its last epoch out;
/// <see cref="Dispose"/> puts that right. It does not close the writer.
/// </para>
/// </remarks>
public sealed class ConsoleProgress : IProgress<TrainingProgress>, IDisposable
{
    private const int UsualWidth = 80;
    private const int BarWidth = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _writer;
    private readonly Func<int>? _width;
    private readonly int _everyEpochs;
    private TrainingProgress? _unprinted;
    private TimeSpan? _drawn;
    private int _barLength;

    /// <summary>Shows progress in the console.</summary>
    /// <param name="everyEpochs">How many epochs share a line; at least 1. The last epoch always has one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="everyEpochs"/> is less than 1.</exception>
    public ConsoleProgress(int everyEpochs = 1)
        : this(Console.Out, Console.IsOutputRedirected ? null : () => Console.WindowWidth, everyEpochs)
    {
    }

    /// <summary>Writes the lines, without a bar, such as to a log.</summary>
    /// <param name="writer">Receives the lines; each is flushed.</param>
    /// <param name="everyEpochs">How many epochs share a line; at least 1. The last epoch always has one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="everyEpochs"/> is less than 1.</exception>
    public ConsoleProgress(TextWriter writer, int everyEpochs = 1)
        : this(writer, width: null, everyEpochs)
    {
    }

    /// <param name="writer">Receives the text.</param>
    /// <param name="width">Gives the columns of the console, 0 or an exception where they are not known; null if it is none.</param>
    /// <param name="everyEpochs">How many epochs share a line.</param>
    internal ConsoleProgress(TextWriter writer, Func<int>? width, int everyEpochs)
    {
        Guard.NotNull(writer, nameof(writer));
        if (everyEpochs < 1)
            throw new ArgumentOutOfRangeException(nameof(everyEpochs), everyEpochs, "A line is for at least one epoch.");
        (_writer, _width, _everyEpochs) = (writer, width, everyEpochs);
    }

    /// <summary>Shows how far the training has come.</summary>
    /// <param name="value">The report.</param>
    public void Report(TrainingProgress value)
    {
        if (value.IsEndOfEpoch)
            _unprinted = value;
        if (value.IsEndOfEpoch && (value.Epoch % _everyEpochs == 0 || value.Epoch >= value.Epochs))
            PrintLine(value);
        else if (_width is not null && IsTimeToDraw(value.Elapsed))
            DrawBar(value);
    }

    /// <summary>Writes the line of the last finished epoch if it is missing, and leaves the line of the bar.</summary>
    public void Dispose()
    {
        if (_unprinted is { } last)
            PrintLine(last);
        else if (_barLength > 0)
            Write(Environment.NewLine);
        _barLength = 0;
    }

    private bool IsTimeToDraw(TimeSpan elapsed) => _drawn is not { } drawn || elapsed < drawn || elapsed - drawn >= _pause;

    private void DrawBar(TrainingProgress progress)
    {
        var done = progress.Batches < 1 ? 0 : Math.Min(1, Math.Max(0, (double)progress.Batch / progress.Batches));
        var filled = (int)(done * BarWidth);
        var bar = new string('=', filled) + (filled < BarWidth ? ">" : "");
        var left = progress.Elapsed.TotalSeconds * ((progress.Epochs / (progress.Epoch - 1 + done)) - 1);
        var text = $"{progress.EpochText} [{bar.PadRight(BarWidth)}]  {TrainingProgress.TimeText(left)} left  {progress.MeasuresText}";
        Write(Over(text, out var length));
        _drawn = progress.Elapsed;
        _barLength = length;
    }

    private void PrintLine(TrainingProgress progress)
    {
        Write((_width is null ? progress.ToString() : Over(progress.ToString(), out _)) + Environment.NewLine);
        _barLength = 0;
        _unprinted = null;
    }

    /// <summary>A line that covers the bar. The last column stays free: some consoles go to the next line there.</summary>
    private string Over(string line, out int length)
    {
        var most = Width() - 1;
        length = Math.Min(line.Length, most);
        return "\r" + line.Substring(0, length).PadRight(Math.Min(_barLength, most));
    }

    private int Width()
    {
        try
        {
            return _width!() is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception e) when (IsOfConsole(e))
        {
            return UsualWidth;
        }
    }

    private void Write(string text)
    {
        try
        {
            _writer.Write(text);
            _writer.Flush();
        }
        catch (Exception e) when (IsOfConsole(e))
        {
            // Nobody reads any more; the training goes on.
        }
    }

    // Such as a closed handle, a closed writer, a platform without a console.
    private static bool IsOfConsole(Exception e) =>
        e is IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException;
}
