using System.Numerics;

namespace NetGen.Benchmarks.Peers;

/// <summary>A dense layer as a person writes it first: arrays of rows and plain loops over them.</summary>
internal sealed class NaiveLayer<T>(int inputs, int units, Activation activation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[][] _weights = NewMatrix(units, inputs);
    private readonly T[] _biases = new T[units];
    private readonly T[][] _weightGradients = NewMatrix(units, inputs);
    private readonly T[] _biasGradients = new T[units];

    public T[] Outputs { get; } = new T[units];

    /// <summary>The gradients by the outputs, and after <see cref="Differentiate"/> by the weighted sums.</summary>
    public T[] Deltas { get; } = new T[units];

    public void Forward(T[] x)
    {
        for (int j = 0; j < units; j++)
        {
            T sum = _biases[j];
            for (int k = 0; k < inputs; k++)
                sum += _weights[j][k] * x[k];
            Outputs[j] = sum;
        }

        Activate();
    }

    public void Differentiate()
    {
        for (int j = 0; j < units; j++)
        {
            T a = Outputs[j];
            if (activation == Activation.Sigmoid)
                Deltas[j] *= a * (T.One - a);
            else if (activation == Activation.Tanh)
                Deltas[j] *= T.One - a * a;
            else if (activation == Activation.Relu && !(a > T.Zero))
                Deltas[j] = T.Zero;
        }
    }

    /// <summary>Writes the gradients by the inputs.</summary>
    public void Backward(T[] inputGradients)
    {
        for (int k = 0; k < inputs; k++)
        {
            T sum = T.Zero;
            for (int j = 0; j < units; j++)
                sum += _weights[j][k] * Deltas[j];
            inputGradients[k] = sum;
        }
    }

    public void Step(T[] x, T learningRate)
    {
        for (int j = 0; j < units; j++)
        {
            for (int k = 0; k < inputs; k++)
                _weights[j][k] -= learningRate * Deltas[j] * x[k];
            _biases[j] -= learningRate * Deltas[j];
        }
    }

    public void ClearGradients()
    {
        foreach (T[] row in _weightGradients)
            Array.Clear(row);
        Array.Clear(_biasGradients);
    }

    public void AddGradients(T[] x)
    {
        for (int j = 0; j < units; j++)
        {
            for (int k = 0; k < inputs; k++)
                _weightGradients[j][k] += Deltas[j] * x[k];
            _biasGradients[j] += Deltas[j];
        }
    }

    public void StepByGradients(T learningRate)
    {
        for (int j = 0; j < units; j++)
        {
            for (int k = 0; k < inputs; k++)
                _weights[j][k] -= learningRate * _weightGradients[j][k];
            _biases[j] -= learningRate * _biasGradients[j];
        }
    }

    /// <summary>The parameters in canonical order, one by one, to be read or written.</summary>
    public void EachParameter(ParameterAction<T> action)
    {
        foreach (T[] row in _weights)
        {
            for (int k = 0; k < row.Length; k++)
                action(ref row[k]);
        }

        for (int j = 0; j < units; j++)
            action(ref _biases[j]);
    }

    private void Activate()
    {
        if (activation == Activation.Softmax)
        {
            T max = Outputs[0];
            for (int j = 1; j < units; j++)
                max = T.Max(max, Outputs[j]);
            T sum = T.Zero;
            for (int j = 0; j < units; j++)
            {
                Outputs[j] = T.Exp(Outputs[j] - max);
                sum += Outputs[j];
            }

            for (int j = 0; j < units; j++)
                Outputs[j] /= sum;
            return;
        }

        for (int j = 0; j < units; j++)
        {
            if (activation == Activation.Sigmoid)
                Outputs[j] = T.One / (T.One + T.Exp(-Outputs[j]));
            else if (activation == Activation.Tanh)
                Outputs[j] = T.Tanh(Outputs[j]);
            else if (activation == Activation.Relu)
                Outputs[j] = T.Max(Outputs[j], T.Zero);
        }
    }

    private static T[][] NewMatrix(int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => new T[columns])];
}

internal delegate void ParameterAction<T>(ref T value);
