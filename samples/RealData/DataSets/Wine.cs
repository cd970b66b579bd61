using NetGen;

namespace Samples;

/// <summary>Tells the wines of three growers apart: 16 hidden units, then one output for each grower.</summary>
[Network(13, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(16, Activation.Relu)]
[Dense(3)]
public sealed partial class Wine
{
    internal static Experiment Experiment => new()
    {
        Name = "wine",
        Description = "the grower of a wine, one of three, from a chemical analysis",
        Load = () => Classification.FromCsv("wine", ["grower 1", "grower 2", "grower 3"]),
        CreateNetwork = seed => new Wine(seed),
        BatchSize = 16,
        Epochs = 60,
        AdamRate = 0.01,
        Bar = 34,
        Reference = new()
        {
            SgdRate = 0.05,
            SgdFixed = 36,
            AdamFixed = 34,
            PyTorchSeeds = [35, 35, 35],
            ScikitLearnSeeds = [35, 35, 35],
        },
    };
}
