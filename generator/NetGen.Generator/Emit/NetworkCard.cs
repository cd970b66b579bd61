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

    private int ElementBytes => network.Precision == Precision.Double ? 8 : 4;

    private IReadOnlyList<(DenseModel Layer, int Inputs)> Layers =>
        [.. network.Layers.Cast<DenseModel>().Select(layer => (layer, InputsOf(layer)))];

    private int InputsOf(DenseModel layer) => layer.Source < 0 ? network.Inputs : ((DenseModel)network.Layers[layer.Source]).Units;

    public int Outputs => Layers[Layers.Count - 1].Layer.Units;

    /// <summary>Identifies the shape of the parameters and what is computed with them.</summary>
    public string Architecture =>
        $"{Number(network.Inputs)} -> {string.Join(" -> ", Layers.Select(pair => Name(pair.Layer)))} : {network.Loss}";

    public IReadOnlyList<string> Table
    {
        get
        {
            List<string[]> rows = [["layer", "shape", "parameters"]];
            rows.AddRange(Layers.Select(pair => new[]
            {
                Name(pair.Layer), $"{Number(pair.Inputs)} -> {Number(pair.Layer.Units)}", Number((pair.Inputs + (pair.Layer.Bias ? 1 : 0)) * pair.Layer.Units),
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
            yield return $"{Number(Cost.ParameterCount(network))} parameters; {Number(Cost.ForwardMultiplyAdds(network))} multiply-adds forward, {Number(Cost.BackwardMultiplyAdds(network))} backward.";
            yield return schedule.IsUnrolled ? "Schedule: straight-line scalar code." : network.Target.HasVectors ? "Schedule: vectors, in loops over unrolled tiles." : "Schedule: scalars, in loops over unrolled tiles.";
            yield return "</remarks>";
        }
    }

    public IEnumerable<(string Type, string Name, string Value, string Summary)> Constants
    {
        get
        {
            yield return ("int", "InputSize", Number(network.Inputs), "Values in one sample.");
            yield return ("int", "OutputSize", Number(Outputs), "Values in one prediction.");
            yield return ("int", "ParameterCount", Number(Cost.ParameterCount(network)), "Weights and biases.");
            yield return ("int", "BatchSize", Number(network.BatchSize), "Samples that training works on at once; longer batches run in blocks.");
            yield return ("long", "ForwardMultiplyAdds", Number(Cost.ForwardMultiplyAdds(network)), "Multiply-adds of one forward pass.");
            yield return ("long", "BackwardMultiplyAdds", Number(Cost.BackwardMultiplyAdds(network)), "Multiply-adds of one backward pass to the parameters.");
            yield return ("long", "ParameterBytes", Number((long)schedule.PackedLength * ElementBytes), "Bytes that the parameters take, pads included.");
            yield return ("long", "InferenceBytes", Number((long)schedule.InferenceLength * ElementBytes), "Bytes of stack that one forward pass works on.");
            yield return ("long", "TrainingBytes", Number((long)(schedule.WorkspaceLength + schedule.PackedLength) * ElementBytes), "Bytes of a training workspace.");
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
                var (layer, inputs) = Layers[index];
                var weights = schedule.Parameters.Layout($"W{index + 1}");
                yield return Tensor($"{module}.weight", "Weight", layer.Units, inputs, weights.Offset, weights.Strides[0], weights.Strides[1], layer, index);
                if (layer.Bias)
                    yield return Tensor($"{module}.bias", "Bias", layer.Units, 1, schedule.Parameters.Layout($"b{index + 1}").Offset, 1, 1, layer, index);
                // An activation is a module of its own there.
                module += ActivationTable.IsIdentity(layer.Activation) ? 1 : 2;
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
                yield return $"/// <summary>The weights of layer {index + 1}, [output, input].</summary>";
                yield return $"public global::NetGen.MatrixView<{_type}> Weights{index + 1} => new global::NetGen.MatrixView<{_type}>(_parameters, Parameters.Tensors[{tensor++}]);";
                yield return string.Empty;
                if (!Layers[index].Layer.Bias)
                    continue;
                yield return $"/// <summary>The biases of layer {index + 1}.</summary>";
                yield return $"public global::NetGen.VectorView<{_type}> Bias{index + 1} => new global::NetGen.VectorView<{_type}>(_parameters, Parameters.Tensors[{tensor++}]);";
                yield return string.Empty;
            }
        }
    }

    private static string Tensor(string name, string kind, int rows, int columns, int offset, int rowStride, int columnStride, DenseModel layer, int index) =>
        $"new global::NetGen.ParameterTensor(\"{name}\", global::NetGen.ParameterKind.{kind}, {Number(rows)}, {Number(columns)}, {Number(offset)}, {Number(rowStride)}, {Number(columnStride)}, \"{layer.Activation}\", {Number(index)})";

    private static string Name(DenseModel layer)
    {
        var arguments = new List<string> { Number(layer.Units) };
        if (!ActivationTable.IsIdentity(layer.Activation))
            arguments.Add(layer.Activation);
        if (!layer.Bias)
            arguments.Add("no bias");
        return $"Dense({string.Join(", ", arguments)})";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
