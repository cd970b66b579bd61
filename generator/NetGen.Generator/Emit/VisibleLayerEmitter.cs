using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the members that compute what a layer gives: re-entrant, as a prediction is.</summary>
internal sealed class VisibleLayerEmitter(NetworkModel network, NetworkSchedule schedule, CodeWriter writer)
{
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);
    private readonly ParameterAccess _access = new(network, schedule);

    public void Write(VisibleModel layer) => writer.Lines($$"""
        /// <summary>Computes what the layer "{{layer.Layer}}" gives for one sample, to the same bits as inside Forward, and thread-safe like it.</summary>
        /// <param name="input">InputSize values.</param>
        /// <param name="{{layer.Parameter.TrimStart('@')}}">Receives {{layer.Size}} values.</param>
        {{_access.Modifier}} void {{layer.Method}}(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> {{layer.Parameter}})
        {
            global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
            global::NetGen.Guard.Length({{layer.Parameter}}.Length, {{layer.Size}}, nameof({{layer.Parameter}}));
            global::NetGen.Guard.Apart<{{_type}}>({{layer.Parameter}}, input, nameof({{layer.Parameter}}));
            Kernels.{{layer.Method}}({{_access.Parameters}}input, {{layer.Parameter}}{{Memory}});
        }

        """);

    private string Memory => schedule.InfersInRegisters ? string.Empty : ", " + new StackMemory(network).Allocate(schedule.InferenceLength);
}
