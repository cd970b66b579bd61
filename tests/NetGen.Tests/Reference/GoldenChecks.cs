namespace NetGen.Tests.Reference;

/// <summary>Compares parameters or their gradients, in canonical order, with a case's layers.</summary>
internal static class GoldenChecks
{
    /// <param name="tolerance">Gives the tolerance of a field, gradWeights or gradBiases, for these expected numbers.</param>
    public static void CheckLayers(
        this GoldenCase golden,
        GoldenArray[] weights,
        GoldenArray[] biases,
        ReadOnlySpan<double> actual,
        Func<string, GoldenArray, Tolerance> tolerance)
    {
        for (var layer = 0; layer < golden.Layers.Length; layer++)
        {
            var outputs = golden.Layers[layer].Outputs();
            var weightCount = outputs * golden.Layers[layer].Inputs();
            var biasCount = golden.Layers[layer].Bias ? outputs : 0;

            weights[layer].Check($"weights of layer {layer}", actual[..weightCount], tolerance("gradWeights", weights[layer]));
            biases[layer].Check(
                $"biases of layer {layer}", actual.Slice(weightCount, biasCount), tolerance("gradBiases", biases[layer]));
            actual = actual[(weightCount + biasCount)..];
        }

        Assert.Equal(0, actual.Length);
    }
}
