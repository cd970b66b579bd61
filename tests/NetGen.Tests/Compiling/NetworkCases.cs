namespace NetGen.Tests.Compiling;

/// <summary>The cases of a theory over named networks.</summary>
internal static class NetworkCases
{
    /// <summary>Each network in both precisions, on both targets.</summary>
    public static TheoryData<string, Precision, Target> Of(IEnumerable<string> networks)
    {
        var cases = new TheoryData<string, Precision, Target>();
        foreach (var network in networks)
        {
            foreach (var precision in Enum.GetValues<Precision>())
            {
                foreach (var target in Enum.GetValues<Target>())
                    cases.Add(network, precision, target);
            }
        }

        return cases;
    }
}
