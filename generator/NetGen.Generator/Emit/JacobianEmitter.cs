using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the member that computes the Jacobian: re-entrant, as a prediction is.</summary>
internal sealed class JacobianEmitter(NetworkModel network, NetworkSchedule schedule, CodeWriter writer)
{
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);

    private readonly ParameterAccess _access = new(network, schedule);

    public void Write() => writer.Lines($$"""
        /// {{_access.Documentation(Contract.Differentiable, "ComputeJacobian")}}
        {{_access.Modifier}} void ComputeJacobian(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> output, global::System.Span<{{_type}}> jacobian)
        {
            global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
            global::NetGen.Guard.Length(output.Length, OutputSize, nameof(output));
            global::NetGen.Guard.Length(jacobian.Length, OutputSize * InputSize, nameof(jacobian));
            global::NetGen.Guard.Apart<{{_type}}>(output, input, nameof(output));
            global::NetGen.Guard.Apart<{{_type}}>(jacobian, input, nameof(jacobian));
            global::NetGen.Guard.Apart<{{_type}}>(jacobian, output, nameof(jacobian));
            Kernels.ComputeJacobian({{_access.Parameters}}input, output, jacobian{{Memory}});
        }

        """);

    private string Memory => schedule.IsUnrolled ? string.Empty
        : schedule.JacobianLength == 0 ? ", default"
        : ", " + new StackMemory(network).Allocate(schedule.JacobianLength);
}
