using System.Text;
using NetGen;
using Samples;

Console.OutputEncoding = Encoding.UTF8;

Experiment[] small = [Iris.Experiment, Wine.Experiment, BreastCancer.Experiment, Diabetes.Experiment, Digits.Experiment];
var checks = new Checklist();
string name = args.FirstOrDefault("all");
if (name == "all")
{
    SummaryTable.Print(small.Select(experiment => Study.Run(experiment, checks)).ToList());
}
else if (name == "mnist")
{
    string? folder = args.ElementAtOrDefault(1) ?? Environment.GetEnvironmentVariable(MnistFiles.Variable);
    if (folder is null || MnistFiles.Load(folder) is not { } problem)
    {
        MnistFiles.PrintHowToGetThem(folder);
        return 0;
    }

    Study.Run(Mnist.Experiment(problem), checks);
}
else if (small.FirstOrDefault(experiment => experiment.Name == name) is { } chosen)
{
    Study.Run(chosen, checks);
}
else
{
    Console.Error.WriteLine($"There is no data set '{name}'. Choose {string.Join(", ", small.Select(experiment => experiment.Name))}, mnist, or none for all small ones.");
    return 2;
}

checks.PrintResult();
return checks.ExitCode;
