using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>Something that builds networks.</summary>
internal interface IPeer
{
    /// <summary>The column of the table that this peer competes for; several may compete for one.</summary>
    string Column { get; }

    /// <summary>Builds a workload's network, or returns null where the peer has no such network.</summary>
    Contestant? Create(Workload workload);
}
