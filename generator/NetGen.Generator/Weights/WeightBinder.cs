using System.Collections.Generic;
using System.Globalization;
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
        if (header.Architecture is { } architecture && WithoutTraining(architecture) != WithoutTraining(ArchitectureText.Of(network)))
            return $"it belongs to the network '{WithoutTraining(architecture)}', and this is '{WithoutTraining(ArchitectureText.Of(network))}'";

        var names = string.Join(", ", expected.Select(tensor => tensor.Name));
        if (expected.Find(tensor => !header.Tensors.ContainsKey(tensor.Name)) is { } missing)
            return $"it has no tensor '{missing.Name}', and the network's are {names}";
        if (header.Tensors.Keys.FirstOrDefault(name => expected.TrueForAll(tensor => tensor.Name != name)) is { } unknown)
            return $"it has a tensor '{unknown}', and the network's are {names}";
        if (expected.Select(tensor => Mismatch(tensor, header.Tensors[tensor.Name], network.Precision, file)).FirstOrDefault(problem => problem is not null) is { } problem)
            return problem;
        var bytes = header.Tensors.Values.Sum(tensor => tensor.End - tensor.Begin);
        return bytes == file.DataLength ? null : $"it has {file.DataLength} bytes of data, and its tensors take {bytes}";
    }

    private static string? Mismatch(ParameterModel expected, WeightTensor stored, Precision precision, WeightFile file)
    {
        var (dtype, size) = precision == Precision.Double ? ("F64", sizeof(double)) : ("F32", sizeof(float));
        if (stored.Dtype != dtype)
            return $"its tensor '{expected.Name}' is of type '{stored.Dtype}', and the network computes in '{dtype}'; convert the file, or change the network's Precision";
        if (!stored.Shape.SequenceEqual(expected.Shape.Select(extent => (long)extent)))
            return $"its tensor '{expected.Name}' has the shape [{Print(stored.Shape)}], and the network needs [{Print(expected.Shape.Select(extent => (long)extent))}]";
        if (stored.Begin < 0 || stored.End > file.DataLength || stored.End - stored.Begin != (long)expected.Count * size)
            return $"its tensor '{expected.Name}' has data_offsets [{stored.Begin}, {stored.End}], and takes {(long)expected.Count * size} of {file.DataLength} bytes";
        var values = file.Values(stored);
        var index = Array.FindIndex(values, value => double.IsNaN(value) || double.IsInfinity(value));
        return index < 0 ? null : $"its tensor '{expected.Name}' holds {values[index].ToString(CultureInfo.InvariantCulture)} at {index}";
    }

    private static string Print(IEnumerable<long> shape) =>
        string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Which layers trained is nothing to one that does not.</summary>
    private static string WithoutTraining(string architecture) => Regex.Replace(architecture, @"(, )?trainable: \w+", string.Empty);
}
