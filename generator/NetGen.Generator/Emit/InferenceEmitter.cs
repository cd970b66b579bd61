using NetGen.Generator.Layers;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the members that compute predictions: re-entrant, on the stack as far as it reaches.</summary>
internal sealed class InferenceEmitter(NetworkModel network, NetworkSchedule schedule, CodeWriter writer)
{
    // Of the stack, in bytes; beyond it a batch runs sample by sample, and a sample in an array.
    private const int StackLimit = 128 * 1024;
    private const int CacheLine = 64;

    private readonly string _type = GeneratedMembers.Scalar(network.Precision);

    private readonly string _modifier = network.Frozen is null ? "public" : "public static";

    private readonly string _parameters = network.Frozen is null ? "_parameters.Span, " : schedule.ReadsParameters ? "Weights, " : string.Empty;

    // A static member inherits nothing by itself.
    private string Documentation(string member) => network.Frozen is null ? "<inheritdoc/>" : $"<inheritdoc cref=\"global::NetGen.IModel{{T}}.{member}\"/>";

    public void Write()
    {
        var hasLogits = schedule.Loss.HasLogits;
        writer.Lines($$"""
            /// {{Documentation("Forward")}}
            {{_modifier}} void Forward(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> output)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                global::NetGen.Guard.Length(output.Length, OutputSize, nameof(output));
                Kernels.Forward({{_parameters}}input, output{{Memory(schedule.InferenceLength)}});
            }

            /// {{Documentation("ForwardBatch")}}
            {{_modifier}} void ForwardBatch(global::System.ReadOnlySpan<{{_type}}> inputs, global::System.Span<{{_type}}> outputs, int count)
            {
                global::NetGen.Guard.Count(count, nameof(count));
                global::NetGen.Guard.Samples(inputs.Length, count, InputSize, nameof(inputs));
                global::NetGen.Guard.Samples(outputs.Length, count, OutputSize, nameof(outputs));
            """);
        WriteBatch();
        writer.Lines($$"""
            }

            /// {{Documentation("ForwardLogits")}}
            {{_modifier}} void ForwardLogits(global::System.ReadOnlySpan<{{_type}}> input, global::System.Span<{{_type}}> logits)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                global::NetGen.Guard.Length(logits.Length, OutputSize, nameof(logits));
                Kernels.{{(hasLogits ? "ForwardLogits" : "Forward")}}({{_parameters}}input, logits{{Memory(schedule.InferenceLength)}});
            }

            /// {{Documentation("Classify")}}
            {{_modifier}} int Classify(global::System.ReadOnlySpan<{{_type}}> input)
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
            writer.Line($"    Kernels.ForwardBatch({_parameters}inputs, outputs, count);");
            return;
        }

        var fits = FitsStack(schedule.InferenceBatchLength);
        var block = fits ? "BatchSize" : "1";
        writer.Lines($$"""
                global::System.Span<{{_type}}> w = {{Allocate(fits ? schedule.InferenceBatchLength : schedule.InferenceLength)}};
                for (var start = 0; start < count; start += {{block}})
                {
            """);
        writer.Lines(fits
            ? $$"""
                    var n = global::System.Math.Min(BatchSize, count - start);
                    Kernels.ForwardBatch({{_parameters}}inputs.Slice(start * InputSize, n * InputSize), outputs.Slice(start * OutputSize, n * OutputSize), w, n);
                }
            """
            : $$"""
                    Kernels.Forward({{_parameters}}inputs.Slice(start * InputSize, InputSize), outputs.Slice(start * OutputSize, OutputSize), w);
                }
            """);
    }

    private string NoMemory => schedule.IsUnrolled ? string.Empty : ", default";

    private string Memory(int length) => length == 0 ? NoMemory : ", " + Allocate(length);

    private string Allocate(int length) => FitsStack(length)
        ? $"stackalloc {_type}[{WithSlack(length)}]"
        : $"new global::NetGen.AlignedArray<{_type}>({WithSlack(length)}).Span";

    private bool FitsStack(int length) => (long)length * (network.Precision == Precision.Double ? 8 : 4) <= StackLimit;

    /// <summary>Kernels of vectors start at a cache line of it.</summary>
    private int WithSlack(int length) =>
        network.Target.HasVectors ? length + (CacheLine / (network.Precision == Precision.Double ? 8 : 4)) : length;
}
