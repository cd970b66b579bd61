using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Draws the losses of a training, epoch after epoch.</summary>
internal static class LossChart
{
    private const double Width = 720;
    private const double Height = 420;
    private const double Left = 76;
    private const double Right = Width - 24;
    private const double Top = 84;
    private const double Bottom = Height - 58;

    private const string TrainingColour = "#2563eb";
    private const string ValidationColour = "#d97706";

    // Beyond this ratio of the largest to the smallest loss, a linear axis would show the start of the training alone.
    private const double LogarithmicFrom = 8;

    public static Svg Draw(string title, TrainingHistory history)
    {
        var training = Points(history, epoch => epoch.TrainingLoss);
        var validation = Points(history, epoch => epoch.ValidationLoss);
        double[] losses = training.Concat(validation).Select(point => point.Loss).DefaultIfEmpty(0).ToArray();
        var (least, most) = (losses.Min(), losses.Max());
        bool isLogarithmic = least > 0 && most > LogarithmicFrom * least;
        int last = Math.Max(2, history.Epochs.Count);
        var epochs = Axis.Linear(1, last, ticks: Math.Min(10, last - 1));
        var loss = isLogarithmic ? Axis.Logarithmic(least, most) : Axis.Linear(0, most > 0 ? 1.05 * most : 1, ticks: 6);

        var chart = new Svg(Width, Height, title);
        foreach (double tick in loss.Ticks)
        {
            chart.Line(Left, Y(tick), Right, Y(tick), Svg.Faint);
            chart.Text(Left - 10, Y(tick) + 4.5, tick.ToString("0.######", CultureInfo.InvariantCulture), Anchor.End, Svg.Muted);
        }

        foreach (double tick in epochs.Ticks)
        {
            chart.Line(X(tick), Bottom, X(tick), Bottom + 5, Svg.Muted);
            chart.Text(X(tick), Bottom + 21, tick.ToString("0", CultureInfo.InvariantCulture), Anchor.Middle, Svg.Muted);
        }

        chart.Line(Left, Bottom, Right, Bottom, Svg.Muted);
        chart.Text((Left + Right) / 2, Height - 16, "epoch", Anchor.Middle, Svg.Ink);
        chart.Text(22, (Top + Bottom) / 2, isLogarithmic ? "loss (logarithmic)" : "loss", Anchor.Middle, Svg.Ink, angle: -90);

        chart.Line(X(history.BestEpoch), Top, X(history.BestEpoch), Bottom, Svg.Muted, dashes: "5 4");
        chart.Curve(training.Select(point => (X(point.Epoch), Y(point.Loss))), TrainingColour);
        chart.Curve(validation.Select(point => (X(point.Epoch), Y(point.Loss))), ValidationColour);
        Legend(24, "training", TrainingColour, "none");
        Legend(134, "validation", ValidationColour, "none");
        Legend(254, string.Create(CultureInfo.InvariantCulture, $"weights kept, after epoch {history.BestEpoch}"), Svg.Muted, "5 4");
        return chart;

        double X(double epoch) => Left + (epochs.Position(epoch) * (Right - Left));

        double Y(double value) => Bottom - (loss.Position(value) * (Bottom - Top));

        void Legend(double x, string text, string colour, string dashes)
        {
            chart.Line(x, 56, x + 24, 56, colour, width: 2, dashes);
            chart.Text(x + 32, 60.5, text, Anchor.Start, Svg.Ink);
        }
    }

    /// <summary>What there is to draw: a training that went astray may have losses that are not finite.</summary>
    private static (double Epoch, double Loss)[] Points(TrainingHistory history, Func<EpochResult, double?> loss) =>
        [.. history.Epochs.Select(epoch => ((double)epoch.Epoch, loss(epoch) ?? double.NaN)).Where(point => double.IsFinite(point.Item2))];
}
