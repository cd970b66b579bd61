using System.Text.Json;

namespace NetGen.Tests.Reference;

/// <summary>A training without random numbers and what PyTorch reaches by it; accuracy.json says how it is done.</summary>
internal sealed record AccuracyRecipe(
    string Data,
    int[] Layers,
    string Optimiser,
    double LearningRate,
    int Batch,
    int Epochs,
    int? TestCorrect,
    double? TestRmse,
    double TestLoss,
    double[] TrainLossAfterEpoch)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly RecipeFile File = JsonSerializer.Deserialize<RecipeFile>(
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "accuracy.json")), Options)!;

    public static IEnumerable<AccuracyRecipe> All => File.Results;

    public static AccuracyRecipe Of(string data, string optimiser) =>
        File.Results.Single(recipe => recipe.Data == data && recipe.Optimiser == optimiser);

    /// <summary>The first weights, in canonical order with zero biases: uniform numbers of a linear congruential generator.</summary>
    public double[] InitialParameters()
    {
        var state = 12345u;
        var parameters = new List<double>();
        for (var layer = 1; layer < Layers.Length; layer++)
        {
            var range = Math.Sqrt(6.0 / (Layers[layer - 1] + Layers[layer]));
            for (var k = 0; k < Layers[layer - 1] * Layers[layer]; k++)
            {
                state = unchecked((1664525 * state) + 1013904223);
                parameters.Add(((2 * (state / 4294967296.0)) - 1) * range);
            }

            parameters.AddRange(new double[Layers[layer]]);
        }

        return [.. parameters];
    }

    private sealed record RecipeFile(AccuracyRecipe[] Results);
}
