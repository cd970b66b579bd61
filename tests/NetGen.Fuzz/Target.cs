namespace NetGen.Fuzz;

/// <summary>A reader, and what it promises of every file.</summary>
/// <param name="name">What it is called on the command line.</param>
/// <param name="seeds">Whole files.</param>
internal abstract class Target(string name, params byte[][] seeds)
{
    // Buffers, and twice the 65536 names of classes that a label may imply: what was read is read again.
    private const long MemoryOfAFile = 16 << 20;
    private const long MemoryOfAByte = 512;

    private static readonly TimeSpan _timeOfAFile = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _timeOfAByte = TimeSpan.FromMicroseconds(20);

    public string Name { get; } = name;

    public IReadOnlyList<byte[]> Seeds { get; } = seeds;

    /// <summary>Pieces of its files.</summary>
    public virtual IReadOnlyList<string> Tokens => [];

    /// <summary>Reads a file.</summary>
    /// <returns>What the reader does wrong with it; null if nothing.</returns>
    public string? Check(byte[] file)
    {
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            Read(file);
        }
        catch (Exception e) when (IsDocumented(e))
        {
            // It is refused as it should be.
        }
        catch (Exception e)
        {
            return e.ToString();
        }

        memory = GC.GetAllocatedBytesForCurrentThread() - memory;
        if (memory > MemoryOfAFile + (MemoryOfAByte * file.Length))
            return $"It took {memory} bytes of memory for a file of {file.Length}.";
        var limit = _timeOfAFile + (_timeOfAByte * file.Length);
        return clock.Elapsed > limit ? $"It took {clock.Elapsed.TotalSeconds:F1} s for a file of {file.Length} bytes." : null;
    }

    /// <summary>Reads the file, and fails if what was read does not give itself again when it is written and read.</summary>
    protected abstract void Read(byte[] file);

    /// <summary>Whether it is how a file is refused.</summary>
    protected abstract bool IsDocumented(Exception exception);

    protected static void Require(bool condition, string promise)
    {
        if (!condition)
            throw new InvalidOperationException($"Broken: {promise}.");
    }
}
