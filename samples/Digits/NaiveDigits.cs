namespace Samples;

/// <summary>
/// The same network as <see cref="Digits"/> the way one writes it by hand in an afternoon: arrays, loops and MathF.
/// It allocates nothing while it runs, but knows nothing of vectors, tiles or fused passes.
/// </summary>
internal sealed class NaiveDigits
{
    private const int Inputs = 64;
    private const int Hidden = 32;
    private const int Classes = 10;

    private readonly float[][] _weights1 = NewMatrix(Hidden, Inputs);
    private readonly float[] _bias1 = new float[Hidden];
    private readonly float[][] _weights2 = NewMatrix(Classes, Hidden);
    private readonly float[] _bias2 = new float[Classes];

    private readonly float[] _hidden = new float[Hidden];
    private readonly float[] _probabilities = new float[Classes];
    private readonly float[] _delta1 = new float[Hidden];
    private readonly float[] _delta2 = new float[Classes];
    private readonly float[][] _gradient1 = NewMatrix(Hidden, Inputs);
    private readonly float[] _gradientBias1 = new float[Hidden];
    private readonly float[][] _gradient2 = NewMatrix(Classes, Hidden);
    private readonly float[] _gradientBias2 = new float[Classes];

    /// <summary>Starts from the parameters of a generated network.</summary>
    public NaiveDigits(Digits net)
    {
        for (int j = 0; j < Hidden; j++)
        {
            _bias1[j] = net.Bias1[j];
            for (int k = 0; k < Inputs; k++)
                _weights1[j][k] = net.Weights1[j, k];
        }

        for (int j = 0; j < Classes; j++)
        {
            _bias2[j] = net.Bias2[j];
            for (int k = 0; k < Hidden; k++)
                _weights2[j][k] = net.Weights2[j, k];
        }
    }

    /// <summary>The probability of each digit, in an array that the next call overwrites.</summary>
    public float[] Forward(float[] image)
    {
        for (int j = 0; j < Hidden; j++)
        {
            float sum = _bias1[j];
            for (int k = 0; k < Inputs; k++)
                sum += _weights1[j][k] * image[k];
            _hidden[j] = MathF.Max(sum, 0);
        }

        float max = float.NegativeInfinity;
        for (int j = 0; j < Classes; j++)
        {
            float sum = _bias2[j];
            for (int k = 0; k < Hidden; k++)
                sum += _weights2[j][k] * _hidden[k];
            _probabilities[j] = sum;
            max = MathF.Max(max, sum);
        }

        float total = 0;
        for (int j = 0; j < Classes; j++)
        {
            _probabilities[j] = MathF.Exp(_probabilities[j] - max);
            total += _probabilities[j];
        }

        for (int j = 0; j < Classes; j++)
            _probabilities[j] /= total;
        return _probabilities;
    }

    /// <summary>One step of gradient descent on one image; returns the loss before it.</summary>
    public float Train(float[] image, int label, float learningRate)
    {
        float loss = Backward(image, label);
        for (int j = 0; j < Classes; j++)
        {
            for (int k = 0; k < Hidden; k++)
                _weights2[j][k] -= learningRate * _delta2[j] * _hidden[k];
            _bias2[j] -= learningRate * _delta2[j];
        }

        for (int j = 0; j < Hidden; j++)
        {
            for (int k = 0; k < Inputs; k++)
                _weights1[j][k] -= learningRate * _delta1[j] * image[k];
            _bias1[j] -= learningRate * _delta1[j];
        }

        return loss;
    }

    /// <summary>One step of gradient descent on the mean loss of a batch; returns that loss before it.</summary>
    public float TrainBatch(float[][] images, int[] labels, float learningRate)
    {
        Clear(_gradient1);
        Clear(_gradient2);
        Array.Clear(_gradientBias1);
        Array.Clear(_gradientBias2);

        float loss = 0;
        for (int i = 0; i < images.Length; i++)
        {
            loss += Backward(images[i], labels[i]);
            for (int j = 0; j < Classes; j++)
            {
                for (int k = 0; k < Hidden; k++)
                    _gradient2[j][k] += _delta2[j] * _hidden[k];
                _gradientBias2[j] += _delta2[j];
            }

            for (int j = 0; j < Hidden; j++)
            {
                for (int k = 0; k < Inputs; k++)
                    _gradient1[j][k] += _delta1[j] * images[i][k];
                _gradientBias1[j] += _delta1[j];
            }
        }

        float step = learningRate / images.Length;
        for (int j = 0; j < Classes; j++)
        {
            for (int k = 0; k < Hidden; k++)
                _weights2[j][k] -= step * _gradient2[j][k];
            _bias2[j] -= step * _gradientBias2[j];
        }

        for (int j = 0; j < Hidden; j++)
        {
            for (int k = 0; k < Inputs; k++)
                _weights1[j][k] -= step * _gradient1[j][k];
            _bias1[j] -= step * _gradientBias1[j];
        }

        return loss / images.Length;
    }

    /// <summary>Fills both deltas for one image and returns its loss.</summary>
    private float Backward(float[] image, int label)
    {
        Forward(image);
        for (int j = 0; j < Classes; j++)
            _delta2[j] = _probabilities[j] - (j == label ? 1 : 0);

        for (int k = 0; k < Hidden; k++)
        {
            float sum = 0;
            for (int j = 0; j < Classes; j++)
                sum += _weights2[j][k] * _delta2[j];
            _delta1[k] = _hidden[k] > 0 ? sum : 0;
        }

        return -MathF.Log(_probabilities[label]);
    }

    private static float[][] NewMatrix(int rows, int columns)
    {
        var matrix = new float[rows][];
        for (int j = 0; j < rows; j++)
            matrix[j] = new float[columns];
        return matrix;
    }

    private static void Clear(float[][] matrix)
    {
        foreach (float[] row in matrix)
            Array.Clear(row);
    }
}
