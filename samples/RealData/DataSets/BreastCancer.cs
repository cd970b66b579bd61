using NetGen;

namespace Samples;

/// <summary>Tells benign from malignant tumours: 16 hidden units, then one output, the probability of a benign one.</summary>
[Network(30, Loss = Loss.BinaryCrossEntropyWithLogits)]
[Dense(16, Activation.Relu)]
[Dense(1)]
public sealed partial class BreastCancer
{
    internal static Experiment Experiment => new()
    {
        Name = "breast-cancer",
        Description = "whether a breast tumour is benign, from the look of its cell nuclei",
        Load = () => Classification.BinaryFromCsv("breast_cancer", ["malignant", "benign"]),
        CreateNetwork = seed => new BreastCancer(seed),
        BatchSize = 32,
        Epochs = 50,
        AdamRate = 0.005,
        Bar = 108,
        Reference = new()
        {
            SgdRate = 0.05,
            SgdFixed = 110,
            AdamFixed = 109,
            PyTorchSeeds = [109, 110, 109],
            ScikitLearnSeeds = [109, 111, 111],
        },
    };
}
