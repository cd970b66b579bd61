using NetGen.Tests.Jit;

namespace NetGen.Tests;

/// <summary>The JIT optimises every method of a generated network: its own listings say so.</summary>
/// <remarks>
/// RyuJIT gives up optimising (MinOpts) not only for IL beyond 60,000 bytes and 2,000 locals, which <see cref="MethodSizeTests"/>
/// counts, but also for too many instructions, blocks and references to locals.
/// </remarks>
public class OptimisationTests(JitSummary summary) : IClassFixture<JitSummary>
{
    public static TheoryData<string> Networks => [.. JitNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryKernelIsOptimised(string network) => Assert.All(summary.Kernels(network), listing => AssertOptimised(listing.Heading));

    /// <summary>Beyond its budget the JIT inlines nothing more, and a kernel takes up to ten times as long.</summary>
    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryHelperIsInlined(string network) => Assert.All(
        summary.Kernels(network),
        listing => Assert.True(!listing.Calls.Except(Methods).Any(), $"{listing.Heading} calls {string.Join(", ", listing.Calls.Distinct())}."));

    /// <summary>Helpers that are loops of their own.</summary>
    private static readonly string[] Methods =
    [
        "NetGen.Numerics.KernelBase:Transpose", "NetGen.Numerics.KernelBase:AddLanes", "NetGen.Numerics.KernelBase:AddTo",
    ];

    [Fact]
    public void EveryLineIsAboutAKernel() => Assert.Empty(summary.Rest);

    [Fact]
    public void AMethodThatIsTooLongIsNot()
    {
        var line = Assert.Single(summary.Control);
        Assert.Contains("MinOpts", line);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertOptimised(line));
    }

    private static void AssertOptimised(string line) => Assert.Contains("(FullOpts", line);
}
