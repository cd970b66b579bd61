using NetGen.Tests.Compiling;

namespace NetGen.Tests.Reference;

/// <summary>A case's network, compiled and holding the case's parameters, and what the case expects of it.</summary>
internal sealed class GoldenNetwork
{
    private readonly GoldenCase _golden;
    private readonly Precision _precision;

    public GoldenNetwork(string name, Precision precision, Unrolling unrolling, Target target)
    {
        _golden = GoldenCases.Named(name);
        _precision = precision;
        Network = GeneratedNetwork.Create(_golden.ToModel().With(precision, unrolling), target);
        Network.Parameters = _golden.Parameters();
    }

    public GeneratedNetwork Network { get; }

    public GoldenResults Expected => _golden.Expected;

    public int Count => _golden.Batch.Size;

    /// <summary>All samples of the batch.</summary>
    public double[] Inputs => _golden.Inputs();

    public double[][] Samples => Inputs.Rows(_golden.Batch.InputShape[1]);

    /// <summary>The training methods that suit the case: with targets, and with labels where it has them.</summary>
    public IEnumerable<BatchTraining> Trainings()
    {
        yield return Network.WithTargets(Inputs, _golden.Targets());
        if (_golden.HasLabels())
            yield return Network.WithLabels(Inputs, _golden.Labels());
    }

    public void Restore() => Network.Parameters = _golden.Parameters();

    public void Check(string field, GoldenArray expected, ReadOnlySpan<double> actual) =>
        expected.Check(field, actual, Tolerance(field, expected.Largest));

    public void Check(string field, double expected, double actual) =>
        Tolerance(field, Math.Abs(expected)).Check(field, expected, actual);

    /// <summary>Checks parameters or their gradients, in canonical order.</summary>
    public void CheckLayers(GoldenArray[] weights, GoldenArray[] biases, double[] actual) =>
        _golden.CheckLayers(weights, biases, actual, (field, expected) => Tolerance(field, expected.Largest));

    /// <summary>
    /// In double 1e-10 + 1e-9 |x|; in float ten times what PyTorch's float32 strays, and 1e-5 |x|. Where its straying was not
    /// recorded, 5e-5 of the largest number stands for it: an element may be what is left of a sum that cancels, and the
    /// longest sums here, of 784 terms, round that much.
    /// </summary>
    private Tolerance Tolerance(string field, double largest)
    {
        if (_precision == Precision.Double)
            return Reference.Tolerance.Double;

        var isRecorded = _golden.Float32MaxAbsDifference.TryGetValue(field, out var straying);
        return new(isRecorded ? 10 * straying : 5e-5 * largest, 1e-5);
    }
}
