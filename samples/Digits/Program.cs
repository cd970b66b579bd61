using NetGen;
using Samples;

const double accuracyBar = 0.97;

var (train, test) = DigitData.Load(Path.Combine(AppContext.BaseDirectory, "data"));
var net = new Digits(seed: 6);
Console.WriteLine(net);
Console.WriteLine($"{train.Count:N0} images to train on, {test.Count} to test with, {Digits.ParameterCount:N0} parameters");

bool passed = true;

Title("Training: shuffled batches of 32, learning rate 0.1, 40 epochs");
Trainer.Train(net, train, test, epochs: 40, learningRate: 0.1f, seed: 6);
double accuracy = (double)Trainer.CountCorrect(net, test) / test.Count;
Check(accuracy >= accuracyBar, $"test accuracy {accuracy:P2} (at least {accuracyBar:P0})");

Title("The same without chance: fixed weights and order, beside PyTorch's run");
var repeated = new Digits();
double worstLoss = FixedRecipe.Train(repeated, train);
int correct = Trainer.CountCorrect(repeated, test);
Check(correct == FixedRecipe.ExpectedCorrect, $"test accuracy {(double)correct / test.Count:P2}, {correct} images of {test.Count} (PyTorch: {FixedRecipe.ExpectedCorrect})");
Check(worstLoss <= FixedRecipe.LossTolerance, $"loss after each of {FixedRecipe.Epochs} epochs within {worstLoss:E1} of PyTorch's, relative (allowed {FixedRecipe.LossTolerance:E0})");

Title("Speed: median of 15 rounds, one thread");
var speed = new SpeedTest(net, test);
double difference = speed.LargestDifference();
Check(difference <= 1e-5, $"generated code and naive loops give the same probabilities (largest difference {difference:E1})");
long allocated = speed.Run();
Check(allocated == 0, $"{allocated} bytes allocated in the timed loops");

Title("Saving and loading");
string path = Path.Combine(AppContext.BaseDirectory, "digits.safetensors");
net.Save(path);
var loaded = new Digits();
loaded.Load(path);
Check(Outputs(net).SequenceEqual(Outputs(loaded)), $"{Path.GetFileName(path)}, {new FileInfo(path).Length:N0} bytes, loads into a network with identical outputs");

Console.WriteLine();
Console.WriteLine(passed ? "All checks passed." : "A check FAILED.");
return passed ? 0 : 1;

float[] Outputs(Digits network)
{
    var outputs = new float[test.Count * Digits.OutputSize];
    network.ForwardBatch(test.Images, outputs, test.Count);
    return outputs;
}

void Title(string text)
{
    Console.WriteLine();
    Console.WriteLine(text);
}

void Check(bool holds, string statement)
{
    passed &= holds;
    Console.WriteLine($"  [{(holds ? "ok" : "FAILED")}] {statement}");
}
