using System.Globalization;
using NetGen;

namespace Samples;

/// <summary>Draws a confusion matrix: the darker a cell, the larger its part of the true class, the row.</summary>
internal static class ConfusionChart
{
    private const double LetterWidth = 7.5;
    private const double Top = 128;

    public static Svg Draw(string title, ConfusionMatrix confusion)
    {
        int classes = confusion.ClassCount;
        double nameWidth = confusion.ClassNames.Max(name => name.Length) * LetterWidth;
        double cell = Math.Max(44, nameWidth + 16);
        double height = Math.Min(cell, 64);
        double left = 56 + nameWidth;
        double right = left + (classes * cell);
        double bottom = Top + (classes * height);

        string subtitle = string.Create(
            CultureInfo.InvariantCulture, $"{confusion.Correct} of {confusion.Count} test rows right, {(double)confusion.Correct / confusion.Count:P2}");
        var chart = new Svg(Math.Max(right + 24, 360), bottom + 24, title);
        chart.Text(24, 56, subtitle, Anchor.Start, Svg.Muted);
        chart.Text((left + right) / 2, Top - 36, "predicted", Anchor.Middle, Svg.Ink, bold: true);
        chart.Text(28, (Top + bottom) / 2, "true", Anchor.Middle, Svg.Ink, bold: true, angle: -90);

        for (int label = 0; label < classes; label++)
        {
            double y = Top + (label * height);
            string name = confusion.ClassNames[label];
            chart.Text(left - 10, y + (height / 2) + 4.5, name, Anchor.End, Svg.Ink);
            chart.Text(left + ((label + 0.5) * cell), Top - 12, name, Anchor.Middle, Svg.Ink);

            double support = Math.Max(1, Enumerable.Range(0, classes).Sum(predicted => confusion[label, predicted]) + confusion.Unclassified(label));
            for (int predicted = 0; predicted < classes; predicted++)
            {
                int count = confusion[label, predicted];
                double part = count / support;
                double x = left + (predicted * cell);
                chart.Rectangle(x + 1, y + 1, cell - 2, height - 2, Colour(part, right: label == predicted));
                string ink = count == 0 ? "#9ca3af" : part > 0.55 ? "#ffffff" : Svg.Ink;
                chart.Text(x + (cell / 2), y + (height / 2) + 5, count.ToString(CultureInfo.InvariantCulture), Anchor.Middle, ink, size: 14, bold: count > 0);
            }
        }

        return chart;
    }

    /// <summary>From almost white to blue for right predictions, to red for wrong ones; the root lets single errors stand out.</summary>
    private static string Colour(double part, bool right)
    {
        var (red, green, blue) = right ? (29, 78, 216) : (220, 38, 38);
        double depth = Math.Sqrt(part);
        return $"#{Blend(red):x2}{Blend(green):x2}{Blend(blue):x2}";

        int Blend(int full) => (int)Math.Round(245 + (depth * (full - 245)));
    }
}
