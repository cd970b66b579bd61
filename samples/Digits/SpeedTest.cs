using System.Diagnostics;
using NetGen;

namespace Samples;

/// <summary>Times the generated network beside hand-written loops on the same images, in the same run.</summary>
internal sealed class SpeedTest
{
    private const int Rounds = 15;
    private const double WarmUpSeconds = 0.7;
    private const double RoundSeconds = 0.02;
    private const float LearningRate = 0.01f;

    private readonly float[] _images;
    private readonly int[] _labels;
    private readonly float[][] _imageRows;
    private readonly Digits _net = new();
    private readonly NaiveDigits _naive;

    /// <summary>Works on the first <see cref="Digits.BatchSize"/> images, with copies of the network's parameters.</summary>
    public SpeedTest(Digits trained, Dataset<float> data)
    {
        trained.CopyTo(_net);
        _naive = new NaiveDigits(trained);
        _images = data.Inputs[..(Digits.BatchSize * Digits.InputSize)].ToArray();
        _labels = data.Labels[..Digits.BatchSize].ToArray();
        _imageRows = _images.Chunk(Digits.InputSize).ToArray();
    }

    /// <summary>
    /// The largest difference between the probabilities of the two networks, before and after the same training
    /// steps. Timing them against each other means something only if this is tiny.
    /// </summary>
    public double LargestDifference()
    {
        double worst = DifferenceNow();
        for (int i = 0; i < Digits.BatchSize; i++)
        {
            _net.TrainStep(Image(i), _labels[i], LearningRate);
            _naive.Train(_imageRows[i], _labels[i], LearningRate);
        }

        _net.TrainBatch(_images, _labels, LearningRate);
        _naive.TrainBatch(_imageRows, _labels, LearningRate);
        return Math.Max(worst, DifferenceNow());
    }

    /// <summary>Prints nanoseconds a call and returns the bytes that the generated code allocated in all timed loops.</summary>
    public long Run()
    {
        Console.WriteLine($"{"",28} {"generated",12} {"naive loops",12} {"ratio",7} {"allocated",10}");
        var output = new float[Digits.OutputSize];
        return Compare(
            "infer one image",
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _net.Forward(Image(i), output);
            },
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _naive.Forward(_imageRows[i % Digits.BatchSize]);
            })
        + Compare(
            "train on one image",
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _net.TrainStep(Image(i), _labels[i % Digits.BatchSize], LearningRate);
            },
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _naive.Train(_imageRows[i % Digits.BatchSize], _labels[i % Digits.BatchSize], LearningRate);
            })
        + Compare(
            $"train on a batch of {Digits.BatchSize}",
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _net.TrainBatch(_images, _labels, LearningRate);
            },
            calls =>
            {
                for (int i = 0; i < calls; i++)
                    _naive.TrainBatch(_imageRows, _labels, LearningRate);
            });
    }

    private ReadOnlySpan<float> Image(int index) =>
        _images.AsSpan(index % Digits.BatchSize * Digits.InputSize, Digits.InputSize);

    private double DifferenceNow()
    {
        var output = new float[Digits.OutputSize];
        double worst = 0;
        for (int i = 0; i < Digits.BatchSize; i++)
        {
            _net.Forward(Image(i), output);
            float[] naive = _naive.Forward(_imageRows[i]);
            for (int j = 0; j < output.Length; j++)
                worst = Math.Max(worst, Math.Abs(output[j] - naive[j]));
        }

        return worst;
    }

    /// <summary>Prints the medians of alternating rounds, so that a slow phase of the machine meets both sides.</summary>
    private static long Compare(string name, Action<int> generated, Action<int> naive)
    {
        int generatedCalls = WarmUp(generated);
        int naiveCalls = WarmUp(naive);
        var generatedTimes = new double[Rounds];
        var naiveTimes = new double[Rounds];
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            generatedTimes[round] = NanosecondsPerCall(generated, generatedCalls);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            naiveTimes[round] = NanosecondsPerCall(naive, naiveCalls);
        }

        double ours = Median(generatedTimes);
        double theirs = Median(naiveTimes);
        Console.WriteLine($"{name,28} {ours,9:N0} ns {theirs,9:N0} ns {theirs / ours,6:F1}x {allocated,8} B");
        return allocated;
    }

    /// <summary>Runs until the JIT has compiled its best code, and returns how many calls fill a round.</summary>
    private static int WarmUp(Action<int> work)
    {
        const int chunk = 100;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds)
            work(chunk);
        return Math.Max(chunk, (int)(RoundSeconds * 1e9 / NanosecondsPerCall(work, chunk)));
    }

    private static double NanosecondsPerCall(Action<int> work, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        work(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
