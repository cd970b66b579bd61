using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Weights;

/// <summary>Finds the weights that a frozen network asks for, and checks that they are its own.</summary>
internal static class WeightBinder
{
    // A literal each, in a file that the C# compiler reads.
    private const int MostParameters = 1 << 22;

    /// <param name="network">A network whose <see cref="NetworkModel.WeightsFile"/> is set.</param>
    /// <param name="files">Those of the project.</param>
    /// <returns>The parameters, or what is wrong with the attribute's argument.</returns>
    public static (FrozenParameters? Parameters, DiagnosticDescriptor? Problem, string[] Arguments) Bind(
        NetworkModel network, IReadOnlyCollection<WeightFile> files)
    {
        var name = network.WeightsFile!.Replace('\\', '/');
        if (files.FirstOrDefault(file => file.Name == name) is not { } file)
        {
            var known = files.Select(other => $"'{other.Name}'").OrderBy(other => other, StringComparer.Ordinal).ToList();
            var advice = $"write <NetGenWeights Include=\"{name}\" /> in an ItemGroup of the project file";
            return (null, Descriptors.NoWeights, [name, "is no weight file of the project", known.Count == 0 ? advice : $"{advice}, or one of {string.Join(", ", known)} here"]);
        }

        if (file.Problem is not null)
            return (null, Descriptors.NoWeights, [name, file.Problem, "put a safetensors file of the network there, as NetworkFiles.Save writes it"]);
        return Mismatch(network, file) is { } mismatch
            ? (null, Descriptors.WeightsMismatch, [name, network.Type.Name, mismatch])
            : (new(name, file, ParameterModel.Of(network).ToDictionary(tensor => tensor.Symbol, Read)), null, []);

        FrozenTensor Read(ParameterModel tensor) =>
            new(file.Values(file.Header!.Tensors[tensor.Name]), tensor.Shape.Count == 2 ? tensor.Shape[1] : 1);
    }

    private static string? Mismatch(NetworkModel network, WeightFile file)
    {
        var header = file.Header!;
        var expected = ParameterModel.Of(network).ToList();
        var count = expected.Sum(tensor => (long)tensor.Count);
        if (count > MostParameters)
            return $"the network has {count} parameters, and a frozen one at most {MostParameters}";
        if (header.Metadata.TryGetValue(SafetensorsHeader.ArchitectureKey, out var architecture) && WithoutTraining(architecture) != WithoutTraining(ArchitectureText.Of(network)))
            return $"it belongs to the network '{WithoutTraining(architecture)}', and this is '{WithoutTraining(ArchitectureText.Of(network))}'";

        try
        {
            CheckTensors(network, expected, file);
        }
        catch (InvalidDataException e)
        {
            return WeightFile.Clause(e.Message);
        }

        return expected.Select(tensor => NotFinite(tensor.Name, file.Values(header.Tensors[tensor.Name]))).FirstOrDefault(problem => problem is not null);
    }

    private static void CheckTensors(NetworkModel network, List<ParameterModel> expected, WeightFile file)
    {
        var (dtype, size) = network.Precision == Precision.Double ? ("F64", sizeof(double)) : ("F32", sizeof(float));
        var tensors = SafetensorsTensors.Check(
            file.Header!, network.Type.Name, expected.ConvertAll(tensor => (tensor.Name, tensor.Shape)), dtype, size);
        if (tensors.Find(tensor => tensor.End > file.DataLength) is { } cut)
            throw new InvalidDataException($"It ends inside the {cut.Name}.");
        if (tensors.Count > 0 ? tensors[tensors.Count - 1].End < file.DataLength : file.DataLength > 0)
            throw new InvalidDataException("It goes on after the last tensor.");
    }

    private static string? NotFinite(string name, double[] values)
    {
        var index = Array.FindIndex(values, value => double.IsNaN(value) || double.IsInfinity(value));
        return index < 0 ? null : $"its tensor '{name}' holds {values[index].ToString(CultureInfo.InvariantCulture)} at {index}";
    }

    /// <summary>Which layers trained is nothing to one that does not.</summary>
    private static string WithoutTraining(string architecture) => Regex.Replace(architecture, @"(, )?trainable: \w+", string.Empty);
}
