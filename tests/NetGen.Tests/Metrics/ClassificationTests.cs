using NetGen.Tests.Networks;

namespace NetGen.Tests.Metrics;

public class ClassificationTests
{
    private const int Digits = 14;

    /// <summary>The example of scikit-learn's classification_report: class 1 is never predicted rightly.</summary>
    [Fact]
    public void DocumentedExample()
    {
        var report = new ClassificationReport(new([0, 0, 2, 2, 1], [0, 1, 2, 2, 2], 3));

        Assert.Equal(0.6, report.Accuracy);
        Check([0.5, 0, 1], [1, 0, 2 / 3.0], [2 / 3.0, 0, 0.8], [1, 1, 3], report);
        Check(0.5, 0.5555555555555555, 0.48888888888888893, 5, report.MacroAverage);
        Check(0.7, 0.6, 0.6133333333333334, 5, report.WeightedAverage);
    }

    [Fact]
    public void FourClasses()
    {
        var report = Evaluate.Classification<double>(Samples.Scores, Samples.Labels, Samples.Classes);

        Assert.Equal(0.325, report.Accuracy);
        Check(
            [0.4, 0.3333333333333333, 0.3076923076923077, 0.25],
            [0.2857142857142857, 0.42857142857142855, 0.3076923076923077, 0.3333333333333333],
            [0.3333333333333333, 0.375, 0.3076923076923077, 0.28571428571428575],
            [14, 7, 13, 6],
            report);
        Check(0.3227564102564103, 0.3388278388278388, 0.3254349816849817, 40, report.MacroAverage);
        Check(0.3358333333333333, 0.325, 0.3251488095238095, 40, report.WeightedAverage);
        Assert.Equal([0.325, 0.575, 0.8, 1], Enumerable.Range(1, 4).Select(report.TopKAccuracy));
        Assert.Equal([4, 1, 4, 5, 2, 3, 2, 0, 4, 4, 4, 1, 0, 1, 3, 2], Counts(report.Confusion));
        Assert.Equal(double.NaN, report.RocAuc);
    }

    [Fact]
    public void ClassWithoutSamples()
    {
        var labels = Array.ConvertAll(Samples.Labels, label => label % 3);

        var report = Evaluate.Classification<double>(Samples.Scores, labels, Samples.Classes);

        Check(
            [0.4, 0.3333333333333333, 0.3076923076923077, 0],
            [0.2, 0.42857142857142855, 0.3076923076923077, 0],
            [0.26666666666666666, 0.375, 0.3076923076923077, 0],
            [20, 7, 13, 0],
            report);
        Check(0.2602564102564103, 0.23406593406593407, 0.23733974358974358, 40, report.MacroAverage);
        Check(0.3583333333333333, 0.275, 0.2989583333333333, 40, report.WeightedAverage);
        Assert.Equal([0.275, 0.525, 0.75, 1], Enumerable.Range(1, 4).Select(report.TopKAccuracy));
    }

    /// <summary>scikit-learn's values are those of a prediction −1, which is none of the labels that it is told.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void NaNIsNeverRight(int place)
    {
        var scores = Samples.Scores.ToArray();
        for (var sample = 0; sample < Samples.Count; sample += 5)
            scores[(sample * Samples.Classes) + place] = double.NaN;

        var report = Evaluate.Classification<double>(scores, Samples.Labels, Samples.Classes);

        Assert.Equal(0.25, report.Accuracy);
        Assert.Equal([2, 1, 4, 1], Enumerable.Range(0, 4).Select(report.Confusion.Unclassified));
        Check(
            [0.42857142857142855, 0.2857142857142857, 0.2727272727272727, 0.2857142857142857],
            [0.21428571428571427, 0.2857142857142857, 0.23076923076923078, 0.3333333333333333],
            [0.2857142857142857, 0.2857142857142857, 0.25, 0.3076923076923077],
            [14, 7, 13, 6],
            report);
        Check(0.3181818181818181, 0.266025641025641, 0.2822802197802198, 40, report.MacroAverage);
        Check(0.33149350649350645, 0.25, 0.27740384615384617, 40, report.WeightedAverage);
        Assert.Equal(0.8, report.TopKAccuracy(4));
    }

    [Fact]
    public void OneOutputTellsTwoClassesApart()
    {
        var report = Evaluate.Classification<double>(Samples.BinaryScores, Samples.BinaryLabels, 1);

        Assert.Equal(0.5833333333333334, report.Accuracy);
        Assert.Equal(0.702020202020202, report.RocAuc, Digits);
        Check(
            [0.6176470588235294, 0.5384615384615384],
            [0.6363636363636364, 0.5185185185185185],
            [0.6268656716417911, 0.5283018867924528],
            [33, 27],
            report);
        Check(0.5780542986425339, 0.5774410774410774, 0.5775837792171219, 60, report.MacroAverage);
        Check(0.5820135746606335, 0.5833333333333334, 0.5825119684595889, 60, report.WeightedAverage);
        Assert.Equal([21, 12, 13, 14], Counts(report.Confusion));
        Assert.Equal(report.Accuracy, report.TopKAccuracy(1));
        Assert.Equal(1, report.TopKAccuracy(2));

        var lower = Evaluate.Classification<double>(Samples.BinaryScores, Samples.BinaryLabels, 1, threshold: 0.25);
        Assert.Equal(0.5666666666666667, lower.Accuracy);
        Assert.Equal(report.RocAuc, lower.RocAuc);
    }

    [Fact]
    public void TwoOutputsMeasureAsOne()
    {
        double[] outputs = [.. Samples.BinaryScores.SelectMany(score => new[] { 1 - score, score })];

        var report = Evaluate.Classification<double>(outputs, Samples.BinaryLabels, 2);

        Assert.Equal(0.5833333333333334, report.Accuracy);
        Assert.Equal(0.702020202020202, report.RocAuc, Digits);
    }

    [Fact]
    public void FirstOfEqualOutputsIsPredicted()
    {
        double[] outputs = [3, 3, 1, 0, 5, 5, 2, 2, 2];

        var report = Evaluate.Classification<double>(outputs, [1, 2, 1], 3);

        Assert.Equal([0, 0, 0, 2, 0, 0, 0, 1, 0], Counts(report.Confusion));
        Assert.Equal([0, 1, 1], Enumerable.Range(1, 3).Select(report.TopKAccuracy));
    }

    [Fact]
    public void TheThresholdItselfIsClassZero()
    {
        var report = Evaluate.Classification<float>([0.5f, 0.50001f, float.NaN, float.PositiveInfinity], [0, 1, 1, 1], 1);

        Assert.Equal([1, 0, 0, 2], Counts(report.Confusion));
        Assert.Equal(1, report.Confusion.Unclassified(1));
        Assert.Equal(0.75, report.Accuracy);
        Assert.Equal(0.75, report.TopKAccuracy(2));
        Assert.Equal(double.NaN, report.RocAuc);
    }

    [Fact]
    public void NetworkIsMeasuredInBlocks()
    {
        const int Repeats = 1000;
        var network = new PassThrough<double>(Samples.Classes);
        double[] inputs = [.. Enumerable.Repeat(Samples.Scores, Repeats).SelectMany(scores => scores)];
        int[] labels = [.. Enumerable.Repeat(Samples.Labels, Repeats).SelectMany(all => all)];

        var report = Evaluate.Classification(network, new Dataset<double>(inputs, Samples.Classes, labels));

        Assert.Equal(Samples.Count * Repeats, network.Samples);
        Assert.InRange(network.LargestBatch, 100, 10_000);
        Assert.Equal(Samples.Count * Repeats, report.Confusion.Count);
        Assert.Equal(0.325, report.Accuracy);
        Assert.Equal(0.575, report.TopKAccuracy(2));
        Assert.Equal(5 * Repeats, report.Confusion[0, 3]);
    }

    [Fact]
    public void ScoresOfAllBlocksMakeTheArea()
    {
        const int Repeats = 1000;
        var network = new PassThrough<double>(1);
        double[] inputs = [.. Enumerable.Repeat(Samples.BinaryScores, Repeats).SelectMany(scores => scores)];
        int[] labels = [.. Enumerable.Repeat(Samples.BinaryLabels, Repeats).SelectMany(all => all)];

        var report = Evaluate.Classification(network, new Dataset<double>(inputs, 1, labels));

        Assert.True(network.LargestBatch < network.Samples);
        Assert.Equal(0.702020202020202, report.RocAuc, Digits);
    }

    [Fact]
    public void GeneratedNetworkIsMeasuredAsItClassifies()
    {
        var random = new SeededRandom(1);
        var network = new TinyNetwork();
        network.Initialize(seed: 3);
        float[] inputs = [.. Enumerable.Range(0, 400).Select(_ => (float)random.NextGaussian() * 3)];
        int[] labels = [.. Enumerable.Range(0, 200).Select(_ => random.NextInt32(2))];
        var hits = labels.Where((label, s) => network.Classify(inputs.AsSpan(2 * s, 2)) == label).Count();

        var data = new Dataset<float>(inputs, 2, labels);

        Assert.Equal(hits, Evaluate.Classification(network, data).Confusion.Correct);
        Assert.Equal(hits, Evaluate.Classification(network, data.OneHot(2)).Confusion.Correct);
    }

    [Fact]
    public void TargetsStandForClasses()
    {
        var one = new PassThrough<double>(1);
        var three = new PassThrough<double>(3);
        double[] scores = [0.2, 0.6, 0.7];

        var binary = Evaluate.Classification(one, new Dataset<double>(scores, 1, [0, 1, 0], 1));
        var hinge = Evaluate.Classification(one, new Dataset<double>([-3, 0.1, 2], 1, [-1, 1, -1], 1), threshold: 0);
        var oneHot = Evaluate.Classification(three, new Dataset<double>(scores, 3, [0, 0, 1], 3));
        var signs = Evaluate.Classification(three, new Dataset<double>(scores, 3, [-1, 1, -1], 3));

        Assert.Equal([1, 1, 0, 1], Counts(binary.Confusion));
        Assert.Equal([1, 1, 0, 1], Counts(hinge.Confusion));
        Assert.Equal(1, oneHot.Confusion[2, 2]);
        Assert.Equal(1, signs.Confusion[1, 2]);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 1)]
    public void TargetsOfNoClassAreRefused(double first, double second)
    {
        var data = new Dataset<double>([1, 2, 3, 4], 2, [0, 1, first, second], 2);

        var e = Assert.Throws<ArgumentException>("data", () => Evaluate.Classification(new PassThrough<double>(2), data));

        Assert.Contains("sample 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongDataIsRefused()
    {
        var network = new PassThrough<double>(2);

        Assert.Throws<ArgumentNullException>("network", () => Evaluate.Classification<double>(null!, new([1], 1, [0])));
        Assert.Throws<ArgumentNullException>("data", () => Evaluate.Classification<double>(network, null!));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Classification(network, new([], 2, [])));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Classification(network, new([1, 2, 3], 3, [0])));
        Assert.Throws<ArgumentOutOfRangeException>("data", () => Evaluate.Classification(network, new([1, 2], 2, [2])));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Classification(network, new([1, 2], 2, [1.0], 1)));
        Assert.Throws<ArgumentException>("data", () => Evaluate.Classification(new PassThrough<double>(1), new([1], 1, [0.5], 1)));
        Assert.Throws<ArgumentException>("classNames", () => Evaluate.Classification(network, new([1, 2], 2, [1]), ["a"]));
        Assert.Throws<ArgumentException>("classNames", () => Evaluate.Classification(network, new([1, 2], 2, [1]), ["a", null!]));
        Assert.Throws<ArgumentException>(
            "threshold", () => Evaluate.Classification(new PassThrough<double>(1), new([1], 1, [1]), threshold: double.NaN));
    }

    [Fact]
    public void WrongSpansAreRefused()
    {
        Assert.Throws<ArgumentException>("labels", () => Evaluate.Classification<double>([], [], 2));
        Assert.Throws<ArgumentException>("outputs", () => Evaluate.Classification<double>([1, 2, 3], [0], 2));
        Assert.Throws<ArgumentOutOfRangeException>("outputSize", () => Evaluate.Classification<double>([], [0], 0));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluate.Classification<double>([1, 2], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluate.Classification<double>([1], [2], 1));
        Assert.Throws<ArgumentNullException>("confusion", () => new ClassificationReport(null!));
    }

    [Fact]
    public void TopAccuracyNeedsScoresAndAPossibleNumber()
    {
        var report = Evaluate.Classification<double>(Samples.Scores, Samples.Labels, Samples.Classes);

        Assert.Throws<ArgumentOutOfRangeException>("k", () => report.TopKAccuracy(0));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => report.TopKAccuracy(5));
        Assert.Throws<InvalidOperationException>(() => new ClassificationReport(report.Confusion).TopKAccuracy(1));
    }

    [Fact]
    public void Prints()
    {
        var report = Evaluate.Classification<double>(
            [0.9, 0.1, 0.8, 0.4, double.NaN], [1, 0, 1, 1, 1], 1, ["healthy", "ill"]);

        Assert.Equal(
            """
            accuracy 0.6000 (3 of 5 samples)

            class             precision  recall      F1  support
            healthy              0.5000  1.0000  0.6667        1
            ill                  1.0000  0.5000  0.6667        4
            macro average        0.7500  0.7500  0.6667        5
            weighted average     0.9000  0.6000  0.6667        5

            true \ predicted  healthy  ill  none
            healthy                 1    0     0
            ill                     1    2     1
            """,
            report.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.Equal("precision 1.0000, recall 0.5000, F1 0.6667, support 4", report.Classes[1].ToString());
    }

    [Fact]
    public void PrintsTheMatrixOfFewClassesOnly()
    {
        Assert.StartsWith("accuracy 0.5833 (35 of 60 samples), ROC AUC 0.7020\n\nclass", Evaluate.Classification<double>(
            Samples.BinaryScores, Samples.BinaryLabels, 1).ToString(), StringComparison.Ordinal);

        var few = Evaluate.Classification<double>(new double[20], [3], 20).ToString();
        var many = Evaluate.Classification<double>(new double[21], [3], 21).ToString();

        Assert.StartsWith("accuracy 0.0000 (0 of 1 samples), top-5 accuracy 1.0000\n", few, StringComparison.Ordinal);
        Assert.Contains("predicted", few, StringComparison.Ordinal);
        Assert.DoesNotContain("predicted", many, StringComparison.Ordinal);
    }

    private static void Check(double[] precision, double[] recall, double[] f1, int[] support, ClassificationReport report)
    {
        Assert.Equal(support.Length, report.Classes.Count);
        for (var label = 0; label < support.Length; label++)
            Check(precision[label], recall[label], f1[label], support[label], report.Classes[label]);
    }

    private static void Check(double precision, double recall, double f1, int support, ClassMetrics actual)
    {
        Assert.Equal(precision, actual.Precision, Digits);
        Assert.Equal(recall, actual.Recall, Digits);
        Assert.Equal(f1, actual.F1, Digits);
        Assert.Equal(support, actual.Support);
    }

    private static int[] Counts(ConfusionMatrix matrix) =>
    [
        .. from label in Enumerable.Range(0, matrix.ClassCount)
           from predicted in Enumerable.Range(0, matrix.ClassCount)
           select matrix[label, predicted],
    ];
}
