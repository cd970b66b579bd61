using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>After construction nothing is allocated, ever.</summary>
/// <remarks>Runs alone: when another thread's allocations start a collection, the rest of this thread's block counts as allocated.</remarks>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Samples = 1_000_000;

    private static readonly Dictionary<string, Dictionary<string, NetworkCall>> Networks = new()
    {
        [nameof(TinyNetwork)] = NetworkCalls.Of(new TinyNetwork(seed: 1)),
        [nameof(WideNetwork)] = NetworkCalls.Of(new WideNetwork(seed: 1)),
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

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var sample = 0; sample < Samples; sample += samples)
            run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
