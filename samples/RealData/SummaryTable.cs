namespace Samples;

/// <summary>A line for each data set, beside the scores of others; those of random weights are means over three seeds.</summary>
internal static class SummaryTable
{
    public static void Print(IReadOnlyList<Summary> summaries)
    {
        Checklist.Title("=== Test scores");
        Console.WriteLine($"{"",13} {"fixed weights, SGD",24} {"fixed weights, Adam",24} {"random weights, Adam",38}");
        Console.WriteLine($"{"",13} {"NetGen",12}{"PyTorch",12} {"NetGen",12}{"PyTorch",12} {"NetGen",12}{"PyTorch",12}{"scikit-learn",14} {"time",7}");
        foreach (var one in summaries)
        {
            var reference = one.Experiment.Reference!;
            Func<double, string> text = one.Problem.Text;
            Console.WriteLine(
                $"{one.Experiment.Name,-13} " +
                $"{text(one.SgdFixed),12}{text(reference.SgdFixed),12} " +
                $"{text(one.AdamFixed),12}{text(reference.AdamFixed),12} " +
                $"{text(one.Shuffled),12}{text(reference.PyTorchSeeds.Average()),12}{text(reference.ScikitLearnSeeds.Average()),14} " +
                $"{one.Time.TotalSeconds,5:F1} s");
        }
    }
}
