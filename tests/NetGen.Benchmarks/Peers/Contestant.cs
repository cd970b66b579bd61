using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>One network, built by one peer, with the parameters and samples of a workload.</summary>
internal abstract class Contestant(string name) : IDisposable
{
    /// <summary>What the tables call it.</summary>
    public string Name { get; } = name;

    public virtual bool Does(Work work) => true;

    /// <summary>Does a work so many times and returns the nanoseconds that all of them took.</summary>
    public abstract double Time(Work work, int times, float learningRate);

    /// <summary>The parameters now, in canonical order.</summary>
    public abstract float[] GetParameters();

    public abstract void SetParameters(float[] values);

    /// <summary>The outputs of all samples, as inferred last.</summary>
    public abstract float[] GetOutputs();

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
