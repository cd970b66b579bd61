using NetGen.Tests.Jit;

namespace NetGen.Tests;

/// <summary>The JIT optimises every method of a generated network: it says so itself.</summary>
/// <remarks>
/// RyuJIT gives up optimising (MinOpts) not only for IL beyond 60,000 bytes and 2,000 locals, which <see cref="MethodSizeTests"/>
/// counts, but also for too many instructions, blocks and references to locals.
/// </remarks>
public class OptimisationTests(JitSummary summary) : IClassFixture<JitSummary>
{
    public static TheoryData<string> Networks => [.. JitNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryKernelIsOptimised(string network) => Assert.All(summary.Kernels(network), AssertOptimised);

    [Fact]
    public void EveryLineIsAboutAKernel() => Assert.Empty(summary.Rest);

    [Fact]
    public void AMethodThatIsTooLongIsNot()
    {
        var line = Assert.Single(summary.Control);
        Assert.Contains("MinOpts", line);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertOptimised(line));
    }

    private static void AssertOptimised(string line) => Assert.Contains("[FullOpts", line);
}
