using NetGen;

namespace Samples;

/// <summary>Reads handwritten digits of 28×28 pixels: 128 hidden units, then one output for each digit.</summary>
[Network(784, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(128, Activation.Relu)]
[Dense(10)]
public sealed partial class Mnist
{
    /// <summary>The experiment with the files in a folder.</summary>
    /// <param name="problem">What <see cref="MnistFiles.Load"/> has read.</param>
    internal static Experiment Experiment(Problem problem) => new()
    {
        Name = "mnist",
        Description = "a handwritten digit from 28×28 pixels",
        Load = () => problem,
        CreateNetwork = seed => new Mnist(seed),
        BatchSize = 32,
        Epochs = 10,
        AdamRate = 0.001,

        // PyTorch reaches 95 % from 8,000 of the images; all 60,000 lead further.
        Bar = Math.Ceiling(0.94 * problem.Test.Count),
    };
}
