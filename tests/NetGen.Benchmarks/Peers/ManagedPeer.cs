using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A peer in C#, which has every network.</summary>
internal sealed class ManagedPeer(string column, Func<Workload, Contestant> create) : IPeer
{
    public string Column => column;

    public Contestant Create(Workload workload) => create(workload);
}
