using NetGen.Tests.Compiling;

namespace NetGen.Tests.Reference;

/// <summary>Every case that the language can say, in every way it can be compiled.</summary>
internal static class GoldenRuns
{
    private static readonly (Unrolling, Target)[] Ways =
    [
        (Unrolling.Auto, Target.Net),
        (Unrolling.Full, Target.Net),
        (Unrolling.None, Target.Net),
        (Unrolling.Auto, Target.NetStandard),
        (Unrolling.None, Target.NetStandard),
    ];

    public static TheoryData<string, Precision, Unrolling, Target> Where(Func<GoldenCase, bool> isIn)
    {
        var runs = new TheoryData<string, Precision, Unrolling, Target>();
        foreach (var golden in GoldenCases.All.Where(golden => golden.IsInTheLanguage() && isIn(golden)))
        {
            foreach (var precision in Enum.GetValues<Precision>())
            {
                // Both precisions have the same loops: what is compiled by default stands for the rest in the other one.
                foreach (var (unrolling, target) in Ways.Where(way => precision == Precision.Single || way.Item1 == Unrolling.Auto))
                    runs.Add(golden.Name, precision, unrolling, target);
            }
        }

        return runs;
    }
}
