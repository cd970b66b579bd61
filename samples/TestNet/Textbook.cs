namespace Samples;

/// <summary>
/// Forward and backward pass for one sample as the textbook has them: one loop over neurons for each equation.
/// The generated code computes the same; this is the version to learn from.
/// </summary>
internal sealed class Textbook
{
    private const int Inputs = 2;
    private const int Hidden = 3;
    private const int Classes = 2;

    /// <summary>λ of the penalty λ/2 Σ W², which adds λW to the gradient of every weight, and of no bias.</summary>
    private const double WeightDecay = 0.01;

    public double[] Z1 { get; } = new double[Hidden];

    public double[] A1 { get; } = new double[Hidden];

    public double[] Z2 { get; } = new double[Classes];

    /// <summary>a2 = softmax(z2), the probabilities of the classes.</summary>
    public double[] A2 { get; } = new double[Classes];

    /// <summary>C = −ln a2[label].</summary>
    public double Loss { get; private set; }

    /// <summary>δ1 = ∂C/∂z1.</summary>
    public double[] Delta1 { get; } = new double[Hidden];

    /// <summary>δ2 = ∂C/∂z2.</summary>
    public double[] Delta2 { get; } = new double[Classes];

    public double[,] GradientW1 { get; } = new double[Hidden, Inputs];

    public double[] GradientB1 { get; } = new double[Hidden];

    public double[,] GradientW2 { get; } = new double[Classes, Hidden];

    public double[] GradientB2 { get; } = new double[Classes];

    /// <summary>Runs one sample forward and backward through the network's present parameters.</summary>
    public Textbook(TestNet net, ReadOnlySpan<double> x, int label)
    {
        Forward(net, x, label);
        Backward(net, x, label);
    }

    private void Forward(TestNet net, ReadOnlySpan<double> x, int label)
    {
        // z1 = W1 x + b1,  a1 = σ(z1) = 1 / (1 + e^−z1)
        for (int j = 0; j < Hidden; j++)
        {
            Z1[j] = net.Bias1[j];
            for (int k = 0; k < Inputs; k++)
                Z1[j] += net.Weights1[j, k] * x[k];
            A1[j] = 1 / (1 + Math.Exp(-Z1[j]));
        }

        // z2 = W2 a1 + b2
        for (int j = 0; j < Classes; j++)
        {
            Z2[j] = net.Bias2[j];
            for (int k = 0; k < Hidden; k++)
                Z2[j] += net.Weights2[j, k] * A1[k];
        }

        // a2 = softmax(z2) = e^z2 / Σ e^z2
        double sum = 0;
        for (int j = 0; j < Classes; j++)
            sum += Math.Exp(Z2[j]);
        for (int j = 0; j < Classes; j++)
            A2[j] = Math.Exp(Z2[j]) / sum;

        // C = −ln a2[label]
        Loss = -Math.Log(A2[label]);
    }

    private void Backward(TestNet net, ReadOnlySpan<double> x, int label)
    {
        // BP1: δ2 = ∂C/∂z2. For softmax with cross entropy this is a2 − y, y being 1 at the label and 0 elsewhere.
        for (int j = 0; j < Classes; j++)
            Delta2[j] = A2[j] - (j == label ? 1 : 0);

        // BP2: δ1 = W2ᵀ δ2 ⊙ σ′(z1), where σ′ = a1 (1 − a1)
        for (int k = 0; k < Hidden; k++)
        {
            double sum = 0;
            for (int j = 0; j < Classes; j++)
                sum += net.Weights2[j, k] * Delta2[j];
            Delta1[k] = sum * A1[k] * (1 - A1[k]);
        }

        // BP3: ∂C/∂W = δ aᵀ, with the a that came into the layer; the penalty adds λW
        for (int j = 0; j < Classes; j++)
        {
            for (int k = 0; k < Hidden; k++)
                GradientW2[j, k] = Delta2[j] * A1[k] + WeightDecay * net.Weights2[j, k];
        }

        for (int j = 0; j < Hidden; j++)
        {
            for (int k = 0; k < Inputs; k++)
                GradientW1[j, k] = Delta1[j] * x[k] + WeightDecay * net.Weights1[j, k];
        }

        // BP4: ∂C/∂b = δ
        Delta2.CopyTo(GradientB2, 0);
        Delta1.CopyTo(GradientB1, 0);
    }

    /// <summary>Every gradient with its name, in the order of <c>ComputeGradients</c>.</summary>
    public IEnumerable<(string Name, double Value)> Gradients()
    {
        for (int j = 0; j < Hidden; j++)
        {
            for (int k = 0; k < Inputs; k++)
                yield return ($"∂C/∂W1[{j},{k}]", GradientW1[j, k]);
        }

        for (int j = 0; j < Hidden; j++)
            yield return ($"∂C/∂b1[{j}]", GradientB1[j]);

        for (int j = 0; j < Classes; j++)
        {
            for (int k = 0; k < Hidden; k++)
                yield return ($"∂C/∂W2[{j},{k}]", GradientW2[j, k]);
        }

        for (int j = 0; j < Classes; j++)
            yield return ($"∂C/∂b2[{j}]", GradientB2[j]);
    }
}
