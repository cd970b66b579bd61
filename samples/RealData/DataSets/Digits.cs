using NetGen;

namespace Samples;

/// <summary>Reads handwritten digits: 32 hidden units, then one output for each digit.</summary>
[Network(64, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(32, Activation.Relu)]
[Dense(10)]
public sealed partial class Digits
{
    internal static Experiment Experiment => new()
    {
        Name = "digits",
        Description = "a handwritten digit from 8×8 pixels",
        Load = () => Classification.FromCsv("digits", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
        CreateNetwork = seed => new Digits(seed),
        BatchSize = 32,
        Epochs = 40,
        AdamRate = 0.005,
        Bar = 348,
        Reference = new()
        {
            SgdRate = 0.1,
            SgdFixed = 351,
            AdamFixed = 352,
            PyTorchSeeds = [351, 351, 349],
            ScikitLearnSeeds = [352, 350, 354],
        },
    };
}
