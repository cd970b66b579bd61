namespace NetGen.Benchmarks.Peers;

/// <summary>PyTorch, one thread.</summary>
internal static class PyTorch
{
    private const string ColumnName = "PyTorch";

    public static PeerSearch Search()
    {
        foreach (string python in new[] { "/usr/bin/python3", "python3", "python" })
        {
            var version = Tool.Run(python, "-c", "import torch; print(torch.__version__)");
            if (version.Succeeded)
                return new(ColumnName, [new ScriptPeer(ColumnName, python, "torch_peer.py", _ => true)], $"{version.Output.Trim()}, one thread");
        }

        return new(ColumnName, [], "apt-get install python3-torch, or pip install torch");
    }
}
