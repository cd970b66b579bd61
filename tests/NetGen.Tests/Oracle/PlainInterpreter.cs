using NetGen.Generator.Model;

namespace NetGen.Tests.Oracle;

/// <summary>
/// Runs a <see cref="NetworkModel"/> in double by the textbook: plain loops, one sample at a time, and backpropagation by
/// its four equations (M. Nielsen, "Neural Networks and Deep Learning", chapter 2).
/// </summary>
/// <remarks>It shares nothing with the compiler but the model: formulas, derivatives and order of storage are its own.</remarks>
internal sealed class PlainInterpreter
{
    private readonly NetworkModel _model;
    private readonly PlainLayer[] _layers;
    private readonly LossFormula _loss;

    /// <param name="model">The network.</param>
    /// <param name="parameters">In canonical order; kept, and changed by <see cref="Step"/>.</param>
    public PlainInterpreter(NetworkModel model, double[] parameters)
    {
        _model = model;
        _layers = PlainLayer.Of(model);
        _loss = LossFormula.Of(model.Loss.Name, model.Reduction);
        Parameters = parameters;
    }

    public double[] Parameters { get; }

    public double[] Forward(double[] input) => _loss.Predict(Result(input));

    /// <summary>What the last activation was applied to where the loss is taken on that; else the last layer's result.</summary>
    public double[] Logits(double[] input) =>
        RandomModels.LastActivation(Enum.Parse<Loss>(_model.Loss.Name)) is null ? Result(input) : Run(input).Sums[^1];

    public double Loss(double[] input, double[] target) => _loss.Value(Result(input), target);

    private double[] Result(double[] input) => Run(input).Activations[^1];

    /// <summary>λ/2 Σ W² over the weights.</summary>
    public double Penalty()
    {
        var sum = 0.0;
        foreach (var layer in _layers.OfType<PlainAffine>())
        {
            foreach (var weight in Parameters.AsSpan(layer.WeightOffset, layer.Units * layer.Inputs))
                sum += weight * weight;
        }

        return 0.5 * _model.WeightDecay * sum;
    }

    /// <summary>Computes the mean loss of a batch, the gradient of mean loss plus penalty, and that of the mean loss by the inputs.</summary>
    public Gradients Differentiate(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> targets)
    {
        var count = inputs.Count;
        var byParameters = new double[Parameters.Length];
        var byInputs = new double[count * _model.Inputs];
        var loss = 0.0;
        for (var sample = 0; sample < count; sample++)
        {
            loss += Loss(inputs[sample], targets[sample]) / count;
            var byInput = Backpropagate(inputs[sample], targets[sample], 1.0 / count, byParameters);
            byInput.CopyTo(byInputs, sample * _model.Inputs);
        }

        AddWeightDecay(byParameters);
        return new(loss, byParameters, byInputs);
    }

    /// <summary>One step of gradient descent.</summary>
    public void Step(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> targets, double learningRate)
    {
        var gradients = Differentiate(inputs, targets).ByParameters;
        for (var i = 0; i < gradients.Length; i++)
            Parameters[i] -= learningRate * gradients[i];
    }

    private (double[][] Sums, double[][] Activations) Run(double[] input)
    {
        var sums = new double[_layers.Length][];
        var activations = new double[_layers.Length][];
        for (var l = 0; l < _layers.Length; l++)
        {
            var x = _layers[l].Source < 0 ? input : activations[_layers[l].Source];
            if (_layers[l] is PlainStandardize standardize)
            {
                activations[l] = [.. x.Select((value, i) => (value - Parameters[standardize.Mean(i)]) * Parameters[standardize.Scale(i)])];
                continue;
            }

            var layer = (PlainAffine)_layers[l];
            sums[l] = new double[layer.Units];
            for (var o = 0; o < layer.Units; o++)
            {
                sums[l][o] = layer.HasBias ? Parameters[layer.BiasOffset + o] : 0;
                for (var i = 0; i < layer.Inputs; i++)
                    sums[l][o] += Parameters[layer.Weight(o, i)] * x[i];
            }

            activations[l] = layer.Activation.Apply(sums[l]);
            for (var o = 0; layer.IsResidual && o < layer.Units; o++)
                activations[l][o] += x[o];
        }

        return (sums, activations);
    }

    /// <summary>Adds a sample's gradient to <paramref name="gradients"/> and returns that by its input.</summary>
    private double[] Backpropagate(double[] input, double[] target, double scale, double[] gradients)
    {
        var (sums, activations) = Run(input);
        var byInput = new double[input.Length];
        var byActivation = _layers.Select(layer => new double[layer.Units]).ToArray();
        byActivation[^1] = [.. _loss.Gradient(activations[^1], target).Select(g => scale * g)];

        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            var x = _layers[l].Source < 0 ? input : activations[_layers[l].Source];
            var byX = _layers[l].Source < 0 ? byInput : byActivation[_layers[l].Source];
            if (_layers[l] is PlainStandardize standardize)
            {
                for (var i = 0; i < standardize.Inputs; i++)
                    byX[i] += Parameters[standardize.Scale(i)] * byActivation[l][i];
                continue;
            }

            var layer = (PlainAffine)_layers[l];

            // BP1 in the last layer, where ∂C/∂a is the loss's; the second factor of BP2 in the others.
            var delta = layer.Activation.PullBack(sums[l], byActivation[l]);
            for (var o = 0; layer.IsResidual && o < layer.Units; o++)
                byX[o] += byActivation[l][o];
            for (var o = 0; o < layer.Units; o++)
            {
                for (var i = 0; i < layer.Inputs; i++)
                {
                    byX[i] += Parameters[layer.Weight(o, i)] * delta[o]; // BP2
                    gradients[layer.Weight(o, i)] += delta[o] * x[i]; // BP3
                }

                if (layer.HasBias)
                    gradients[layer.BiasOffset + o] += delta[o]; // BP4
            }
        }

        return byInput;
    }

    private void AddWeightDecay(double[] gradients)
    {
        foreach (var layer in _layers.OfType<PlainAffine>())
        {
            for (var k = layer.WeightOffset; k < layer.WeightOffset + (layer.Units * layer.Inputs); k++)
                gradients[k] += _model.WeightDecay * Parameters[k];
        }
    }
}
