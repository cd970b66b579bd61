using NetGen;

namespace Samples;

/// <summary>Predicts the progression of diabetes, a number from 25 to 346: 16 hidden units, then one output.</summary>
[Network(10, Loss = Loss.Quadratic)]
[Dense(16, Activation.Tanh)]
[Dense(1)]
public sealed partial class Diabetes
{
    internal static Experiment Experiment => new()
    {
        Name = "diabetes",
        Description = "how far diabetes has progressed after a year, from age, sex, body mass index and blood",
        Load = () => Regression.FromCsv("diabetes"),
        CreateNetwork = seed => new Diabetes(seed),
        BatchSize = 32,
        Epochs = 60,
        AdamRate = 0.002,
        Bar = 55,
        Reference = new()
        {
            SgdRate = 0.01,
            SgdFixed = 54.461,
            AdamFixed = 52.929,
            PyTorchSeeds = [53.026, 52.998, 54.041],
            ScikitLearnSeeds = [52.174, 52.256, 50.764],
        },
    };
}
