namespace Samples;

/// <summary>
/// What PyTorch 1.13 and scikit-learn 1.2 reach with the same network, data, optimiser, batches and epochs. Scores are
/// numbers of test rows classified rightly, or the RMSE of the test rows.
/// </summary>
internal sealed record Reference
{
    public required double SgdRate { get; init; }

    /// <summary>PyTorch with SGD, <see cref="FixedWeights"/> and the rows in the order of the file.</summary>
    public required double SgdFixed { get; init; }

    /// <summary>The same with Adam.</summary>
    public required double AdamFixed { get; init; }

    /// <summary>PyTorch with Adam, random weights and shuffled rows, for three seeds.</summary>
    public required double[] PyTorchSeeds { get; init; }

    /// <summary>scikit-learn's MLPClassifier or MLPRegressor likewise.</summary>
    public required double[] ScikitLearnSeeds { get; init; }
}
