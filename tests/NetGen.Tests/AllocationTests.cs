using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>After construction nothing is allocated, ever.</summary>
/// <remarks>
/// A collection, which any thread may start, counts the rest of this thread's block as allocated; so a count is taken again
/// if there was one. Code that allocates starts collections itself, and never gets a count of 0.
/// </remarks>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Samples = 1_000_000;
    private const int Attempts = 5;

    private static readonly Dictionary<string, Dictionary<string, NetworkCall>> Networks = new()
    {
        [nameof(TinyNetwork)] = NetworkCalls.Of(new TinyNetwork(seed: 1)),
        [nameof(WideNetwork)] = NetworkCalls.Of(new WideNetwork(seed: 1)),
        [nameof(SequenceNetwork)] = NetworkCalls.Of(new SequenceNetwork(seed: 1))
            .Where(call => call.Key.StartsWith("TrainSequence", StringComparison.Ordinal)).ToDictionary(),
    };

    public static TheoryData<string, string> Calls()
    {
        var calls = new TheoryData<string, string>();
        foreach (var (network, methods) in Networks)
        {
            foreach (var method in methods.Keys)
                calls.Add(network, method);
        }

        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void AMillionSamplesAllocateNothing(string network, string method)
    {
        var (samples, run) = Networks[network][method];
        run(); // The first training call makes the working memory.

        var allocated = Count();
        for (var attempt = 1; allocated.Collected && attempt < Attempts; attempt++)
            allocated = Count();
        Assert.Equal(0, allocated.Bytes);

        (long Bytes, bool Collected) Count()
        {
            var collections = GC.CollectionCount(0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var sample = 0; sample < Samples; sample += samples)
                run();
            return (GC.GetAllocatedBytesForCurrentThread() - before, GC.CollectionCount(0) != collections);
        }
    }
}
