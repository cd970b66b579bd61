namespace NetGen;

/// <summary>The receiver operating characteristic: right against false alarms, over all thresholds of a score.</summary>
internal static class RocCurve
{
    /// <summary>The area under the curve of a class against all others; NaN where one side is empty or a score is NaN.</summary>
    /// <param name="outputs">labels.Length · <paramref name="outputSize"/> values.</param>
    /// <param name="outputSize">Values in one output.</param>
    /// <param name="labels">The samples' classes.</param>
    /// <param name="output">Which of the values is the score.</param>
    /// <param name="positive">The class that the score is for.</param>
    public static double Area<T>(
        ReadOnlySpan<T> outputs, int outputSize, ReadOnlySpan<int> labels, int output, int positive)
        where T : unmanaged
    {
        var scores = new double[labels.Length];
        var isPositive = new bool[labels.Length];
        for (var sample = 0; sample < labels.Length; sample++)
        {
            scores[sample] = Real.ToDouble(outputs[(sample * outputSize) + output]);
            isPositive[sample] = labels[sample] == positive;
            if (double.IsNaN(scores[sample]))
                return double.NaN;
        }

        Array.Sort(scores, isPositive);
        return Area(scores, isPositive);
    }

    // Counts the pairs of a positive and a negative sample that the score orders rightly, twice, since ties count half.
    private static double Area(double[] sortedScores, bool[] isPositive)
    {
        long positives = 0, negatives = 0, twiceRight = 0;
        for (int first = 0, next; first < sortedScores.Length; first = next)
        {
            long tiedPositives = 0;
            for (next = first; next < sortedScores.Length && sortedScores[next] == sortedScores[first]; next++)
                tiedPositives += isPositive[next] ? 1 : 0;
            var tiedNegatives = next - first - tiedPositives;
            twiceRight += tiedPositives * ((2 * negatives) + tiedNegatives);
            positives += tiedPositives;
            negatives += tiedNegatives;
        }

        // 0 / 0 where a side is empty.
        return twiceRight / (2.0 * positives * negatives);
    }
}
