using NetGen.Tests.Jit;
using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>How wide the hardware's vectors are does not show in the results.</summary>
public class WidthTests
{
    /// <summary>Made before another process asks for the same networks, which then finds them compiled.</summary>
    private static readonly string Widest = WidthProbe.Report();

    /// <summary>The runtime keeps fused multiply-add where it is told to prefer shorter vectors.</summary>
    [Theory]
    [InlineData(256)]
    [InlineData(128)]
    public void NarrowVectorsGiveTheBitsThatTheWidestGive(int bits)
    {
        var narrow = Probe("DOTNET_PreferredVectorBitWidth", $"{bits}");
        Assert.Contains($"vectors of {Math.Min(bits, VectorWidth.OfMachine)} bits", narrow);
        Assert.Equal(Results(Widest), Results(narrow));
    }

    /// <summary>.NET 10 switches fused multiply-add off together with AVX2.</summary>
    [Fact]
    public void ExactArithmeticGivesTheSameBitsWithoutFusedMultiplyAdd()
    {
        Assert.Equal(Exact(Widest), Exact(Probe("DOTNET_EnableAVX2", "0")));

        static string Exact(string report) => Results(report).Single(line => line.StartsWith(nameof(ExactNetwork), StringComparison.Ordinal));
    }

    /// <summary>Runs this assembly's program in a process with a setting of the runtime.</summary>
    private static string Probe(string name, string value) => Program.Run([nameof(WidthProbe)], new() { [name] = value });

    private static string[] Results(string report) => [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
