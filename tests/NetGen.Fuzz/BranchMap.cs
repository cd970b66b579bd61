using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace NetGen.Fuzz;

/// <summary>How often the instrumented library has taken each way from one branch to the next, in the manner of AFL.</summary>
internal sealed unsafe class BranchMap
{
    private const int Length = 1 << 16;

    private readonly byte* _counts = (byte*)NativeMemory.AllocZeroed(Length);
    private readonly byte[] _seen = new byte[Length];

    public BranchMap() => Trace.SharedMem = _counts;

    /// <summary>Ways that any run has taken.</summary>
    public int Ways { get; private set; }

    /// <summary>Forgets the last run's.</summary>
    public void Clear()
    {
        new Span<byte>(_counts, Length).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last run took a way that none before has taken, or one far more often than any.</summary>
    public bool HasNews()
    {
        var hasNews = false;
        for (var word = 0; word < Length; word += sizeof(ulong))
        {
            if (*(ulong*)(_counts + word) == 0)
                continue;
            for (var way = word; way < word + sizeof(ulong); way++)
            {
                var magnitude = Magnitude(_counts[way]);
                if ((_seen[way] | magnitude) == _seen[way])
                    continue;
                Ways += _seen[way] == 0 ? 1 : 0;
                _seen[way] |= magnitude;
                hasNews = true;
            }
        }

        return hasNews;
    }

    // One bit for each of 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, and more.
    private static byte Magnitude(byte count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
