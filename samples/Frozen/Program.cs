using NetGen;
using Samples;

var folder = Path.Combine(AppContext.BaseDirectory, "data");
var options = new CsvOptions { Label = "label" };
var train = CsvFile.Read<float>(Path.Combine(folder, "train.csv"), options).Dataset;
var test = CsvFile.Read<float>(Path.Combine(folder, "test.csv"), options).Dataset;

if (args is ["train", ..])
{
    DigitTraining.Run(train, args.Length > 1 ? args[1] : ".");
    Console.WriteLine("Trained. Build again to compile the new weights.");
    return 0;
}

var checks = new Checklist();
Checklist.Title("Digits, part of this program: no weight file is read");
var (frozen, pruned) = (new FrozenDigits(), new PrunedDigits());
var (accuracy, prunedAccuracy) = (Evaluate.Classification(frozen, test).Accuracy, Evaluate.Classification(pruned, test).Accuracy);
checks.Check(accuracy >= 0.97, $"test accuracy {accuracy:P2}");
checks.Check(prunedAccuracy >= 0.93, $"test accuracy {prunedAccuracy:P2} with half of the pixels pruned");

Checklist.Title("One image");
var (image, output) = (test.Inputs[..FrozenDigits.InputSize].ToArray(), new float[FrozenDigits.OutputSize]);
FrozenDigits.Forward(image, output);
var before = GC.GetAllocatedBytesForCurrentThread();
for (var call = 0; call < 1000; call++)
    FrozenDigits.Forward(image, output);
var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
Console.WriteLine($"  This is a {FrozenDigits.Classify(image)}, at {output.Max():P1}.");
checks.Check(allocated == 0, $"{allocated} bytes allocated in 1,000 calls");

Checklist.Title("Speed of one image: median of 15 rounds, one thread");
var times = SpeedTest.Run(test, new Digits(), frozen, pruned);
Console.WriteLine($"  {times[0]:N0} ns with its parameters in memory, {times[1]:N0} ns frozen, {times[2]:N0} ns frozen and pruned");

checks.PrintResult();
return checks.ExitCode;
