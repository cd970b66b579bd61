using System.Reflection;
using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>After construction nothing is allocated, ever.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private const int Samples = 1_000_000;
    private const int Attempts = 5;
    private const int SmallestObject = 24;

    /// <summary>Steps in blocks are methods of their own; the others are those of any tiled network.</summary>
    private const string InBlocks = "tiled, in blocks";

    private static readonly Dictionary<string, (Type Type, Dictionary<string, NetworkCall> Calls)> Networks = new()
    {
        ["straight-line"] = (typeof(TinyNetwork), NetworkCalls<float>.Of(new TinyNetwork(seed: 1))),
        ["tiled"] = (typeof(WideNetwork), NetworkCalls<float>.Of(new WideNetwork(seed: 1))),
        [InBlocks] = (typeof(SequenceNetwork), NetworkCalls<float>.Of(new SequenceNetwork(seed: 1))
            .Where(call => call.Key.StartsWith("TrainSequence", StringComparison.Ordinal)).ToDictionary()),
        ["straight-line, double"] = (typeof(TinyDoubleNetwork), NetworkCalls<double>.Of(new TinyDoubleNetwork(seed: 1))),
        ["tiled, double"] = (typeof(WideDoubleNetwork), NetworkCalls<double>.Of(new WideDoubleNetwork(seed: 1))),
    };

    public static TheoryData<string> Names => [.. Networks.Keys.Where(name => name != InBlocks)];

    public static TheoryData<string, string> Calls()
    {
        var calls = new TheoryData<string, string>();
        foreach (var (name, network) in Networks)
        {
            foreach (var method in network.Calls.Keys)
                calls.Add(name, method);
        }

        return calls;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void AMillionSamplesAllocateNothing(string network, string method) =>
        Assert.Equal(0, LeastAllocated(Networks[network].Calls[method]));

    [Fact]
    public void AMillionJacobiansAllocateNothing()
    {
        Assert.Equal(0, LeastAllocated(Call(new TinyJacobianNetwork())));
        Assert.Equal(0, LeastAllocated(Call(new JacobianNetwork())));
        Assert.Equal(0, LeastAllocated(Call(new CurveNetwork())));

        static NetworkCall Call<T>(IDifferentiable<T> network)
            where T : unmanaged
        {
            var (input, output, jacobian) = (new T[network.InputSize], new T[network.OutputSize], new T[network.OutputSize * network.InputSize]);
            return new(1, () => network.ComputeJacobian(input, output, jacobian));
        }
    }

    [Fact]
    public void AMillionLooksAtALayerAllocateNothing()
    {
        var (network, input, values) = (new VisibleNetwork(), new float[VisibleNetwork.InputSize], new float[VisibleNetwork.LastHiddenLayerSize]);
        Assert.Equal(0, LeastAllocated(new(1, () => network.ForwardToLastHiddenLayer(input, values))));
    }

    /// <summary>Every overload that takes samples or parameters has its call, "Name" or "Name, what it takes".</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryMethodIsCalled(string network)
    {
        var (type, calls) = Networks[network];
        var expected = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
            .Select(method => method.Name);
        var actual = calls.Keys.Select(call => call.Split(',')[0]).Except([nameof(INetwork<>.WeightDecayPenalty)]);
        Assert.Equal(expected.Distinct().Order(), actual.Distinct().Order());
        Assert.All(expected.GroupBy(name => name), overloads =>
            Assert.Equal(overloads.Count(), calls.Keys.Count(call => call.Split(',')[0] == overloads.Key)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    public void AnObjectInEveryCallIsFound(int samples)
    {
        var allocated = LeastAllocated(new(samples, () => GC.KeepAlive(new object())));
        Assert.InRange(allocated, SmallestObject * (Samples / samples), long.MaxValue);
    }

    [Fact]
    public void AnObjectInOneCallAloneIsNot()
    {
        var calls = 0;
        Assert.Equal(0, LeastAllocated(new(1, () =>
        {
            if (++calls == Samples / 2)
                GC.KeepAlive(new object());
        })));
    }

    /// <summary>
    /// Bytes in the best of some attempts. What every call allocates is in all of them; what the runtime allocates once, while
    /// it loads a type or compiles a method again, is not.
    /// </summary>
    private static long LeastAllocated(NetworkCall call)
    {
        call.Run(); // The first training call makes the working memory.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > 0; attempt++)
            least = Math.Min(least, Allocated(call));
        return least;
    }

    /// <summary>Bytes that this thread allocates in a million samples.</summary>
    /// <remarks>
    /// The counter is what the thread was given less what it has left. At the end of its marking, a background collection that
    /// another test has started takes away what is left without counting it as given back, so that up to 8 KB look allocated.
    /// A blocking collection does count it; after one the thread has nothing left, and so nothing to lose.
    /// </remarks>
    private static long Allocated(NetworkCall call)
    {
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var sample = 0; sample < Samples; sample += call.Samples)
            call.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
