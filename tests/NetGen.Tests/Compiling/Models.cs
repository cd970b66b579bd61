using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <summary>Makes the models that tests compile and interpret.</summary>
internal static class Models
{
    private static readonly TypeModel Type = new(
        Namespace: "",
        Containers: default,
        Name: "Model",
        Keyword: "class",
        HintName: "Model.g.cs",
        HasConstructor: false,
        HasToString: false,
        IsSealed: true);

    /// <summary>A chain of dense layers, with <see cref="NetworkAttribute"/>'s defaults for all that is not given.</summary>
    public static NetworkModel Chain(int inputs, IEnumerable<(int Units, string Activation, bool Bias)> layers, string loss) => Chain(
        inputs,
        layers.Select((layer, index) => new DenseModel(index - 1, layer.Units, layer.Activation, layer.Bias)),
        loss);

    /// <summary>A network of any layers.</summary>
    public static NetworkModel Chain(int inputs, IEnumerable<LayerModel> layers, string loss) => new(
        Type,
        inputs,
        layers.ToEquatableArray(),
        loss,
        Reduction: nameof(NetGen.Reduction.Default),
        WeightDecay: 0,
        Generator.Model.Precision.Single,
        BatchSize: 32,
        Generator.Model.Unrolling.Auto,
        new TargetModel(HasVectors: true, LanguageVersion: 13));

    /// <summary>The network with a first layer that standardises its input.</summary>
    public static NetworkModel Standardized(this NetworkModel model) => model with
    {
        Layers = model.Layers.Select(Moved).Prepend(new StandardizeModel(-1)).ToEquatableArray(),
    };

    /// <summary>The network with all layers but the last to be looked at.</summary>
    public static NetworkModel WithVisibleLayers(this NetworkModel model) => model with
    {
        Layers = model.Layers.Select((layer, index) => index == model.Layers.Count - 1
            ? layer
            : layer with { Visible = new($"layer{index + 1}", $"Layer{index + 1}", $"layer{index + 1}") }).ToEquatableArray(),
    };

    /// <summary>A layer that stands one place lower, and reads the new first layer where it read the input.</summary>
    private static LayerModel Moved(LayerModel layer) => layer is SkipModel skip
        ? skip with { Source = skip.Source + 1, Other = skip.Other + 1 }
        : layer with { Source = layer.Source + 1 };

    public static NetworkModel With(this NetworkModel model, Precision precision, Unrolling unrolling) => model with
    {
        Precision = Enum.Parse<Generator.Model.Precision>(precision.ToString()),
        Unrolling = Enum.Parse<Generator.Model.Unrolling>(unrolling.ToString()),
    };

    public static int OutputSize(this NetworkModel model) => model.Outputs;

    /// <summary>Number of parameters in canonical order.</summary>
    public static int ParameterCount(this NetworkModel model) => Enumerable.Range(0, model.Layers.Count).Sum(index => model.Layers[index] switch
    {
        AffineModel layer => model.UnitsOf(index) * (model.UnitsOf(layer.Source) + (layer.Bias ? 1 : 0)),
        StandardizeModel => 2 * model.Inputs,
        _ => 0,
    });
}
