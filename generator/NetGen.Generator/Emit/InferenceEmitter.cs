using NetGen.Generator.Layers;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the members that compute predictions: re-entrant, on the stack as far as it reaches.</summary>
internal sealed class InferenceEmitter(NetworkModel network, NetworkSchedule schedule, CodeWriter writer)
{
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);
    private readonly StackMemory _memory = new(network);
    private readonly ParameterAccess _access = new(network, schedule);

    public void Write()
    {
        var hasLogits = schedule.Loss.HasLogits;
        writer.Line("/// " + _access.Documentation(Contract.Model, "Forward"));
        Optimised.AtOnce(writer, network);
        writer.Lines($$"""
            {{_access.Modifier}} void Forward(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> output)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                global::NetGen.Guard.Length(output.Length, OutputSize, nameof(output));
                global::NetGen.Guard.Apart<{{_type}}>(output, input, nameof(output));
                Kernels.Forward({{_access.Parameters}}input, output{{Memory}});
            }

            /// {{_access.Documentation(Contract.Model, "ForwardBatch")}}
            {{_access.Modifier}} void ForwardBatch(global::System.ReadOnlySpan<{{_type}}> inputs, global::System.Span<{{_type}}> outputs)
            {
                var count = global::NetGen.Guard.Batch(inputs.Length, InputSize, nameof(inputs));
                global::NetGen.Guard.Samples(outputs.Length, count, OutputSize, nameof(outputs));
                global::NetGen.Guard.Apart<{{_type}}>(outputs, inputs, nameof(outputs));
            """);
        WriteBatch();
        writer.Lines($$"""
            }

            /// {{_access.Documentation(Contract.Model, "ForwardLogits")}}
            {{_access.Modifier}} void ForwardLogits(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> logits)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                global::NetGen.Guard.Length(logits.Length, OutputSize, nameof(logits));
                global::NetGen.Guard.Apart<{{_type}}>(logits, input, nameof(logits));
                Kernels.{{(hasLogits ? "ForwardLogits" : "Forward")}}({{_access.Parameters}}input, logits{{Memory}});
            }

            /// {{_access.Documentation(Contract.Model, "Classify")}}
            {{_access.Modifier}} int Classify(global::System.ReadOnlySpan<{{_type}}> input)
            {
                global::System.Span<{{_type}}> logits = stackalloc {{_type}}[OutputSize];
                ForwardLogits(input, logits);
                return Kernels.LargestOf(logits);
            }

            """);
    }

    private void WriteBatch()
    {
        if (schedule.IsUnrolled)
        {
            writer.Line($"    Kernels.ForwardBatch({_access.Parameters}inputs, outputs, count);");
            return;
        }

        // A batch beyond the stack runs sample by sample.
        var fits = _memory.Fits(schedule.InferenceBatchLength);
        var block = fits ? "BatchSize" : "1";
        if (fits || !schedule.InfersInRegisters)
            writer.Line($"    global::System.Span<{_type}> w = {_memory.Allocate(fits ? schedule.InferenceBatchLength : schedule.InferenceLength)};");
        writer.Lines($$"""
                for (var start = 0; start < count; start += {{block}})
                {
            """);
        writer.Lines(fits
            ? $$"""
                    var n = global::System.Math.Min(BatchSize, count - start);
                    Kernels.ForwardBatch({{_access.Parameters}}inputs.Slice(start * InputSize, n * InputSize), outputs.Slice(start * OutputSize, n * OutputSize), w, n);
                }
            """
            : $$"""
                    Kernels.Forward({{_access.Parameters}}inputs.Slice(start * InputSize, InputSize), outputs.Slice(start * OutputSize, OutputSize){{(schedule.InfersInRegisters ? string.Empty : ", w")}});
                }
            """);
    }

    private string Memory => schedule.InfersInRegisters ? string.Empty : ", " + _memory.Allocate(schedule.InferenceLength);
}
