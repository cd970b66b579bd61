using System.Numerics.Tensors;

namespace NetGen.Benchmarks.Peers;

/// <summary>A dense layer in calls of System.Numerics.Tensors; weights as [output][input], so that every call is contiguous.</summary>
internal sealed class TensorLayer(int inputs, int units, Activation activation)
{
    private readonly float[] _weights = new float[units * inputs];
    private readonly float[] _biases = new float[units];
    private readonly float[] _weightGradients = new float[units * inputs];
    private readonly float[] _biasGradients = new float[units];
    private readonly float[] _derivatives = new float[units];

    public float[] Outputs { get; } = new float[units];

    /// <summary>The gradients by the outputs, and after <see cref="Differentiate"/> by the weighted sums.</summary>
    public float[] Deltas { get; } = new float[units];

    public void Forward(ReadOnlySpan<float> x)
    {
        Span<float> a = Outputs;
        for (int j = 0; j < units; j++)
            a[j] = TensorPrimitives.Dot(Row(_weights, j), x) + _biases[j];

        if (activation == Activation.Softmax)
        {
            // SoftMax alone overflows on large logits.
            TensorPrimitives.Subtract(a, TensorPrimitives.Max<float>(a), a);
            TensorPrimitives.SoftMax(a, a);
        }
        else if (activation == Activation.Sigmoid)
        {
            TensorPrimitives.Sigmoid(a, a);
        }
        else if (activation == Activation.Tanh)
        {
            TensorPrimitives.Tanh(a, a);
        }
        else if (activation == Activation.Relu)
        {
            TensorPrimitives.Max(a, 0, a);
        }
    }

    public void Differentiate()
    {
        if (activation == Activation.Sigmoid)
        {
            TensorPrimitives.Subtract(1, Outputs, _derivatives);
            TensorPrimitives.Multiply(_derivatives, Outputs, _derivatives);
            TensorPrimitives.Multiply(Deltas, _derivatives, Deltas);
        }
        else if (activation == Activation.Tanh)
        {
            TensorPrimitives.Multiply(Outputs, Outputs, _derivatives);
            TensorPrimitives.Subtract(1, _derivatives, _derivatives);
            TensorPrimitives.Multiply(Deltas, _derivatives, Deltas);
        }
        else if (activation == Activation.Relu)
        {
            // No call selects, so this one is a loop.
            for (int j = 0; j < units; j++)
                Deltas[j] = Outputs[j] > 0 ? Deltas[j] : 0;
        }
    }

    public void Backward(Span<float> inputGradients)
    {
        TensorPrimitives.Multiply(Row(_weights, 0), Deltas[0], inputGradients);
        for (int j = 1; j < units; j++)
            TensorPrimitives.MultiplyAdd(Row(_weights, j), Deltas[j], inputGradients, inputGradients);
    }

    public void Step(ReadOnlySpan<float> x, float learningRate) => AddProducts(x, -learningRate, _weights, _biases);

    public void AddGradients(ReadOnlySpan<float> x) => AddProducts(x, 1, _weightGradients, _biasGradients);

    public void ClearGradients()
    {
        Array.Clear(_weightGradients);
        Array.Clear(_biasGradients);
    }

    public void StepByGradients(float learningRate)
    {
        TensorPrimitives.MultiplyAdd(_weightGradients, -learningRate, _weights, _weights);
        TensorPrimitives.MultiplyAdd(_biasGradients, -learningRate, _biases, _biases);
    }

    /// <summary>Copies the parameters in canonical order and returns what is left of the span.</summary>
    public Span<float> CopyParametersTo(Span<float> values)
    {
        _weights.CopyTo(values);
        _biases.CopyTo(values[_weights.Length..]);
        return values[(_weights.Length + units)..];
    }

    /// <summary>Takes the parameters in canonical order and returns what is left of the span.</summary>
    public ReadOnlySpan<float> SetParameters(ReadOnlySpan<float> values)
    {
        values[.._weights.Length].CopyTo(_weights);
        values.Slice(_weights.Length, units).CopyTo(_biases);
        return values[(_weights.Length + units)..];
    }

    private void AddProducts(ReadOnlySpan<float> x, float scale, float[] weights, float[] biases)
    {
        for (int j = 0; j < units; j++)
        {
            Span<float> row = Row(weights, j);
            TensorPrimitives.MultiplyAdd(x, scale * Deltas[j], row, row);
        }

        TensorPrimitives.MultiplyAdd(Deltas, scale, biases, biases);
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * inputs, inputs);
}
