using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using Precision = NetGen.Generator.Model.Precision;
using Unrolling = NetGen.Generator.Model.Unrolling;

namespace NetGen.Tests;

/// <summary>Slopes of activations and values of losses near the ends of the range, in loops and in straight lines.</summary>
public class ExtremeValueTests
{
    /// <summary>Slopes far to the left and far to the right.</summary>
    private static readonly Dictionary<Activation, (double Left, double Right)> Slopes = new()
    {
        [Activation.Identity] = (1, 1),
        [Activation.Sigmoid] = (0, 0),
        [Activation.Tanh] = (0, 0),
        [Activation.Relu] = (0, 1),
        [Activation.LeakyRelu] = (0.01, 1),
        [Activation.Elu] = (0, 1),
        [Activation.Selu] = (0, 1.0507009873554805),
        [Activation.Gelu] = (0, 1),
        [Activation.GeluTanh] = (0, 1),
        [Activation.Silu] = (0, 1),
        [Activation.Softplus] = (0, 1),
        [Activation.Softsign] = (0, 0),
        [Activation.HardSigmoid] = (0, 0),
        [Activation.HardTanh] = (0, 0),
        [Activation.HardSwish] = (0, 1),
        [Activation.Mish] = (0, 1),
        [Activation.Relu6] = (0, 0),
    };

    public static TheoryData<Activation> Activations { get; } = [.. Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax)];

    public static TheoryData<Loss> Losses { get; } = [.. Enum.GetValues<Loss>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void SlopesAreThoseOfTheLimit(Activation activation)
    {
        foreach (var (units, precision) in new[] { (3, Precision.Single), (20, Precision.Single), (3, Precision.Double), (20, Precision.Double) })
        {
            var network = Create(units, activation.ToString(), 1, Loss.Quadratic, precision, jacobian: true);
            network.Parameters = [.. Enumerable.Repeat(1.0, units)];
            foreach (var x in precision == Precision.Single ? new[] { 1e20, 3e38 } : [1e20, 3e38, 1e300])
            {
                Check(Slopes[activation].Right, x);
                Check(Slopes[activation].Left, -x);
            }

            void Check(double slope, double x) => Assert.All(
                network.ComputeJacobian([x]).Jacobian, actual => Assert.Equal(slope, actual, 1e-6));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void LossesAreFinite(Loss loss)
    {
        Check(loss, Precision.Single);
        Check(loss, Precision.Double);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void ClassesThatAreNotThereDoNotCount(Precision precision)
    {
        var network = Create(3, nameof(Activation.Identity), 3, Loss.SoftmaxCrossEntropy, precision);
        network.Parameters = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        double[] logits = [3e38, -3e38, 0];
        Assert.Equal(0, network.WithTargets(logits, [1, 0, 0]).ComputeLoss(0));
        Assert.Equal(0, network.WithTargets(logits, [1, 0, 0]).ComputeLossBatch());
        Assert.Equal(0, network.WithLabels(logits, [0]).ComputeLoss(0));
    }

    /// <summary>ln(1 + e⁻ᶻ) of an event that is as good as certain.</summary>
    [Theory]
    [InlineData(Precision.Single, 16, 1, 1.1253516e-7)]
    [InlineData(Precision.Single, -16, 0, 1.1253516e-7)]
    [InlineData(Precision.Single, 3e38, 1, 0)]
    [InlineData(Precision.Single, -3e38, 1, 3e38)]
    [InlineData(Precision.Double, 37, 1, 8.5330476257440662e-17)]
    [InlineData(Precision.Double, 16, 0.25, 12.000000112535156)]
    public void EntropyKeepsWhatIsLeft(Precision precision, double logit, double target, double expected)
    {
        var network = Create(1, nameof(Activation.Identity), 1, Loss.BinaryCrossEntropyWithLogits, precision);
        network.Parameters = [1];
        var actual = network.WithTargets([logit], [target]).ComputeLoss(0);
        Assert.InRange(Math.Abs(actual - expected), 0, 1e-6 * expected);
    }

    private static void Check(Loss loss, Precision precision)
    {
        var last = Oracle.RandomModels.LastActivation(loss)?.ToString() ?? nameof(Activation.Identity);
        var network = Create(3, last, 3, loss, precision);
        network.Parameters = [1, 0, 0, 0, 1, 0, 0, 0, 1];

        // Squares of what is not a logit must be in range.
        var isOfLogits = loss is Loss.BinaryCrossEntropyWithLogits or Loss.SoftmaxCrossEntropy or Loss.KlDivergenceWithLogits;
        var far = isOfLogits ? 3e38 : 1e18;
        foreach (var (logits, targets) in new[] { (new[] { far, -far, 0 }, new double[] { 1, 0, 0 }), ([16, -16, 1e-30], [1, 0, 0]) })
        {
            var training = network.WithTargets(logits, targets);
            Assert.True(double.IsFinite(training.ComputeLoss(0)));
            Assert.True(double.IsFinite(training.ComputeLossBatch()));
            Assert.All(training.ComputeInputGradients(0).Gradients, gradient => Assert.True(double.IsFinite(gradient)));
            Assert.All(training.ComputeInputGradientsBatch().Gradients, gradient => Assert.True(double.IsFinite(gradient)));
        }
    }

    private static GeneratedNetwork Create(int units, string activation, int inputs, Loss loss, Precision precision, bool jacobian = false) =>
        GeneratedNetwork.Create((Models.Chain(inputs, [(units, activation, false)], loss.ToString()) with { Jacobian = jacobian, Training = !jacobian })
            .With(precision, Unrolling.Auto));
}
