using System.Diagnostics;
using NetGen;

namespace Samples;

/// <summary>Times predictions of one image after the other.</summary>
internal static class SpeedTest
{
    private const int Rounds = 15;
    private const int Calls = 20_000;

    /// <summary>Nanoseconds a call, medians of rounds in turn, so that a slow phase of the machine meets all models.</summary>
    public static double[] Run(Dataset<float> data, params IModel<float>[] models)
    {
        var output = new float[models[0].OutputSize];
        var images = data.Inputs.ToArray();
        var times = models.Select(_ => new double[Rounds]).ToArray();
        for (var round = -5; round < Rounds; round++)
        {
            for (var model = 0; model < models.Length; model++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var call = 0; call < Calls; call++)
                    models[model].Forward(images.AsSpan(call % data.Count * data.InputSize, data.InputSize), output);
                if (round >= 0)
                    times[model][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
            }
        }

        return [.. times.Select(rounds => rounds.Order().ElementAt(Rounds / 2))];
    }
}
