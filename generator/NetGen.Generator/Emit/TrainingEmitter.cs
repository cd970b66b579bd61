using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the members that need a target: losses, gradients, steps. Once for targets, once for labels.</summary>
internal sealed class TrainingEmitter(NetworkModel network, NetworkSchedule schedule, CodeWriter writer, bool labels)
{
    private readonly string _type = GeneratedMembers.Scalar(network.Precision);
    private readonly Rounding _rounding = Rounding.Of(network);
    private readonly LossSum _losses = new(network);

    private string Real => $"global::System.ReadOnlySpan<{_type}>";

    private string Span => $"global::System.Span<{_type}>";

    private string Workspace => $"global::NetGen.Workspace<{_type}>";

    // What stands in the place of the target: its type, its name, how it is checked.
    private string Target => labels ? "int label" : Real + " target";

    private string Name => labels ? "label" : "target";

    private string CheckTarget => labels
        ? "global::NetGen.Guard.Label(label, OutputSize, nameof(label));"
        : "global::NetGen.Guard.Length(target.Length, OutputSize, nameof(target));";

    private string Targets => labels ? "global::System.ReadOnlySpan<int> labels" : Real + " targets";

    private string Names => labels ? "labels" : "targets";

    private string CheckTargets => labels
        ? """
            global::NetGen.Guard.Samples(labels.Length, count, 1, nameof(labels));
                global::NetGen.Guard.Labels(labels, OutputSize, nameof(labels));
            """
        : "global::NetGen.Guard.Samples(targets.Length, count, OutputSize, nameof(targets));";

    public void Write()
    {
        WriteOneSample();
        WriteBatch();
        if (!labels)
            WriteWeightDecay();
    }

    private void WriteOneSample()
    {
        writer.Lines($$"""
            /// <inheritdoc/>
            public {{_type}} ComputeLoss({{Real}} input, {{Target}})
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                {{CheckTarget}}
                return Kernels.ComputeLoss(_parameters.Span, input, {{Name}}{{Own}});
            }

            /// <inheritdoc/>
            public {{_type}} ComputeGradients({{Real}} input, {{Target}}, {{Span}} gradients)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                {{CheckTarget}}
                global::NetGen.Guard.Length(gradients.Length, ParameterCount, nameof(gradients));
                var w = (_workspace ??= CreateWorkspace()).Span;
                var g = Kernels.GradientsIn(w);
                g.Clear();
                var loss = Kernels.Accumulate(_parameters.Span, input, {{Name}}, 1, 1, g{{Memory}});
                Parameters.Unpack<{{_type}}>(g, gradients);
                return loss;
            }

            /// <inheritdoc/>
            public {{_type}} ComputeInputGradients({{Real}} input, {{Target}}, {{Span}} inputGradients)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                {{CheckTarget}}
                global::NetGen.Guard.Length(inputGradients.Length, InputSize, nameof(inputGradients));
                {{CheckApart("inputGradients", "input", Name)}}
                return Kernels.ComputeInputGradient(_parameters.Span, input, {{Name}}, 1, inputGradients{{Own}});
            }

            /// <inheritdoc/>
            """);
        Optimised.AtOnce(writer, network);
        writer.Lines($$"""
            public {{_type}} TrainStep({{Real}} input, {{Target}}, {{_type}} learningRate)
            {
                global::NetGen.Guard.Length(input.Length, InputSize, nameof(input));
                {{CheckTarget}}
                var p = _parameters.Span;
                return Kernels.Accumulate(p, input, {{Name}}, -learningRate, -learningRate, p{{Own}});
            }

            """);
    }

    private void WriteBatch() => writer.Lines($$"""
        /// <inheritdoc/>
        public {{_type}} ComputeLossBatch({{Real}} inputs, {{Targets}})
        {
            {{CheckBatch}}
        {{DeclareMemory}}    var loss = {{LossSum.Zero}};
            for (var start = 0; start < count; start += BatchSize)
            {
                var n = global::System.Math.Min(BatchSize, count - start);
                {{_losses.Add("loss", $"Kernels.ComputeLossBatch(_parameters.Span, inputs.Slice(start * InputSize, n * InputSize), {Slice}{Memory}, n)")}}
            }

            return {{MeanLoss}};
        }

        /// <inheritdoc/>
        public {{_type}} ComputeGradientsBatch({{Real}} inputs, {{Targets}}, {{Span}} gradients)
        {
            {{CheckBatch}}
            global::NetGen.Guard.Length(gradients.Length, ParameterCount, nameof(gradients));
            var w = (_workspace ??= CreateWorkspace()).Span;
            var g = Kernels.GradientsIn(w);
            g.Clear();
            var loss = Kernels.AccumulateBlocks(_parameters.Span, inputs, {{Names}}, {{Mean(One)}}, 1, g{{Memory}}, count);
            Parameters.Unpack<{{_type}}>(g, gradients);
            return {{MeanLoss}};
        }

        /// <inheritdoc/>
        public {{_type}} ComputeInputGradientsBatch({{Real}} inputs, {{Targets}}, {{Span}} inputGradients)
        {
            {{CheckBatch}}
            global::NetGen.Guard.Samples(inputGradients.Length, count, InputSize, nameof(inputGradients));
            {{CheckApart("inputGradients", "inputs", Names)}}
            var w = (_workspace ??= CreateWorkspace()).Span;
            var loss = {{LossSum.Zero}};
            for (var start = 0; start < count; start += BatchSize)
            {
                var n = global::System.Math.Min(BatchSize, count - start);
                {{_losses.Add("loss", $"Kernels.ComputeInputGradientBatch(_parameters.Span, inputs.Slice(start * InputSize, n * InputSize), {Slice}, {Mean(One)}, inputGradients.Slice(start * InputSize, n * InputSize){Memory}, n)")}}
            }

            return {{MeanLoss}};
        }

        /// <inheritdoc/>
        public {{_type}} TrainBatch({{Real}} inputs, {{Targets}}, {{_type}} learningRate)
        {
            {{CheckBatch}}
            var p = _parameters.Span;
            var w = (_workspace ??= CreateWorkspace()).Span;
        {{InPlaceStep}}    var g = Kernels.GradientsIn(w);
            g.Clear();
            var loss = Kernels.AccumulateBlocks(p, inputs, {{Names}}, {{Mean("-learningRate")}}, -learningRate, g{{Memory}}, count);
            Kernels.AddGradients(p, g);
            return {{MeanLoss}};
        }

        /// <inheritdoc/>
        public {{_type}} TrainSequence({{Real}} inputs, {{Targets}}, {{_type}} learningRate)
        {
            {{CheckBatch}}
            var loss = {{LossSum.Zero}};
        {{Steps}}
            return {{MeanLoss}};
        }

        /// <inheritdoc/>
        public {{_type}} AccumulateGradients({{Real}} inputs, {{Targets}}, {{_type}} scale, {{Span}} packedGradients, {{Workspace}} workspace)
        {
            {{CheckBatch}}
            global::NetGen.Guard.Length(packedGradients.Length, Parameters.PackedLength, nameof(packedGradients));
            {{CheckApart("packedGradients", "inputs", Names)}}
            global::NetGen.Guard.Apart<{{_type}}>(packedGradients, _parameters.Span, nameof(packedGradients));
            global::NetGen.Guard.Workspace(workspace, {{WorkspaceLength}}, nameof(workspace));
            return {{_losses.Narrow($"Kernels.AccumulateBlocks(_parameters.Span, inputs, {Names}, scale, 0, packedGradients{(schedule.IsUnrolled ? string.Empty : ", workspace.Span")}, count)")}};
        }

        """);

    private void WriteWeightDecay()
    {
        var hasDecay = network.WeightDecay != 0;
        writer.Lines($$"""
            /// <inheritdoc/>
            public {{_type}} WeightDecayPenalty() => {{(hasDecay ? $"Kernels.ComputePenalty(_parameters.Span{Own})" : Zero)}};

            /// <inheritdoc/>
            public void AddWeightDecay({{_type}} scale, {{Span}} packedGradients)
            {
                global::NetGen.Guard.Length(packedGradients.Length, Parameters.PackedLength, nameof(packedGradients));
            """);
        if (hasDecay)
            writer.Line("    Kernels.AddWeightDecay(_parameters.Span, scale, packedGradients);");
        writer.Lines($$"""
            }

            /// <inheritdoc/>
            public {{Workspace}} CreateWorkspace() => new {{Workspace}}({{WorkspaceLength}});

            """);
    }

    private string CheckBatch => $"""
        var count = global::NetGen.Guard.Batch(inputs.Length, InputSize, nameof(inputs));
            {CheckTargets}
        """;

    /// <summary>That what is written overlaps neither inputs nor targets; labels are other numbers.</summary>
    private string CheckApart(string result, string inputs, string targets) =>
        $"global::NetGen.Guard.Apart<{_type}>({result}, {inputs}, nameof({result}));"
        + (labels ? string.Empty : $"\n    global::NetGen.Guard.Apart<{_type}>({result}, {targets}, nameof({result}));");

    // A step is gradients with the scale −η/n, added to the parameters themselves. Straight-line code, which updates
    // sample by sample, goes through the gradients' own memory, and so do batches of several blocks.
    private string InPlaceStep => schedule.IsUnrolled ? string.Empty : $"""
            if (count <= BatchSize)
                return {Mean($"Kernels.AccumulateBatch(p, inputs, {Names}, {Mean("-learningRate")}, -learningRate, p, w, count)")};

        """;

    // One by one; or in blocks, see SequencePass.
    private string Steps => schedule.SequenceLength == 0 ? $"""
            for (var n = 0; n < count; n++)
                {_losses.Add("loss", $"TrainStep(inputs.Slice(n * InputSize, InputSize), {(labels ? "labels[n]" : "targets.Slice(n * OutputSize, OutputSize)")}, learningRate)")}
        """ : $$"""
            // W1 is read before a block's steps and written after them; each adds to z1 what the steps before have given W1.
            var p = _parameters.Span;
            var w = (_workspace ??= CreateWorkspace()).Span;
            for (var start = 0; start < count; start += {{schedule.SequenceLength}})
            {
                var n = global::System.Math.Min({{schedule.SequenceLength}}, count - start);
                var x = inputs.Slice(start * InputSize, n * InputSize);
                var y = {{Slice}};
                Kernels.BeforeStepsBatch(p, x, w, n);
                for (var sample = 0; sample < n; sample++)
                    {{_losses.Add("loss", "Kernels.StepInBatch(p, x, y, -learningRate, p, w, sample)")}}
                Kernels.AfterStepsBatch(x, p, w, n);
            }
        """;

    private string Slice => labels ? "labels.Slice(start, n)" : "targets.Slice(start * OutputSize, n * OutputSize)";

    private string MeanLoss => _losses.Mean("loss", "count");

    private string Mean(string sum) => _rounding.Round($"{sum} / count");

    /// <summary>The network's own workspace as an argument; straight-line code has no use for one.</summary>
    private string Own => schedule.IsUnrolled ? string.Empty : ", (_workspace ??= CreateWorkspace()).Span";

    private string DeclareMemory => schedule.IsUnrolled ? string.Empty : """
            var w = (_workspace ??= CreateWorkspace()).Span;

        """;

    private string Memory => schedule.IsUnrolled ? string.Empty : ", w";

    private int WorkspaceLength => schedule.WorkspaceLength + schedule.PackedLength;

    private string Zero => Literals.Print(0, network.Precision);

    private string One => Literals.Print(1, network.Precision);
}
