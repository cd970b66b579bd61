namespace NetGen.Tests.Networks;

// Networks of functions that a user wrote, whose parameters are named like quantities of the equations.

/// <summary>Small enough to be straight-line code.</summary>
[Network(3, LossFunction = nameof(Asymmetric), WeightDecay = 0.125, Precision = Precision.Double)]
[Dense(3, nameof(OwnFunctions.Bent))]
[Residual(nameof(OwnFunctions.PRelu))]
[Activation(nameof(OwnFunctions.Scaled))]
[Dense(2)]
public sealed partial class OwnTinyNetwork : OwnFunctions;

/// <summary>Vectors of every width, partial ones too.</summary>
[Network(19, LossFunction = nameof(Asymmetric), WeightDecay = 0.125, Precision = Precision.Double, BatchSize = 4)]
[Dense(17, nameof(OwnFunctions.Bent))]
[Residual(nameof(OwnFunctions.PRelu))]
[Activation(nameof(OwnFunctions.Scaled))]
[Dense(5, nameof(OwnFunctions.Bent))]
public sealed partial class OwnTiledNetwork : OwnFunctions;

/// <summary>In single precision.</summary>
[Network(19, LossFunction = nameof(Asymmetric), WeightDecay = 0.125)]
[Dense(17, nameof(OwnFunctions.Bent))]
[Residual(nameof(OwnFunctions.PRelu))]
[Activation(nameof(OwnFunctions.Scaled))]
[Dense(5)]
public sealed partial class OwnSingleNetwork : OwnFunctions;

/// <summary>In arithmetic that is the same everywhere.</summary>
[Network(19, LossFunction = nameof(Asymmetric), Arithmetic = Arithmetic.Exact)]
[Dense(17, nameof(OwnFunctions.Bent))]
[Residual(nameof(OwnFunctions.PRelu))]
[Dense(5)]
public sealed partial class OwnExactNetwork : OwnFunctions;

/// <summary>A first layer so large that successive steps run in blocks.</summary>
[Network(70, LossFunction = nameof(Asymmetric))]
[Dense(61, nameof(OwnFunctions.Bent))]
[Dense(5, nameof(OwnFunctions.PRelu))]
public sealed partial class OwnSequenceNetwork : OwnFunctions;

/// <summary>Learnable parameters that do not train: of a layer that says so, and of those before the last two.</summary>
[Network(4, Precision = Precision.Double, TrainLast = 2)]
[Activation(nameof(OwnFunctions.Scaled))]
[Dense(6, nameof(OwnFunctions.PRelu))]
[Dense(6, nameof(OwnFunctions.Bent), Trainable = Trainable.None)]
[Dense(2, nameof(OwnFunctions.Bent))]
public sealed partial class OwnFrozenNetwork : OwnFunctions;

/// <summary>Functions with the names of the library's, which mean something else.</summary>
[Network(2, LossFunction = nameof(Quadratic), Precision = Precision.Double)]
[Dense(1, nameof(Softmax))]
[Activation(nameof(Identity))]
public sealed partial class OwnNamesNetwork
{
    private static double Softmax(double x) => 2 * x;

    private static float Identity(float x, [Learnable(3)] float label) => x + label;

    private static double Quadratic(double p, double y) => 10 * (p - y);
}

/// <summary>Functions that round to float on the way, where vectors of every width compute them.</summary>
[Network(19, LossFunction = nameof(Narrow), Precision = Precision.Double)]
[Activation(nameof(Rounded))]
[Dense(19)]
public sealed partial class OwnNarrowNetwork
{
    private static readonly float Tenth = 0.1f;

    internal static double Rounded(double x, [Learnable(3)] double scale)
    {
        var rounded = (float)(scale * x);
        return (rounded * Tenth) + Math.Exp(x);
    }

    internal static double Narrow(double p, double t) => (float)((p - t) * (p - t));
}

/// <summary>The same in single precision, where all numbers are.</summary>
[Network(19, LossFunction = nameof(Narrow))]
[Activation(nameof(Rounded))]
[Dense(19)]
public sealed partial class OwnSingleNarrowNetwork
{
    private static double Rounded(double x, [Learnable(3)] double scale) => ((float)(scale * x) * 0.1f) + Math.Exp(x);

    private static double Narrow(double p, double t) => (float)((p - t) * (p - t));
}

/// <summary>A step, trained by the derivative of a smooth neighbour, and a learned parameter by another one.</summary>
[Network(1, Precision = Precision.Double)]
[Dense(1, nameof(Step))]
public sealed partial class OwnDerivativeNetwork
{
    private static double Step(double x, [Learnable(0.5)] double edge) => x > edge ? 1 : 0;

    [Derivative(nameof(Step))]
    private static double StepByX(double x, double edge) => 1 / (1 + ((x - edge) * (x - edge)));

    [Derivative(nameof(Step), "edge")]
    private static double StepByEdge(double x, double edge) => -3 * x;
}

/// <summary>The library's softmax with cross entropy.</summary>
[Network(7, Loss = Loss.SoftmaxCrossEntropy, Precision = Precision.Double)]
[Dense(9, Activation.Tanh)]
[Dense(5)]
public sealed partial class BuiltInCrossEntropyNetwork;

/// <summary>The same loss as a user writes it: of all logits together.</summary>
[Network(7, LossFunction = nameof(CrossEntropy), Precision = Precision.Double)]
[Dense(9, nameof(Hyperbolic))]
[Dense(5)]
public sealed partial class OwnCrossEntropyNetwork
{
    private static double Hyperbolic(double x) => Math.Tanh(x);

    private static double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> target)
    {
        double sum = 0, dot = 0, mass = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            sum += Math.Exp(logits[i]);
            dot += target[i] * logits[i];
            mass += target[i];
        }

        return (mass * Math.Log(sum)) - dot;
    }
}

/// <summary>Single elements, neighbours, sums, and sums of sums.</summary>
[Network(3, LossFunction = nameof(Curve), Precision = Precision.Double)]
[Dense(4, nameof(OwnFunctions.Bent))]
[Dense(4)]
public sealed partial class OwnVectorLossNetwork : OwnFunctions
{
    private static double Curve(double[] p, double[] t)
    {
        double mean = 0, squares = 0, bends = 0, pairs = 0;
        foreach (var z in p)
            mean += z;
        mean /= p.Length;
        for (var i = 0; i < p.Length; i++)
        {
            squares += (p[i] - t[i]) * (p[i] - mean);
            for (var j = 0; j < i; j++)
                pairs += Math.Exp(-(p[i] - p[j]) * (p[i] - p[j]));
        }

        for (var i = 1; i < p.Length - 1; i++)
            bends += Math.Pow(p[i - 1] - (2 * p[i]) + p[i + 1], 2);
        return squares + (0.25 * bends) + (pairs * t[0]) + Math.Exp(p[p.Length - 1]) + (squares * squares / 8);
    }
}

/// <summary>Of an activation whose slope is 0: no input matters to the loss's gradient.</summary>
[Network(2)]
[Dense(2, nameof(Floor))]
[Dense(1)]
public sealed partial class OwnStepsNetwork
{
    private static float Floor(float x) => MathF.Floor(x);
}

/// <summary>The same in tiles.</summary>
[Network(20)]
[Dense(33, nameof(Floor))]
[Dense(5)]
public sealed partial class OwnTiledStepsNetwork
{
    private static float Floor(float x) => MathF.Floor(x);
}

/// <summary>What the networks above inherit.</summary>
public abstract class OwnFunctions
{
    private const float Edge = 0.25f;

    /// <summary>Learns one value for each unit and one for all; smooth.</summary>
    protected static float Bent(float x, [Learnable(0.75, PerUnit = true)] float W, [Learnable(-0.5)] float b) =>
        (x * Logistic(x * W)) + (b * MathF.Exp(-x * x));

    /// <summary>K. He et al., "Delving Deep into Rectifiers", 2015, equation 1.</summary>
    protected static double PRelu(double z, [Learnable(0.25, PerUnit = true)] double delta) => z > 0 ? z : delta * z;

    /// <summary>Named like what the equations of a layer, the loss and the batch speak of.</summary>
    protected static float Scaled(float y, [Learnable(1)] float x, [Learnable(0.125)] float loss, [Learnable(2, PerUnit = true)] float scale)
    {
        var shifted = y - loss;
        if (shifted > Edge)
            shifted = (x * shifted) + (Edge * (1 - x));
        return shifted * scale;
    }

    /// <summary>Steeper above the target than below.</summary>
    protected static double Asymmetric(double prediction, double target)
    {
        var error = prediction - target;
        return error switch { > 0 and < 1 => 2 * error * error, >= 1 => (4 * error) - 2, _ => error * error };
    }

    private static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));
}
