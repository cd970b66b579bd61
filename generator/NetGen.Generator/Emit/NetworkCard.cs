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

    private bool IsFrozen => network.Frozen is not null;

    public IReadOnlyList<string> Table
    {
        get
        {
            List<string[]> rows = [["layer", "shape", "parameters"]];
            rows.AddRange(Enumerable.Range(0, network.Layers.Count).Select(index => new[]
            {
                ArchitectureText.Of(network.Layers[index]),
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
            if (IsFrozen)
                yield return $"Frozen: the parameters of '{Xml(network.Frozen!.File)}'{(schedule.ReadsParameters ? string.Empty : ", all of them constants in the code")}.";
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
        (true, "vectors", _) when schedule.Lanes > 1 => $"straight-line scalar code; of a batch, {schedule.Lanes} samples at a time, one in each lane of a vector.",
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
            yield return ("int", "BatchSize", Number(network.BatchSize), $"Samples that {(IsFrozen ? "ForwardBatch" : "training")} works on at once; longer batches run in blocks.");
            yield return ("long", "ForwardMultiplyAdds", Number(Cost.ForwardMultiplyAdds(network)), "Multiply-adds of one forward pass.");
            yield return ("long", "BackwardMultiplyAdds", Number(_figures.BackwardMultiplyAdds), "Multiply-adds of one backward pass to the parameters.");
            yield return ("long", "ParameterBytes", Number(_figures.ParameterBytes), IsFrozen
                ? "Bytes of the parameters as read-only data, pads included; 0 where all are constants in the code."
                : "Bytes that the parameters take, pads included.");
            yield return ("long", "InferenceBytes", Number(_figures.InferenceBytes), "Bytes that one forward pass works on: of the stack, up to 128 KiB.");
            yield return ("long", "TrainingBytes", Number(_figures.TrainingBytes), "Bytes of a training workspace.");
            foreach (var index in network.VisibleLayers)
            {
                var layer = network.Layers[index].Visible!;
                yield return ("int", layer.Size, Number(network.UnitsOf(index)), $"Values that the layer \"{layer.Layer}\" gives.");
            }
        }
    }

    /// <summary>The parameter tensors as constructor calls.</summary>
    public IEnumerable<string> Tensors => ParameterModel.Of(network).Select(Tensor);

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

    private string Tensor(ParameterModel tensor)
    {
        var layout = schedule.Parameters.Layout(tensor.Symbol);
        var layer = network.Layers[tensor.Layer] as ActivatedModel;
        var isMatrix = tensor.Shape.Count == 2;
        var arguments = new List<string>
        {
            $"\"{tensor.Name}\"",
            "global::NetGen.ParameterKind." + tensor.Kind,
            Number(tensor.Shape[0]),
            Number(isMatrix ? tensor.Shape[1] : 1),
            Number(layout.Offset),
            Number(isMatrix ? layout.Strides[0] : 1),
            Number(isMatrix ? layout.Strides[1] : 1),
            $"\"{layer?.Activation.Name ?? "Identity"}\"",
            Number(tensor.Layer),
            $"\"{(tensor.Learnable is null ? Initializer(layer as AffineModel) : "Default")}\"",
        };
        var isTrainable = layer?.Trainable == "All" || (layer?.Trainable == "Biases" && tensor.Kind == "Bias");
        if (tensor.Learnable is not null)
            arguments.AddRange([isTrainable ? "true" : "false", Literals.Print(tensor.Learnable.Initial, Precision.Double)]);
        else if (!isTrainable)
            arguments.Add("isTrainable: false");
        return $"new global::NetGen.ParameterTensor({string.Join(", ", arguments)})";
    }

    /// <summary>Of what a user's function does to variances nothing is known, whatever it is called.</summary>
    private static string Initializer(AffineModel? layer) => layer is { Activation.Own: not null, Initializer: "Default" }
        ? "GlorotUniform"
        : layer?.Initializer ?? "Default";

    private static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
