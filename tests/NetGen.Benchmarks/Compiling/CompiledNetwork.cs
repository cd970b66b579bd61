using System.Numerics;
using System.Reflection;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;
using NetGen.Tests.Compiling;

namespace NetGen.Benchmarks.Compiling;

/// <summary>A network that was generated and compiled at run time.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class CompiledNetwork<T> : InProcess
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly object _network;
    private readonly RunLoop _loop;
    private readonly Copy _copyParametersTo;
    private readonly Take _setParameters;
    private readonly AlignedBlock<T> _inputs;
    private readonly AlignedBlock<T> _targets;
    private readonly AlignedBlock<T> _outputs;
    private readonly int _parameterCount;

    /// <exception cref="InvalidOperationException">The network does not compile.</exception>
    public CompiledNetwork(
        string name, Workload workload, Unrolling unrolling = Unrolling.Auto, Arithmetic arithmetic = Arithmetic.Fused, Target target = Target.Net)
        : base(name)
    {
        var precision = typeof(T) == typeof(double) ? Precision.Double : Precision.Single;
        Assembly assembly = ModelCompiler.Compile(workload.Shape, precision, unrolling, arithmetic, target);
        Type model = assembly.GetType("Model", throwOnError: true)!;
        _network = Activator.CreateInstance(model)!;
        _loop = assembly.GetType("Loop", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<RunLoop>();
        _copyParametersTo = model.GetMethod("CopyParametersTo", [typeof(Span<T>)])!.CreateDelegate<Copy>(_network);
        _setParameters = model.GetMethod("SetParameters", [typeof(ReadOnlySpan<T>)])!.CreateDelegate<Take>(_network);
        _inputs = Converted(workload.Inputs);
        _targets = Converted(workload.Targets);
        _outputs = new(workload.Targets.Length);
        _parameterCount = workload.Shape.ParameterCount;
        SetParameters(workload.Parameters);
    }

    private delegate void RunLoop(
        object network, int work, int times, int samples, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> outputs, T learningRate);

    private delegate void Copy(Span<T> values);

    private delegate void Take(ReadOnlySpan<T> values);

    /// <summary>The parameters as a file.</summary>
    public byte[] Save()
    {
        using var file = new MemoryStream();
        ((IPredictor<T>)_network).Save(file);
        return file.ToArray();
    }

    public override float[] GetParameters()
    {
        var values = new T[_parameterCount];
        _copyParametersTo(values);
        return [.. values.Select(float.CreateTruncating)];
    }

    public override void SetParameters(float[] values) => _setParameters(Converted(values).Span);

    public override float[] GetOutputs() => [.. _outputs.Span.ToArray().Select(float.CreateTruncating)];

    public override void Run(Work work, int times, float learningRate) => _loop(
        _network, (int)work, times, Workload.Samples, _inputs.Span, _targets.Span, _outputs.Span, T.CreateTruncating(learningRate));

    private static AlignedBlock<T> Converted(ReadOnlySpan<float> values)
    {
        var block = new AlignedBlock<T>(values.Length);
        for (int i = 0; i < values.Length; i++)
            block.Span[i] = T.CreateTruncating(values[i]);
        return block;
    }
}
