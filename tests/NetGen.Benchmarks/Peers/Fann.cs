namespace NetGen.Benchmarks.Peers;

/// <summary>FANN through <c>Peers/fann.c</c>, compiled here so that the timed loop runs in C.</summary>
internal static class Fann
{
    private const string ColumnName = "FANN";
    private const string HowToInstall = "apt-get install gcc libfann-dev";

    public static PeerSearch Search()
    {
        if (Compiler.Find("gcc") is not { } compiler)
            return new(ColumnName, [], HowToInstall);
        try
        {
            string library = compiler.BuildLibrary("fann.c", ["-O2"], "-lfann");
            return new(ColumnName, [new NativeLibraryPeer(ColumnName, ColumnName, library)], "the system's libfann; networks of tanh only, since it has neither relu nor softmax");
        }
        catch (InvalidOperationException)
        {
            return new(ColumnName, [], HowToInstall);
        }
    }
}
