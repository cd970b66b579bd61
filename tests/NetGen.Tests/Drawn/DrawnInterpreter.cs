using NetGen.Tests.Oracle;

namespace NetGen.Tests.Drawn;

/// <summary>
/// Runs a drawn network in double by the textbook: plain loops, one sample at a time. It shares nothing with the compiler, not even
/// its model: formulas, derivatives and the order of parameters are its own.
/// </summary>
internal sealed class DrawnInterpreter
{
    private readonly DrawnNetwork _network;
    private readonly LossFormula _loss;
    private readonly int[] _offsets;
    private readonly bool[] _isFrozen;

    public DrawnInterpreter(DrawnNetwork network)
    {
        _network = network;
        _loss = network.UserLoss is { } user ? user.Formula(network.Reduction != Reduction.Sum)
            : LossFormula.Of(network.Loss.ToString(), network.Reduction.ToString());
        _offsets = new int[network.Layers.Count];
        for (var index = 0; index < _offsets.Length; index++)
        {
            _offsets[index] = ParameterCount;
            ParameterCount += CountOf(index);
        }

        var frozen = network.TrainLast == 0 ? 0 : network.Layers.Count(layer => layer.HasParameters) - network.TrainLast;
        _isFrozen = [.. network.Layers.Select(layer => layer.HasParameters && frozen-- > 0)];
    }

    /// <summary>Parameters in canonical order: layer by layer, weights, biases, what functions learn; means and scales.</summary>
    public int ParameterCount { get; }

    /// <summary>Parameters that neither saturate activations nor make a user's function steep.</summary>
    public double[] DrawParameters(SeededRandom random)
    {
        var parameters = Array.ConvertAll(RandomModels.Numbers(random, ParameterCount), number => number / 4);
        for (var index = 0; index < _offsets.Length; index++)
        {
            // What functions learn divides in some of them, and scales that are nearly 0 make every error look large.
            for (var place = FirstLearnable(index); place < _offsets[index] + CountOf(index); place++)
                parameters[place] = 0.75 + (2 * Math.Abs(parameters[place]));
        }

        return parameters;
    }

    public double[] Forward(double[] parameters, double[] input) => _loss.Predict(Run(parameters, input)[^1].Output);

    /// <summary>What the loss's, or the last layer's, softmax or sigmoid is applied to; else the output.</summary>
    public double[] Logits(double[] parameters, double[] input)
    {
        var last = Run(parameters, input)[^1];
        return _network.UserLoss is null && _network.Loss is Loss.BinaryCrossEntropy or Loss.CategoricalCrossEntropy or Loss.KlDivergence ? last.Sum : last.Output;
    }

    /// <summary>∂output/∂input, in rows.</summary>
    public double[] Jacobian(double[] parameters, double[] input)
    {
        var run = Run(parameters, input);
        var implied = _network.UserLoss is not null ? null : _network.Loss switch
        {
            Loss.SoftmaxCrossEntropy or Loss.KlDivergenceWithLogits => "Softmax",
            Loss.BinaryCrossEntropyWithLogits => "Sigmoid",
            _ => null,
        };
        var gradients = new double[ParameterCount];
        return [.. Enumerable.Range(0, _network.Outputs).SelectMany(row =>
        {
            var seed = new double[_network.Outputs];
            seed[row] = 1;
            return Backpropagate(parameters, input, run, implied is null ? seed : ActivationFormula.Of(implied).PullBack(run[^1].Output, seed), gradients);
        })];
    }

    /// <summary>λ/2 Σ W² over the weights.</summary>
    public double Penalty(double[] parameters) => 0.5 * _network.WeightDecay * Weights(_ => true).Sum(place => parameters[place] * parameters[place]);

    /// <summary>The mean loss of a batch, the gradient of mean loss plus penalty, and that of the mean loss by the inputs.</summary>
    public Oracle.Gradients Differentiate(double[] parameters, double[][] inputs, double[][] targets)
    {
        var (loss, byParameters, byInputs) = (0.0, new double[ParameterCount], new List<double>());
        for (var sample = 0; sample < inputs.Length; sample++)
        {
            var run = Run(parameters, inputs[sample]);
            loss += _loss.Value(run[^1].Output, targets[sample]) / inputs.Length;
            double[] seed = [.. _loss.Gradient(run[^1].Output, targets[sample]).Select(slope => slope / inputs.Length)];
            byInputs.AddRange(Backpropagate(parameters, inputs[sample], run, seed, byParameters));
        }

        foreach (var place in Weights(index => _network.Layers[index].Trainable == Trainable.All && !_isFrozen[index]))
            byParameters[place] += _network.WeightDecay * parameters[place];
        return new(loss, byParameters, [.. byInputs]);
    }

    private IEnumerable<int> Weights(Func<int, bool> isMeant) => Enumerable.Range(0, _offsets.Length)
        .Where(index => _network.Layers[index].IsAffine && isMeant(index))
        .SelectMany(index => Enumerable.Range(_offsets[index], _network.Layers[index].Units * UnitsOf(_network.Layers[index].Source)));

    private int UnitsOf(int layer) => layer < 0 ? _network.Inputs : _network.Layers[layer].Units;

    private int CountOf(int index)
    {
        var layer = _network.Layers[index];
        return FirstLearnable(index) - _offsets[index] + (layer.Kind == LayerKind.Standardize ? layer.Units
            : layer.Function?.Learnables.Sum(isPerUnit => isPerUnit ? layer.Units : 1) ?? 0);
    }

    /// <summary>Where a layer's learnable parameters start, or its scales.</summary>
    private int FirstLearnable(int index)
    {
        var layer = _network.Layers[index];
        return _offsets[index] + (layer.Kind == LayerKind.Standardize ? layer.Units
            : layer.IsAffine ? layer.Units * (UnitsOf(layer.Source) + (layer.Bias ? 1 : 0)) : 0);
    }

    /// <summary>Where the learnable parameters of a unit lie.</summary>
    private int[] Learnables(int index, int unit)
    {
        var layer = _network.Layers[index];
        var place = FirstLearnable(index);
        return [.. layer.Function!.Learnables.Select(isPerUnit =>
        {
            var first = place;
            place += isPerUnit ? layer.Units : 1;
            return first + (isPerUnit ? unit : 0);
        })];
    }

    private static ActivationFormula FormulaOf(DrawnLayer layer) => layer.Activation switch
    {
        _ when double.IsNaN(layer.Alpha) => ActivationFormula.Of(layer.Activation.ToString()),
        Activation.LeakyRelu => new(
            z => [.. z.Select(zi => zi > 0 ? zi : layer.Alpha * zi)],
            (z, g) => [.. z.Zip(g, (zi, gi) => zi > 0 ? gi : layer.Alpha * gi)]),
        _ => new(
            z => [.. z.Select(zi => zi > 0 ? zi : layer.Alpha * (Math.Exp(zi) - 1))],
            (z, g) => [.. z.Zip(g, (zi, gi) => zi > 0 ? gi : layer.Alpha * Math.Exp(zi) * gi)]),
    };

    /// <summary>What each layer's activation is applied to, and what the layer gives.</summary>
    private (double[] Sum, double[] Output)[] Run(double[] parameters, double[] input)
    {
        var run = new (double[] Sum, double[] Output)[_offsets.Length];
        for (var index = 0; index < run.Length; index++)
        {
            var layer = _network.Layers[index];
            var x = layer.Source < 0 ? input : run[layer.Source].Output;
            switch (layer.Kind)
            {
                case LayerKind.Standardize:
                    run[index] = (x, [.. x.Select((value, i) => (value - parameters[_offsets[index] + i]) * parameters[_offsets[index] + x.Length + i])]);
                    break;
                case LayerKind.Skip:
                    var other = layer.Other < 0 ? input : run[layer.Other].Output;
                    run[index] = (x, [.. x.Zip(other, (left, right) => left + right)]);
                    break;
                default:
                    var sum = layer.IsAffine ? Affine(parameters, index, x) : x;
                    var output = layer.Function is { } function
                        ? [.. sum.Select((z, unit) => function.Value(z, At(parameters, Learnables(index, unit))))]
                        : FormulaOf(layer).Apply(sum);
                    run[index] = (sum, layer.Kind == LayerKind.Residual ? [.. x.Zip(output, (left, right) => left + right)] : output);
                    break;
            }
        }

        return run;
    }

    private double[] Affine(double[] parameters, int index, double[] x)
    {
        var (layer, offset) = (_network.Layers[index], _offsets[index]);
        var sum = new double[layer.Units];
        for (var unit = 0; unit < layer.Units; unit++)
        {
            sum[unit] = layer.Bias ? parameters[offset + (layer.Units * x.Length) + unit] : 0;
            for (var i = 0; i < x.Length; i++)
                sum[unit] += parameters[offset + (unit * x.Length) + i] * x[i];
        }

        return sum;
    }

    /// <summary>Adds a sample's gradient, from that of the last layer's output on, and gives that of the input.</summary>
    private double[] Backpropagate(double[] parameters, double[] input, (double[] Sum, double[] Output)[] run, double[] seed, double[] gradients)
    {
        var byInput = new double[input.Length];
        var byOutput = run.Select(layer => new double[layer.Output.Length]).ToArray();
        byOutput[^1] = seed;
        for (var index = run.Length - 1; index >= 0; index--)
        {
            var (layer, g) = (_network.Layers[index], byOutput[index]);
            var (x, byX) = layer.Source < 0 ? (input, byInput) : (run[layer.Source].Output, byOutput[layer.Source]);
            if (layer.Kind == LayerKind.Standardize)
            {
                Add(byX, i => parameters[_offsets[index] + x.Length + i] * g[i]);
                continue;
            }

            if (layer.Kind is LayerKind.Skip or LayerKind.Residual)
                Add(byX, i => g[i]);
            if (layer.Kind == LayerKind.Skip)
            {
                Add(layer.Other < 0 ? byInput : byOutput[layer.Other], i => g[i]);
                continue;
            }

            var z = run[index].Sum;
            var trains = layer.Trainable == Trainable.All && !_isFrozen[index];
            double[] delta;
            if (layer.Function is { } function)
            {
                delta = new double[z.Length];
                for (var unit = 0; unit < z.Length; unit++)
                {
                    var places = Learnables(index, unit);
                    delta[unit] = g[unit] * function.Slope(z[unit], At(parameters, places));
                    var slopes = function.ByLearnables(z[unit], At(parameters, places));
                    for (var learnable = 0; trains && learnable < places.Length; learnable++)
                        gradients[places[learnable]] += g[unit] * slopes[learnable];
                }
            }
            else
            {
                delta = FormulaOf(layer).PullBack(z, g);
            }

            if (!layer.IsAffine)
            {
                Add(byX, i => delta[i]);
                continue;
            }

            var offset = _offsets[index];
            for (var unit = 0; unit < delta.Length; unit++)
            {
                for (var i = 0; i < x.Length; i++)
                {
                    byX[i] += parameters[offset + (unit * x.Length) + i] * delta[unit];
                    if (trains)
                        gradients[offset + (unit * x.Length) + i] += delta[unit] * x[i];
                }

                if (layer.Bias && layer.Trainable != Trainable.None && !_isFrozen[index])
                    gradients[offset + (delta.Length * x.Length) + unit] += delta[unit];
            }
        }

        return byInput;

        static void Add(double[] sum, Func<int, double> term)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += term(i);
        }
    }

    private static double[] At(double[] parameters, int[] places) => Array.ConvertAll(places, place => parameters[place]);
}
