using NetGen.Tests.Networks;

namespace NetGen.Tests;

/// <summary>How wide the hardware's vectors are does not show in the results.</summary>
public class WidthTests
{
    [Fact]
    public void VectorsOf256BitsGiveTheBitsThatVectorsOf512BitsGive()
    {
        var narrow = Probe("DOTNET_EnableAVX512");
        Assert.Contains("512-bit vectors: False", narrow);
        Assert.Equal(Results(WidthProbe.Report()), Results(narrow));
    }

    /// <summary>.NET 10 switches fused multiply-add off together with AVX2.</summary>
    [Fact]
    public void ExactArithmeticGivesTheSameBitsWithoutFusedMultiplyAdd()
    {
        Assert.Equal(Exact(WidthProbe.Report()), Exact(Probe("DOTNET_EnableAVX2")));

        static string Exact(string report) => Results(report).Single(line => line.StartsWith(nameof(ExactNetwork), StringComparison.Ordinal));
    }

    /// <summary>Runs this assembly's program in a process where an instruction set is switched off.</summary>
    private static string Probe(string switchOff) => Program.Run([nameof(WidthProbe)], new() { [switchOff] = "0" });

    private static string[] Results(string report) => [.. report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
