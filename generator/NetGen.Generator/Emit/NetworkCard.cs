using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>What a network is and costs, in the forms that the generated part shows.</summary>
internal sealed class NetworkCard(NetworkModel network, NetworkSchedule schedule)
{
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);

    private readonly Figures _figures = Figures.Of(network, schedule);

    /// <summary>Identifies the shape of the parameters and what is computed with them.</summary>
    public string Architecture =>
        $"{Number(network.Inputs)} -> {string.Join(" -> ", network.Layers.Select(Name))} : {network.Loss}";

    public IReadOnlyList<string> Table
    {
        get
        {
            List<string[]> rows = [["layer", "shape", "parameters"]];
            rows.AddRange(Enumerable.Range(0, network.Layers.Count).Select(index => new[]
            {
                Name(network.Layers[index]),
                $"{Number(network.UnitsOf(network.Layers[index].Source))} -> {Number(network.UnitsOf(index))}",
                Number(Cost.ParameterCount(network, index)),
            }));
            var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
            return [.. rows.Select(row => $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}".TrimEnd())];
        }
    }

    public IEnumerable<string> Remarks
    {
        get
        {
            yield return "<remarks>";
            yield return $"Loss: {network.Loss}{(network.Reduction == "Default" ? string.Empty : ", " + network.Reduction.ToLowerInvariant() + " over the outputs")}{(network.WeightDecay == 0 ? string.Empty : ", weight decay " + network.WeightDecay.ToString("R", CultureInfo.InvariantCulture))}.";
            yield return "<code>";
            foreach (var line in Table)
                yield return line.Replace("->", "→");
            yield return "</code>";
            yield return $"{Number(Cost.ParameterCount(network))} parameters; {Number(Cost.ForwardMultiplyAdds(network))} multiply-adds forward, {Number(_figures.BackwardMultiplyAdds)} backward.";
            yield return Data;
            yield return Code;
            yield return "Schedule: " + Schedule
                + (network.SparseInputs && !schedule.IsUnrolled ? " One sample's inputs that are 0 are skipped." : string.Empty)
                + (schedule.SequenceLength > 0 ? $" Sequences run in blocks of {Number(schedule.SequenceLength)} samples." : string.Empty);
            if (network.Arithmetic == Arithmetic.Exact)
                yield return "Arithmetic: exact, every sum in the order of its index, every multiplication rounded before it is added.";
            foreach (var line in OwnFunctions.Describe(network))
                yield return line;
            yield return "</remarks>";
        }
    }

    private string Data => $"Data: {ByteSize.Print(_figures.ParameterBytes)} of parameters; working memory of {ByteSize.Print(_figures.InferenceBytes)} to infer"
        + (network.Training ? $", {ByteSize.Print(_figures.TrainingBytes)} to train." : ".");

    private string Code => $"Machine code on x64{(schedule.Narrower.Count > 0 ? ", for one width of vectors" : string.Empty)}: about {ByteSize.Print(_figures.InferenceCodeBytes)}"
        + (network.Training ? $" to infer, {ByteSize.Print(_figures.CodeBytes)} with training." : ".");

    private string Schedule => (schedule.IsUnrolled, network.Target.HasVectors ? "vectors" : "scalars", network.Unrolling) switch
    {
        (true, "vectors", _) => $"straight-line scalar code; of a batch, {schedule.Lanes} samples at a time, one in each lane of a vector.",
        (true, _, _) => "straight-line scalar code.",
        (_, var lanes, Unrolling.None) => $"{lanes}, in the shortest loops.",
        (_, var lanes, Unrolling.Full) => $"{lanes}, in loops unrolled as far as the compiler that runs them optimises.",
        (_, var lanes, _) => $"{lanes}, in loops over unrolled tiles.",
    };

    public IEnumerable<(string Type, string Name, string Value, string Summary)> Constants
    {
        get
        {
            yield return ("int", "InputSize", Number(network.Inputs), "Values in one sample.");
            yield return ("int", "OutputSize", Number(network.Outputs), "Values in one prediction.");
            yield return ("int", "ParameterCount", Number(Cost.ParameterCount(network)), "Elements of all parameter tensors.");
            yield return ("int", "BatchSize", Number(network.BatchSize), "Samples that training works on at once; longer batches run in blocks.");
            yield return ("long", "ForwardMultiplyAdds", Number(Cost.ForwardMultiplyAdds(network)), "Multiply-adds of one forward pass.");
            yield return ("long", "BackwardMultiplyAdds", Number(_figures.BackwardMultiplyAdds), "Multiply-adds of one backward pass to the parameters.");
            yield return ("long", "ParameterBytes", Number(_figures.ParameterBytes), "Bytes that the parameters take, pads included.");
            yield return ("long", "InferenceBytes", Number(_figures.InferenceBytes), "Bytes that one forward pass works on: of the stack, up to 128 KiB.");
            yield return ("long", "TrainingBytes", Number(_figures.TrainingBytes), "Bytes of a training workspace.");
        }
    }

    /// <summary>The parameter tensors as constructor calls, under the names that PyTorch's nn.Sequential gives them.</summary>
    public IEnumerable<string> Tensors
    {
        get
        {
            var module = 0;
            for (var index = 0; index < network.Layers.Count; index++)
            {
                switch (network.Layers[index])
                {
                    case StandardizeModel:
                        yield return Tensor($"{module}.mean", "Mean", index, $"mean{index + 1}");
                        yield return Tensor($"{module}.scale", "Scale", index, $"scale{index + 1}");
                        break;
                    case AffineModel layer:
                        yield return Tensor($"{module}.weight", "Weight", index, $"W{index + 1}");
                        if (layer.Bias)
                            yield return Tensor($"{module}.bias", "Bias", index, $"b{index + 1}");
                        break;
                }

                // A dense layer's activation is a module of its own there.
                if (network.Layers[index] is DenseModel dense && !ActivationTable.IsIdentity(dense.Activation.BuiltIn))
                    module++;
                var owner = network.Layers[index] is ResidualModel ? $"{module}.activation" : $"{module}";
                foreach (var learnable in network.Layers[index].Learnables)
                    yield return Learnable($"{owner}.{learnable.Name}", index, learnable);
                module++;
            }
        }
    }

    public IEnumerable<string> Views
    {
        get
        {
            var tensor = 0;
            for (var index = 0; index < network.Layers.Count; index++)
            {
                var number = Number(index + 1);
                var views = network.Layers[index] switch
                {
                    StandardizeModel =>
                    [
                        View("Vector", "Mean" + number, "What is subtracted from each input."),
                        View("Vector", "Scale" + number, "What multiplies each input less its mean."),
                    ],
                    AffineModel { Bias: false } => [Weights()],
                    AffineModel => [Weights(), View("Vector", "Bias" + number, $"The biases of layer {number}.")],
                    _ => Array.Empty<string[]>(),
                };
                var learnables = network.Layers[index].Learnables.Select(learnable => View(
                    "Vector", learnable.ViewName(index + 1), $"The parameter {learnable.Name} of layer {number}{(learnable.PerUnit ? ", one a unit" : string.Empty)}."));
                foreach (var line in views.Concat(learnables).SelectMany(view => view))
                    yield return line;

                string[] Weights() => View("Matrix", "Weights" + number, $"The weights of layer {number}, [output, input].");
            }

            string[] View(string kind, string name, string summary) =>
            [
                $"/// <summary>{summary}</summary>",
                $"public global::NetGen.{kind}View<{_type}> {name} => new global::NetGen.{kind}View<{_type}>(_parameters, Parameters.Tensors[{tensor++}]);",
                string.Empty,
            ];
        }
    }

    /// <param name="symbol">What the equations call it.</param>
    private string Tensor(string name, string kind, int index, string symbol)
    {
        var layout = schedule.Parameters.Layout(symbol);
        var (columns, columnStride) = kind == "Weight" ? (network.UnitsOf(network.Layers[index].Source), layout.Strides[1]) : (1, 1);
        var layer = network.Layers[index] as AffineModel;
        var isTrainable = layer?.Trainable == "All" || (layer?.Trainable == "Biases" && kind == "Bias");
        var arguments = new[]
        {
            $"\"{name}\"", "global::NetGen.ParameterKind." + kind, Number(network.UnitsOf(index)), Number(columns), Number(layout.Offset),
            Number(layout.Strides[0]), Number(columnStride), $"\"{layer?.Activation.Name ?? "Identity"}\"", Number(index), $"\"{Initializer(layer)}\"",
        };
        return $"new global::NetGen.ParameterTensor({string.Join(", ", arguments)}{(isTrainable ? string.Empty : ", isTrainable: false")})";
    }

    /// <summary>Of what a user's function does to variances nothing is known, whatever it is called.</summary>
    private static string Initializer(AffineModel? layer) => layer is { Activation.Own: not null, Initializer: "Default" }
        ? "GlorotUniform"
        : layer?.Initializer ?? "Default";

    private string Learnable(string name, int index, LearnableModel learnable)
    {
        var layer = (ActivatedModel)network.Layers[index];
        var arguments = new[]
        {
            $"\"{name}\"", "global::NetGen.ParameterKind.Learnable", Number(learnable.PerUnit ? network.UnitsOf(index) : 1), "1",
            Number(schedule.Parameters.Layout(learnable.TensorName(index + 1)).Offset), "1", "1", $"\"{layer.Activation.Name}\"", Number(index),
            "\"Default\"", layer.Trainable == "All" ? "true" : "false", Literals.Print(learnable.Initial, Precision.Double),
        };
        return $"new global::NetGen.ParameterTensor({string.Join(", ", arguments)})";
    }

    private string Name(LayerModel layer) => layer switch
    {
        DenseModel dense => $"Dense({string.Join(", ", Arguments(dense).Prepend(Number(dense.Units)))})",
        ResidualModel residual => $"Residual({string.Join(", ", Arguments(residual))})",
        ActivationModel activation => $"{activation.Activation}{Alpha(activation.Alpha)}",
        StandardizeModel => "Standardize",
        SkipModel skip => $"Skip({(skip.Other < 0 ? "input" : "layer " + Number(skip.Other + 1))})",
        _ => throw new InvalidOperationException($"No name for {layer.GetType().Name}."),
    };

    private static IEnumerable<string> Arguments(AffineModel layer)
    {
        if (!ActivationTable.IsIdentity(layer.Activation.BuiltIn))
            yield return layer.Activation.Name + Alpha(layer.Alpha);
        if (!layer.Bias)
            yield return "no bias";
        if (layer.Trainable != "All")
            yield return "trainable: " + layer.Trainable.ToLowerInvariant();
    }

    private static string Alpha(double alpha) =>
        double.IsNaN(alpha) ? string.Empty : $" {alpha.ToString("R", CultureInfo.InvariantCulture)}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
