namespace NetGen.Benchmarks.Peers;

/// <summary>The peers that were asked for and are there.</summary>
/// <param name="Peers">Us first.</param>
/// <param name="Columns">Their columns, in order.</param>
/// <param name="Versions">What they are.</param>
/// <param name="Missing">What is not there, and how to get it.</param>
internal sealed record PeerList(
    IReadOnlyList<IPeer> Peers, IReadOnlyList<string> Columns, IReadOnlyList<string> Versions, IReadOnlyList<string> Missing)
{
    public static IReadOnlyList<string> Names { get; } = ["c", "naive", "tensors", "fann", "onnx", "torch"];

    /// <param name="names">Of <see cref="Names"/>.</param>
    /// <param name="width">Bits of the widest vectors that peers may use.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static PeerList Find(IEnumerable<string> names, int width)
    {
        var peers = new List<IPeer> { new GeneratedNetworks() };
        var versions = new List<string>();
        var missing = new List<string>();
        var columns = new List<string>();
        foreach (string name in names)
        {
            PeerSearch search = name switch
            {
                "c" => CompiledLoops.Search(width),
                "naive" => new(NaiveLoops<float>.ColumnName, [NaiveLoops<float>.Peer]),
                "tensors" => new(TensorCalls.ColumnName, [TensorCalls.Peer], TensorCalls.Version),
                "fann" => Fann.Search(),
                "onnx" => OnnxRuntime.Search(),
                "torch" => PyTorch.Search(),
                _ => throw new ArgumentException($"Unknown peer {name}; known are {string.Join(", ", Names)}."),
            };
            columns.Add(search.Column);
            peers.AddRange(search.Found);
            if (search.Found.Count == 0)
                missing.Add($"{search.Column}: not found. {search.Remark}");
            else if (search.Remark is not null)
                versions.Add($"{search.Column}: {search.Remark}");
        }

        return new(peers, columns, versions, missing);
    }
}

/// <summary>The outcome of looking for a peer.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Found">The peer in one or more variants, or nothing.</param>
/// <param name="Remark">Its version, or how to install it.</param>
internal sealed record PeerSearch(string Column, IReadOnlyList<IPeer> Found, string? Remark = null);
