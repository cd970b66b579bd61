using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the generated part of a network's class.</summary>
internal sealed class NetworkEmitter(NetworkModel network, NetworkSchedule schedule)
{
    private readonly NetworkCard _card = new(network, schedule);
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);

    public IReadOnlyList<GeneratedFile> Emit()
    {
        List<GeneratedFile> files = [new(string.Empty, File(_card.Remarks, Contract, WriteMembers))];
        if (network.Frozen is not null && schedule.ReadsParameters)
            files.Add(new("-weights", File([], string.Empty, new FrozenWeights(network, schedule).Write)));
        foreach (var narrower in schedule.Narrower)
            files.Add(new("." + narrower.VectorBits.ToString(CultureInfo.InvariantCulture), File([], string.Empty, writer => new KernelsEmitter(network, schedule, narrower).Write(writer))));
        return files;
    }

    /// <summary>A part of the class, in a file of its own.</summary>
    private string File(IEnumerable<string> remarks, string contract, Action<CodeWriter> write) =>
        PartFile.Write(network.Type.Namespace, network.Type.Containers, writer =>
        {
            foreach (var line in remarks)
                writer.Line("/// " + line);
            using (writer.Block($"partial {network.Type.Keyword} {network.Type.Name}{contract}"))
                write(writer);
        });

    private string Contract => network.Type.IsStatic ? string.Empty
        : " : " + GeneratedMembers.Interface(GeneratedMembers.ContractOf(network.Loss, network.Training, network.Frozen is not null), network.Precision)
            + (network.Jacobian ? ", " + GeneratedMembers.Interface(Model.Contract.Differentiable, network.Precision) : string.Empty);

    private void WriteMembers(CodeWriter writer)
    {
        WriteConstants(writer);
        if (network.Frozen is null)
            WriteStorage(writer);
        new InferenceEmitter(network, schedule, writer).Write();
        foreach (var layer in network.VisibleLayers)
            new VisibleLayerEmitter(network, schedule, writer).Write(network.Layers[layer].Visible!);
        if (network.Jacobian)
            new JacobianEmitter(network, schedule, writer).Write();
        if (network.Training)
        {
            foreach (var labels in TakesLabels ? new[] { false, true } : [false])
                new TrainingEmitter(network, schedule, writer, labels).Write();
        }

        if (network.Frozen is null)
            WriteParameters(writer);
        else if (!network.Type.IsStatic)
            WriteModel(writer);
        new KernelsEmitter(network, schedule, schedule).Write(writer);
    }

    private bool TakesLabels => schedule.Loss.TakesLabels;

    private void WriteConstants(CodeWriter writer)
    {
        foreach (var (type, name, value, summary) in _card.Constants)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public const {type} {name} = {value};");
            writer.Line();
        }
    }

    private void WriteStorage(CodeWriter writer)
    {
        writer.Line($"private static readonly global::NetGen.ParameterLayout Parameters = new global::NetGen.ParameterLayout(");
        writer.Line($"    {Quote(network.Type.Name.TrimStart('@'))},");
        writer.Line($"    {Quote(ArchitectureText.Of(network))},");
        writer.Line($"    {Quote(string.Join("\n", _card.Table))},");
        var tensors = _card.Tensors.ToList();
        writer.Line($"    {schedule.PackedLength}{(tensors.Count == 0 ? ");" : ",")}");
        for (var index = 0; index < tensors.Count; index++)
            writer.Line($"    {tensors[index]}{(index < tensors.Count - 1 ? "," : ");")}");
        writer.Line();
        writer.Line($"private readonly global::NetGen.AlignedArray<{_type}> _parameters = new global::NetGen.AlignedArray<{_type}>({schedule.PackedLength});");
        if (network.Training)
            writer.Line($"private global::NetGen.Workspace<{_type}>? _workspace;");
        writer.Line();
        if (network.Type.HasConstructor)
            return;
        writer.Lines($$"""
            /// <summary>A network with the initial parameters of seed 0.</summary>
            public {{network.Type.Name}}()
                : this(0)
            {
            }

            /// <summary>A network with initial parameters from a seed: the same numbers on every platform.</summary>
            /// <param name="seed">Any number.</param>
            public {{network.Type.Name}}(int seed) => Initialize(seed);

            """);
    }

    private void WriteParameters(CodeWriter writer)
    {
        writer.Lines($$"""
            /// <inheritdoc/>
            public global::NetGen.ParameterLayout Layout => Parameters;

            /// <inheritdoc/>
            public global::System.Span<{{_type}}> PackedParameters => _parameters.Span;

            /// <inheritdoc/>
            public void Initialize(int seed) => Parameters.Initialize(_parameters.Span, seed);

            /// <inheritdoc/>
            public void CopyParametersTo(global::System.Span<{{_type}}> parameters)
            {
                global::NetGen.Guard.Length(parameters.Length, ParameterCount, nameof(parameters));
                Parameters.Unpack<{{_type}}>(_parameters.Span, parameters);
            }

            /// <inheritdoc/>
            public void SetParameters(global::System.ReadOnlySpan<{{_type}}> parameters)
            {
                global::NetGen.Guard.Length(parameters.Length, ParameterCount, nameof(parameters));
                Parameters.Pack(parameters, _parameters.Span);
            }

            /// <summary>Copies all parameters to another network of this class.</summary>
            /// <param name="other">The network that gets them.</param>
            public void CopyTo({{network.Type.Name}} other)
            {
                global::NetGen.Guard.NotNull(other, nameof(other));
                _parameters.Span.CopyTo(other._parameters.Span);
            }

            """);
        foreach (var line in _card.Views)
            writer.Line(line);
        if (!network.Type.HasToString)
        {
            writer.Line("/// <summary>The network's table.</summary>");
            writer.Line("public override string ToString() => Parameters.ToString();");
            writer.Line();
        }

        foreach (var name in new[] { "InputSize", "OutputSize", "ParameterCount" })
            writer.Line($"int global::NetGen.IModel<{_type}>.{name} => {name};");
        if (network.Training)
            writer.Line($"int global::NetGen.INetwork<{_type}>.BatchSize => BatchSize;");
        writer.Line();
    }

    /// <summary>What a class with static members is to those who take a model.</summary>
    private void WriteModel(CodeWriter writer)
    {
        foreach (var member in GeneratedMembers.OfFrozen(network.Layers, network.Precision, network.Jacobian).Where(member => member.Contract != Model.Contract.None))
        {
            var name = $"{member.Type} {GeneratedMembers.Interface(member.Contract, network.Precision)}.{member.Name}";
            var arguments = string.Join(", ", member.Parameters.Select(parameter => parameter.Name));
            writer.Line(member.Kind == MemberKind.Constant
                ? $"{name} => {member.Name};"
                : $"{name}({string.Join(", ", member.Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))}) => {member.Name}({arguments});");
        }

        writer.Line();
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";
}
