using System.Globalization;
using System.Text;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests.Drawn;

/// <summary>
/// A network that nobody would think of: every kind of layer, ways around them, functions of the user's with learnable parameters
/// anywhere, frozen parts, and every option, so that features meet which no other test brings together.
/// </summary>
internal sealed class DrawnNetwork
{
    private const int LargestWidth = 70;
    private const int MostSteps = 4;

    private readonly List<DrawnLayer> _layers = [];
    private readonly int _seed;
    private readonly SeededRandom _random;

    public DrawnNetwork(int seed)
    {
        (_seed, _random) = (seed, new(seed));
        Precision = Pick(Enum.GetValues<Precision>());
        Target = Chance(5) ? Target.NetStandard : Target.Net;
        Inputs = Width();
        Draw();
        Arithmetic = Chance(2) ? Arithmetic.Fused : Pick(Enum.GetValues<Arithmetic>());
        Unrolling = Chance(2) ? Unrolling.Auto : Pick(Enum.GetValues<Unrolling>());
        BatchSize = Pick(1, 3, 4, 8, 16, 32);
        Samples = Pick(1, 5, 11, 37);
        WeightDecay = Chance(3) ? 0.0625 : 0;
        Jacobian = Chance(2);
        SparseInputs = _layers[0].Kind != LayerKind.Standardize && Chance(6);
        var trainable = _layers.Count(layer => layer.HasParameters);
        TrainLast = Chance(6) ? 1 + _random.NextInt32(trainable) : 0;
    }

    public Precision Precision { get; }

    public Target Target { get; }

    public int Inputs { get; }

    public IReadOnlyList<DrawnLayer> Layers => _layers;

    public int Outputs => _layers[^1].Units;

    public Loss Loss { get; private set; }

    /// <summary>The user's loss in the place of <see cref="Loss"/>; null without.</summary>
    public UserLoss? UserLoss { get; private set; }

    public Reduction Reduction { get; private set; }

    public Arithmetic Arithmetic { get; }

    public Unrolling Unrolling { get; }

    public int BatchSize { get; }

    /// <summary>Samples of the batch that it is tried with.</summary>
    public int Samples { get; }

    public double WeightDecay { get; }

    public bool Jacobian { get; }

    public bool SparseInputs { get; }

    public int TrainLast { get; }

    /// <summary>The class's full name.</summary>
    public string TypeName => $"Drawn{_seed}.Model";

    /// <summary>The class as a user writes it.</summary>
    /// <param name="weights">The file of frozen parameters; null without.</param>
    public string Source(string? weights = null)
    {
        var source = new StringBuilder($"using System;\nusing NetGen;\n\nnamespace Drawn{_seed}\n{{\n");
        source.Append(CultureInfo.InvariantCulture, $"    [Network({Inputs}, {string.Join(", ", Options())})]\n");
        for (var index = 0; index < _layers.Count; index++)
            source.Append(CultureInfo.InvariantCulture, $"    {Attribute(index)}\n");
        if (weights is not null)
            source.Append(CultureInfo.InvariantCulture, $"    [Weights(\"{weights}\")]\n");
        source.Append("    public sealed partial class Model\n    {\n");
        foreach (var function in _layers.Select(layer => layer.Function?.Source).Append(UserLoss?.Source).OfType<string>().Distinct())
            source.Append(CultureInfo.InvariantCulture, $"        {Scalar(function)}\n");
        return source.Append("    }\n}\n").ToString();
    }

    private string Scalar(string function) => System.Text.RegularExpressions.Regex.Replace(
        function, @"\bT\b", Precision == Precision.Double ? "double" : "float");

    private IEnumerable<string> Options()
    {
        yield return UserLoss is null ? $"Loss = Loss.{Loss}" : $"LossFunction = nameof({UserLoss.Name})";
        if (Reduction != Reduction.Default)
            yield return $"Reduction = Reduction.{Reduction}";
        if (WeightDecay != 0)
            yield return $"WeightDecay = {WeightDecay.ToString("R", CultureInfo.InvariantCulture)}";
        yield return $"Precision = Precision.{Precision}";
        yield return $"Arithmetic = Arithmetic.{Arithmetic}";
        yield return $"Unrolling = Unrolling.{Unrolling}";
        yield return $"BatchSize = {BatchSize}";
        if (Jacobian)
            yield return "Jacobian = true";
        if (SparseInputs)
            yield return "SparseInputs = true";
        if (TrainLast > 0)
            yield return $"TrainLast = {TrainLast}";
    }

    private string Attribute(int index)
    {
        var layer = _layers[index];
        var options = string.Empty;
        if (layer.IsAffine && !layer.Bias)
            options += ", Bias = false";
        if (!double.IsNaN(layer.Alpha))
            options += $", Alpha = {layer.Alpha.ToString("R", CultureInfo.InvariantCulture)}";
        if (layer.Trainable != Trainable.All)
            options += $", Trainable = Trainable.{layer.Trainable}";
        if (layer.Source != index - 1)
            options += $", Input = \"{NameOf(layer.Source)}\"";
        options += $", Name = \"{NameOf(index)}\"";
        var activation = layer.Function is { } function ? $"nameof({function.Name})" : $"Activation.{layer.Activation}";
        return layer.Kind switch
        {
            LayerKind.Dense => $"[Dense({layer.Units}, {activation}{options})]",
            LayerKind.Skip => $"[Skip(\"{NameOf(layer.Other)}\"{options})]",
            LayerKind.Standardize => $"[Standardize({options[2..]})]",
            _ => $"[{layer.Kind}({activation}{options})]",
        };
    }

    private static string NameOf(int layer) => layer < 0 ? "input" : $"layer{layer + 1}";

    private void Draw()
    {
        if (Chance(4))
            Add(new(LayerKind.Standardize, Inputs, -1));
        for (var steps = _random.NextInt32(MostSteps + 1); steps > 0; steps--)
            DrawStep();

        UserLoss = Chance(4) ? Pick(UserLoss.All) : null;
        Loss = UserLoss is null ? Pick(Enum.GetValues<Loss>()) : Loss.Quadratic;
        Reduction = UserLoss is { TakesVectors: true } ? Reduction.Default
            : UserLoss is null ? Pick(RandomModels.ReductionsOf(Loss)) : Pick(Enum.GetValues<Reduction>());

        // A network that is nothing but layers without weights has none to train; a loss on probabilities asks for a last activation.
        var required = UserLoss is null ? RandomModels.LastActivation(Loss) : null;
        if (required is not null)
            Add(Activated(new(LayerKind.Dense, Width(), Last)) with { Activation = required.Value, Function = null, Alpha = double.NaN });
        else if (!_layers.Exists(layer => layer.IsAffine) || Chance(2))
            Add(Activated(new(LayerKind.Dense, Width(), Last)));
    }

    /// <summary>A layer, or a few that belong together.</summary>
    private void DrawStep()
    {
        switch (_random.NextInt32(7))
        {
            case 0:
                Add(Activated(new(LayerKind.Residual, Units(Last), Last)));
                break;
            case 1:
                Add(Activated(new(LayerKind.Activation, Units(Last), Last)));
                break;
            case 2:
                // A way around the layers between: whatever is as wide.
                var wide = Enumerable.Range(-1, _layers.Count + 1).Where(layer => Units(layer) == Units(Last)).ToArray();
                Add(new(LayerKind.Skip, Units(Last), Last) { Other = Pick(wide) });
                break;
            case 3:
                // Two branches that meet: a layer that reads an earlier one, and the layer above it added.
                var above = Last;
                Add(Activated(new(LayerKind.Dense, Units(above), _random.NextInt32(_layers.Count + 1) - 1)));
                Add(new(LayerKind.Skip, Units(above), Last) { Other = above });
                break;
            default:
                Add(Activated(new(LayerKind.Dense, Width(), Last)));
                break;
        }
    }

    private DrawnLayer Activated(DrawnLayer layer)
    {
        var activation = Pick(Enum.GetValues<Activation>());
        layer = layer with
        {
            Activation = activation,
            Function = Chance(3) ? Pick(UserFunction.All) : null,
            Bias = !Chance(5),
            Trainable = layer.IsAffine && Chance(8) ? Pick(Enum.GetValues<Trainable>()) : Trainable.All,
        };
        if (layer is { Trainable: Trainable.Biases, Bias: false })
            layer = layer with { Bias = true };
        return layer.Function is null && activation is Activation.LeakyRelu or Activation.Elu && Chance(2) ? layer with { Alpha = 0.375 } : layer;
    }

    private void Add(DrawnLayer layer) => _layers.Add(layer);

    private int Last => _layers.Count - 1;

    private int Units(int layer) => layer < 0 ? Inputs : _layers[layer].Units;

    /// <summary>Few units as often as many: the forms of code differ most where vectors are not full.</summary>
    private int Width() => 1 + _random.NextInt32(Pick(4, 9, 20, LargestWidth));

    private bool Chance(int of) => _random.NextInt32(of) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.NextInt32(choices.Length)];
}
