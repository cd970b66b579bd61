using System.Text.Json.Serialization;

namespace NetGen.Tests.Reference;

/// <summary>A case as its file has it; the README beside the files explains the schema.</summary>
internal sealed record GoldenCase(
    string Name,
    string Category,
    GoldenLayer[] Layers,
    string Loss,
    string? LossReduction,
    double L2,
    int ParameterCount,
    double[][]? Weights,
    double[][]? Biases,
    GoldenFormula? WeightsFormula,
    GoldenBatch Batch,
    GoldenResults Expected,
    Dictionary<string, double> Float32MaxAbsDifference);

/// <param name="Kind">dense or residual.</param>
/// <param name="Size">Inputs and outputs of a residual layer.</param>
internal sealed record GoldenLayer(string Kind, int In, int Out, int Size, bool Bias, string Activation);

/// <summary>The scales of parameters that are a formula in place of stored numbers.</summary>
internal sealed record GoldenFormula(double[] WeightScales, double BiasScale);

/// <param name="TargetKind">values, or class where <paramref name="Targets"/> are class indices.</param>
internal sealed record GoldenBatch(
    int Size, int[] InputShape, GoldenArray? Inputs, GoldenInputsFormula? InputsFormula, GoldenArray Targets, string TargetKind);

internal sealed record GoldenInputsFormula(double Scale);

internal sealed record GoldenResults(
    GoldenArray Outputs,
    GoldenArray? Logits,
    GoldenArray LossPerSample,
    double Loss,
    double L2Term,
    GoldenArray[] GradWeights,
    GoldenArray[] GradBiases,
    GoldenArray GradInputs,
    GoldenStep AfterSgd,
    GoldenArray? LossesOver20SgdSteps,
    GoldenOptimiser[]? Optimisers);

internal sealed record GoldenStep(double LearningRate, GoldenArray[] Weights, GoldenArray[] Biases);

/// <summary>20 steps of an optimiser, each on the whole batch.</summary>
internal sealed record GoldenOptimiser(
    string Name,
    GoldenHyperparameters Hyper,
    double[] Losses,
    double[][] AfterStep1Weights,
    double[][] AfterStep1Biases,
    double[][] AfterStep20Weights,
    double[][] AfterStep20Biases);

internal sealed record GoldenHyperparameters(
    double Lr, double Momentum, double[] Betas, double Eps, [property: JsonPropertyName("weight_decay")] double WeightDecay, double Alpha);
