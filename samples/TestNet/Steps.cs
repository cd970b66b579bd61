using NetGen;

namespace Samples;

/// <summary>The three parts of the sample. Each prints what it does and says whether its check holds.</summary>
internal static class Steps
{
    /// <summary>Two ways to the same numbers in double precision: only the order of additions differs.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Central differences themselves are only good to some eight digits.</summary>
    private const double DifferenceTolerance = 1e-6;

    /// <summary>One step by the textbook's loops, beside the generated code and PyTorch.</summary>
    public static bool CompareOneStep(TestNet net)
    {
        ReadOnlySpan<double> x = Reference.Input;
        var textbook = new Textbook(net, x, Reference.Label);

        Title("One step of backpropagation");
        PrintVector("x", x);
        PrintVector("z1 = W1 x + b1", textbook.Z1);
        PrintVector("a1 = σ(z1)", textbook.A1);
        PrintVector("z2 = W2 a1 + b2", textbook.Z2);
        PrintVector("a2 = softmax(z2)", textbook.A2);
        Console.WriteLine($"  {$"C  = −ln a2[{Reference.Label}]",-30} {textbook.Loss,12:F8}");
        PrintVector("δ2 = a2 − y               BP1", textbook.Delta2);
        PrintVector("δ1 = W2ᵀ δ2 ⊙ a1 (1 − a1) BP2", textbook.Delta1);

        Span<double> generated = stackalloc double[TestNet.ParameterCount];
        Span<double> logits = stackalloc double[TestNet.OutputSize];
        double loss = net.ComputeGradients(x, Reference.Label, generated);
        net.ForwardLogits(x, logits);

        double worst = Math.Max(Math.Abs(loss - textbook.Loss), Math.Abs(loss - Reference.Loss));
        for (int j = 0; j < logits.Length; j++)
            worst = Math.Max(worst, Math.Abs(logits[j] - Reference.Logits[j]));

        Console.WriteLine();
        Console.WriteLine($"  {"BP3 and BP4, with λW",-30} {"textbook",12} {"generated",12}");
        int index = 0;
        foreach ((string name, double value) in textbook.Gradients())
        {
            Console.WriteLine($"  {name,-30} {value,12:F8} {generated[index],12:F8}");
            worst = Math.Max(worst, Math.Abs(value - generated[index]));
            index++;
        }

        Console.WriteLine();
        return Check(worst <= Tolerance, $"textbook, generated code and PyTorch differ by at most {worst:E1} (allowed {Tolerance:E0})");
    }

    /// <summary>Central differences of loss and penalty, (C(w + h) − C(w − h)) / 2h, against the generated gradients.</summary>
    public static bool CheckGradients(TestNet net)
    {
        Title("Gradients against central differences");
        GradientReport report = GradientCheck.Check(net, Reference.Input, [Reference.Label]);
        Console.WriteLine(report);
        return Check(report.LargestRelativeError <= DifferenceTolerance, $"relative errors up to {report.LargestRelativeError:E1} (allowed {DifferenceTolerance:E0})");
    }

    /// <summary>Stochastic gradient descent until the network tells the disc from the ring.</summary>
    public static bool TrainOnToyData(TestNet net)
    {
        const int epochs = 200;
        const int batch = 20;
        const double learningRate = 1;
        const double accuracyBar = 0.99;

        Title("Training: a disc inside a ring");
        var data = new DiscAndRing(seed: 1);
        double first = net.ComputeLossBatch(data.Points, data.Labels);
        Console.WriteLine($"  {"epoch",5} {"loss",8} {"λ/2 ΣW²",8} {"accuracy",9}");
        PrintProgress(net, data, epoch: 0);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            for (int start = 0; start < DiscAndRing.Count; start += batch)
                net.TrainBatch(data.Points.AsSpan(2 * start, 2 * batch), data.Labels.AsSpan(start, batch), learningRate);
            if (int.IsPow2(epoch) || epoch == epochs)
                PrintProgress(net, data, epoch);
        }

        double last = net.ComputeLossBatch(data.Points, data.Labels);
        Console.WriteLine();
        return Check(last < first, $"the loss fell from {first:F4} to {last:F4}")
            & Check(Accuracy(net, data) >= accuracyBar, $"at least {accuracyBar:P0} of the points are told apart");
    }

    private static void PrintProgress(TestNet net, DiscAndRing data, int epoch)
    {
        double loss = net.ComputeLossBatch(data.Points, data.Labels);
        Console.WriteLine($"  {epoch,5} {loss,8:F4} {net.WeightDecayPenalty(),8:F4} {Accuracy(net, data),9:P1}");
    }

    private static double Accuracy(TestNet net, DiscAndRing data)
    {
        var probabilities = new double[DiscAndRing.Count * TestNet.OutputSize];
        net.ForwardBatch(data.Points, probabilities);
        int correct = 0;
        for (int i = 0; i < DiscAndRing.Count; i++)
        {
            int predicted = probabilities[2 * i] > probabilities[2 * i + 1] ? 0 : 1;
            if (predicted == data.Labels[i])
                correct++;
        }

        return (double)correct / DiscAndRing.Count;
    }

    private static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
        Console.WriteLine(new string('-', text.Length));
    }

    private static void PrintVector(string name, ReadOnlySpan<double> values)
    {
        Console.Write($"  {name,-30}");
        foreach (double value in values)
            Console.Write($" {value,12:F8}");
        Console.WriteLine();
    }

    private static bool Check(bool holds, string statement)
    {
        Console.WriteLine($"  [{(holds ? "ok" : "FAILED")}] {statement}");
        return holds;
    }
}
