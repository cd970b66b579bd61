using NetGen;

namespace Samples;

/// <summary>Minibatch gradient descent, and what it is judged by.</summary>
internal static class Trainer
{
    /// <summary>Trains on all images once an epoch, in a new order each time, and prints a line an epoch.</summary>
    public static void Train(Digits net, DigitData train, DigitData test, int epochs, float learningRate, int seed)
    {
        var random = new SeededRandom(seed);
        int[] order = Enumerable.Range(0, train.Count).ToArray();
        var images = new float[Digits.BatchSize * Digits.InputSize];
        var labels = new int[Digits.BatchSize];

        Console.WriteLine($"{"epoch",7} {"loss",8} {"test accuracy",14}");
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            double lossSum = 0;
            for (int start = 0; start < train.Count; start += Digits.BatchSize)
            {
                // The last batch is short where the number of images is no multiple of the batch size.
                int count = Math.Min(Digits.BatchSize, train.Count - start);
                for (int i = 0; i < count; i++)
                {
                    train.Image(order[start + i]).CopyTo(images.AsSpan(i * Digits.InputSize));
                    labels[i] = train.Labels[order[start + i]];
                }

                lossSum += count * net.TrainBatch(images.AsSpan(0, count * Digits.InputSize), labels.AsSpan(0, count), learningRate);
            }

            Console.WriteLine($"{epoch,7} {lossSum / train.Count,8:F4} {(double)CountCorrect(net, test) / test.Count,14:P2}");
        }
    }

    /// <summary>How many images get their highest probability at their label.</summary>
    public static int CountCorrect(Digits net, DigitData data)
    {
        var probabilities = new float[data.Count * Digits.OutputSize];
        net.ForwardBatch(data.Images, probabilities, data.Count);
        int correct = 0;
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> image = probabilities.AsSpan(i * Digits.OutputSize, Digits.OutputSize);
            if (image.IndexOfMax() == data.Labels[i])
                correct++;
        }

        return correct;
    }

    private static int IndexOfMax(this ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
