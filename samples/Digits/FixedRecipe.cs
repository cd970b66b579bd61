using NetGen;

namespace Samples;

/// <summary>
/// A training run without a random number: weights from a linear congruential generator, images in file order, 40
/// epochs of batches of 32 at learning rate 0.1. PyTorch 1.13 ran the same recipe in float64, so both the result and
/// the way to it can be compared.
/// </summary>
internal static class FixedRecipe
{
    public const int Epochs = 40;

    public const double LearningRate = 0.1;

    /// <summary>Of 360 test images: 97.50 %.</summary>
    public const int ExpectedCorrect = 351;

    /// <summary>How far a loss may stray from the float64 run, relative to it: 1,800 steps of rounding to float.</summary>
    public const double LossTolerance = 1e-4;

    /// <summary>PyTorch's loss over all training images after each epoch.</summary>
    private static ReadOnlySpan<double> ExpectedLosses =>
    [
        0.508729156674628, 0.2620210944354083, 0.18381680559715685, 0.14489049965180698, 0.12036364970603018,
        0.10292989826020764, 0.08959808379753177, 0.07898581607167458, 0.07035896136811037, 0.06316977963712953,
        0.05705645842734314, 0.05174450757720672, 0.04712714854073342, 0.043130525208863575, 0.03965038760997758,
        0.036521010324039656, 0.033807918027110265, 0.031414078811727746, 0.029284035567408783, 0.027380257811300907,
        0.025674637890020346, 0.024136753916944646, 0.022732099093134697, 0.02145733237428565, 0.020297498523083247,
        0.019249324765182253, 0.01827564299199855, 0.017386755056090192, 0.01657717372699916, 0.01582219550157679,
        0.01512315488519946, 0.014471847452076797, 0.013871702920521737, 0.013306476328248312, 0.01279207752003535,
        0.012302386489246137, 0.011841738283293326, 0.011414610341703942, 0.011011258563696674, 0.010638425438315719,
    ];

    /// <summary>Trains the network and returns the largest relative difference of a loss after an epoch.</summary>
    public static double Train(Digits net, Dataset<float> train)
    {
        FixedWeights.Set(net);
        var trainer = new Trainer<float>(new Sgd<float>(net, LearningRate)) { BatchSize = 32, Shuffle = false };

        // The training loss of an epoch is a mean over steps, each with its own weights. The loss that PyTorch's run
        // noted is that of the weights at the epoch's end, over all training images: they stand in for validation data.
        var history = trainer.Fit(train, Epochs, validation: train);
        double worst = 0;
        foreach (var epoch in history.Epochs)
        {
            double expected = ExpectedLosses[epoch.Epoch - 1];
            worst = Math.Max(worst, Math.Abs(epoch.ValidationLoss!.Value - expected) / expected);
        }

        return worst;
    }
}
