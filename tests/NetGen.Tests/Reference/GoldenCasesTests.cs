using Xunit.Abstractions;

namespace NetGen.Tests.Reference;

/// <summary>The golden cases are read whole, and none of them drops out of the tests unseen.</summary>
public class GoldenCasesTests(ITestOutputHelper output)
{
    /// <summary>Raise these with the files, and the second one with the language.</summary>
    private const int Files = 79;
    private const int InTheLanguage = 79;

    [Fact]
    public void EveryFileIsACase() => Assert.Equal(Files, GoldenCases.All.Count());

    [Fact]
    public void CasesThatTheLanguageCanSayAreAllTested()
    {
        output.WriteLine("Waiting for the language: " + string.Join(", ", Names(golden => !golden.IsInTheLanguage())));
        string[] tested = [.. ((IEnumerable<object[]>)GoldenTests.All).Select(run => (string)run[0]).Distinct()];
        Assert.Equal(Names(golden => golden.IsInTheLanguage()), tested);
        Assert.Equal(InTheLanguage, tested.Length);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void ParametersAreAsManyAsTheCaseSays(string name)
    {
        var golden = GoldenCases.Named(name);
        Assert.Equal(golden.ParameterCount, golden.Parameters().Length);
    }

    public static TheoryData<string> CaseNames() => [.. Names(_ => true)];

    private static IEnumerable<string> Names(Func<GoldenCase, bool> isIn) => GoldenCases.All.Where(isIn).Select(golden => golden.Name);
}
