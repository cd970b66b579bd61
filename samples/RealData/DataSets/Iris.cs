using NetGen;

namespace Samples;

/// <summary>Tells three species of iris apart: 8 hidden units, then one output for each species.</summary>
[Network(4, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(8, Activation.Tanh)]
[Dense(3)]
public sealed partial class Iris
{
    internal static Experiment Experiment => new()
    {
        Name = "iris",
        Description = "the species of an iris from the length and width of its sepals and petals",
        Load = () => Classification.FromCsv("iris", ["setosa", "versicolor", "virginica"]),
        CreateNetwork = seed => new Iris(seed),
        BatchSize = 16,
        Epochs = 100,
        AdamRate = 0.01,
        Bar = 28,
        Reference = new()
        {
            SgdRate = 0.1,
            SgdFixed = 29,
            AdamFixed = 29,
            PyTorchSeeds = [30, 30, 29],
            ScikitLearnSeeds = [29, 30, 29],
        },
    };
}
