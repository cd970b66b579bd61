using System.Diagnostics;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A contestant whose loop runs in this process.</summary>
internal abstract class InProcess(string name) : Contestant(name)
{
    public sealed override double Time(Work work, int times, float learningRate)
    {
        long start = Stopwatch.GetTimestamp();
        Run(work, times, learningRate);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>Does a work so many times; works on one sample take the samples in turn.</summary>
    public abstract void Run(Work work, int times, float learningRate);
}
