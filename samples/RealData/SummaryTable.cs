namespace Samples;

/// <summary>A line for each data set, with the same run's score in PyTorch beside each.</summary>
internal static class SummaryTable
{
    public static void Print(IReadOnlyList<Summary> summaries)
    {
        Checklist.Title("=== Test scores");
        Console.WriteLine($"{"",13} {"fixed weights and order",47} {"random, Adam",12} {"mean of 3 seeds",25}");
        Console.WriteLine($"{"",13} {"SGD",11} {"PyTorch",11} {"Adam",11} {"PyTorch",11} {"",12} {"PyTorch",12} {"scikit-learn",12} {"time",7}");
        foreach (var one in summaries)
        {
            var reference = one.Experiment.Reference!;
            Func<double, string> text = one.Problem.Text;
            Console.WriteLine(
                $"{one.Experiment.Name,-13} {text(one.SgdFixed),11} {text(reference.SgdFixed),11} {text(one.AdamFixed),11} {text(reference.AdamFixed),11} " +
                $"{text(one.Shuffled),12} {text(reference.PyTorchSeeds.Average()),12} {text(reference.ScikitLearnSeeds.Average()),12} {one.Time.TotalSeconds,5:F1} s");
        }
    }
}
