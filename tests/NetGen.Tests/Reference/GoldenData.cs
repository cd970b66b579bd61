using NetGen.Tests.Compiling;

namespace NetGen.Tests.Reference;

/// <summary>The numbers that go into a case: stored, or computed by the formulas of the README.</summary>
internal static class GoldenData
{
    /// <summary>The parameters in canonical order: layer by layer the weights, then the biases.</summary>
    public static double[] Parameters(this GoldenCase golden)
    {
        var parameters = new List<double>(golden.ParameterCount);
        for (var layer = 0; layer < golden.Layers.Length; layer++)
        {
            parameters.AddRange(golden.Weights?[layer] ?? WeightsByFormula(golden, layer));
            parameters.AddRange(golden.Biases?[layer] ?? BiasesByFormula(golden, layer));
        }

        return [.. parameters];
    }

    /// <summary>The inputs, sample by sample.</summary>
    public static double[] Inputs(this GoldenCase golden)
    {
        if (golden.Batch.Inputs is GoldenValues stored)
            return stored.Values;

        var scale = golden.Batch.InputsFormula!.Scale;
        return Sequence(golden.Batch.InputShape[0] * golden.Batch.InputShape[1], k => Math.Sin((0.37 * k) + 0.5) * scale);
    }

    public static bool HasLabels(this GoldenCase golden) => golden.Batch.TargetKind == "class";

    public static int[] Labels(this GoldenCase golden) => Array.ConvertAll(Values(golden.Batch.Targets), label => (int)label);

    /// <summary>The targets, sample by sample; one-hot rows where the case has labels.</summary>
    public static double[] Targets(this GoldenCase golden) => golden.HasLabels()
        ? golden.Labels().OneHot(golden.Layers[^1].Outputs())
        : Values(golden.Batch.Targets);

    public static int Inputs(this GoldenLayer layer) => layer.Kind == "residual" ? layer.Size : layer.In;

    public static int Outputs(this GoldenLayer layer) => layer.Kind == "residual" ? layer.Size : layer.Out;

    private static double[] WeightsByFormula(GoldenCase golden, int layer)
    {
        var scale = golden.WeightsFormula!.WeightScales[layer];
        var count = golden.Layers[layer].Inputs() * golden.Layers[layer].Outputs();
        return Sequence(count, k => Math.Sin((0.1 * k) + layer) * scale);
    }

    private static double[] BiasesByFormula(GoldenCase golden, int layer) =>
        Sequence(golden.Layers[layer].Outputs(), o => Math.Cos(o + layer) * golden.WeightsFormula!.BiasScale);

    private static double[] Sequence(int count, Func<int, double> element) => [.. Enumerable.Range(0, count).Select(element)];

    private static double[] Values(GoldenArray array) => ((GoldenValues)array).Values;
}
