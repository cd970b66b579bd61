namespace NetGen;

/// <summary>Splits samples at random into some to train with and others to test on.</summary>
/// <remarks>
/// The order comes from <see cref="SeededRandom"/>: a seed gives the same split on every platform. Both sides keep that order,
/// and share nothing with the data set.
/// </remarks>
public static class DatasetSplits
{
    /// <summary>Splits the samples, each as likely as any other to be among the tests.</summary>
    /// <param name="dataset">The samples; at least 2.</param>
    /// <param name="testFraction">
    /// The tests' share, in (0, 1): that of n samples is rounded to the nearest integer, a half upwards.
    /// </param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1).</exception>
    /// <exception cref="ArgumentException">One side would be empty.</exception>
    public static (Dataset<T> Train, Dataset<T> Test) Split<T>(this Dataset<T> dataset, double testFraction, long seed)
        where T : unmanaged
    {
        Guard.NotNull(dataset, nameof(dataset));
        var tests = TestCount(dataset.Count, testFraction);
        return Cut(dataset, Shuffled(dataset.Count, seed), 0, tests);
    }

    /// <summary>Splits the samples so that each class has its share on both sides.</summary>
    /// <remarks>
    /// There are as many tests as <see cref="Split{T}"/> takes, t of n. A class of c samples gives ⌊t·c/n⌋ of them; those still
    /// missing come one each from the classes with the largest remainders of t·c/n, the lower class first of equals (largest
    /// remainder method). So no class is off its share by a whole sample, but a class of few may be missing on one side.
    /// </remarks>
    /// <param name="dataset">The samples, with labels; at least 2.</param>
    /// <param name="testFraction">The tests' share, in (0, 1).</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="InvalidOperationException">The samples have no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1).</exception>
    /// <exception cref="ArgumentException">One side would be empty.</exception>
    public static (Dataset<T> Train, Dataset<T> Test) SplitStratified<T>(
        this Dataset<T> dataset, double testFraction, long seed)
        where T : unmanaged
    {
        Guard.NotNull(dataset, nameof(dataset));
        dataset.RequireLabels();
        var missing = Quotas(dataset.Labels, TestCount(dataset.Count, testFraction));
        var train = new List<int>();
        var test = new List<int>();
        foreach (var sample in Shuffled(dataset.Count, seed))
        {
            var label = dataset.Labels[sample];
            (missing[label] > 0 ? test : train).Add(sample);
            missing[label]--;
        }

        return (dataset.Select([.. train]), dataset.Select([.. test]));
    }

    /// <summary>
    /// Splits the samples into k parts for cross-validation: each part is the tests once, with all others to train with.
    /// </summary>
    /// <remarks>The parts' sizes differ by 1 at most. A split is copied when the enumeration reaches it.</remarks>
    /// <param name="dataset">The samples; at least <paramref name="folds"/>.</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="folds"/> is less than 2, or more than there are samples.
    /// </exception>
    public static IEnumerable<(Dataset<T> Train, Dataset<T> Test)> KFold<T>(this Dataset<T> dataset, int folds, long seed)
        where T : unmanaged
    {
        Guard.NotNull(dataset, nameof(dataset));
        if (folds < 2 || folds > dataset.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(folds), folds, $"Expected from 2 to {dataset.Count} folds, the number of samples, so that none is empty.");
        }

        var order = Shuffled(dataset.Count, seed);
        return Enumerable.Range(0, folds).Select(fold => Cut(dataset, order, Start(fold), Start(fold + 1)));

        int Start(int fold) => (int)((long)fold * dataset.Count / folds);
    }

    private static (Dataset<T> Train, Dataset<T> Test) Cut<T>(Dataset<T> dataset, int[] order, int start, int end)
        where T : unmanaged =>
        (dataset.Select([.. order.Take(start), .. order.Skip(end)]), dataset.Select(order.AsSpan(start, end - start)));

    private static int TestCount(int count, double testFraction)
    {
        if (!(testFraction > 0 && testFraction < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(testFraction), testFraction, "Expected a share between 0 and 1, such as 0.2.");
        }

        var tests = (int)Math.Floor((testFraction * count) + 0.5);
        if (tests == 0 || tests == count)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"A share of {testFraction} of {count} samples is {tests}, which leaves one side empty. ") +
                "Take another, or more samples.",
                nameof(testFraction));
        }

        return tests;
    }

    private static int[] Shuffled(int count, long seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new SeededRandom(seed).Shuffle(order);
        return order;
    }

    /// <summary>How many of the tests each class gives.</summary>
    private static Dictionary<int, int> Quotas(ReadOnlySpan<int> labels, int tests)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var label in labels)
            counts[label] = counts.TryGetValue(label, out var count) ? count + 1 : 1;

        var total = labels.Length;
        var quotas = counts.ToDictionary(pair => pair.Key, pair => (int)((long)tests * pair.Value / total));
        foreach (var pair in counts.OrderByDescending(pair => (long)tests * pair.Value % total).Take(tests - quotas.Values.Sum()))
            quotas[pair.Key]++;
        return quotas;
    }
}
