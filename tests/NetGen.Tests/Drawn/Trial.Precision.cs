using System.Numerics;
using System.Reflection;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;
using NetGen.Tests.Reference;

namespace NetGen.Tests.Drawn;

/// <inheritdoc/>
internal sealed class Trial<T> : Trial
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LearningRate = 0.125;

    // Steps that follow each other go astray where one alone does not.
    private const double SmallLearningRate = 1.0 / 128;

    // Of three networks one is frozen too, which costs as much again.
    private const int FrozenOf = 3;

    private readonly DrawnInterpreter _interpreter;
    private readonly double[] _parameters;
    private readonly double[] _inputs;
    private readonly double[] _targets;
    private readonly int[] _labels;

    public Trial(int seed, DrawnNetwork network)
        : base(seed, network)
    {
        _interpreter = new(network);
        var random = new SeededRandom(~seed);
        _parameters = _interpreter.DrawParameters(random);
        _inputs = RandomModels.Numbers(random, network.Samples * network.Inputs);
        if (network.SparseInputs)
            _inputs = Array.ConvertAll(_inputs, input => random.NextInt32(2) * input);
        _targets = RandomModels.Targets(random, network.Samples * network.Outputs);
        _labels = RandomModels.Labels(random, network.Samples, network.Outputs);
    }

    private double[][] Samples => _inputs.Rows(Network.Inputs);

    private double[] Last => Samples[^1];

    public override void Run(Assembly assembly)
    {
        var instance = Activator.CreateInstance(assembly.GetType(Network.TypeName, throwOnError: true)!)!;
        var generated = new GeneratedNetwork<T>(Network.Inputs, Network.Outputs, _interpreter.ParameterCount, instance) { Parameters = _parameters };
        CheckInference(generated);
        CheckTraining(generated, generated.WithTargets(_inputs, _targets), _targets);
        if (generated.TakesLabels)
            CheckTraining(generated, generated.WithLabels(_inputs, _labels), _labels.OneHot(Network.Outputs));
        if (Network.Target != Target.Net)
            return;
        CheckShards((INetwork<T>)generated.Instance);
        CheckFiles((INetwork<T>)generated.Instance);
    }

    public override void RunFrozen(Assembly assembly)
    {
        var frozen = new FrozenModel<T>(assembly.GetType(Network.TypeName, throwOnError: true)!, Network.Outputs);
        var (outputs, output) = (new T[Network.Samples * Network.Outputs], new T[Network.Outputs]);
        double[] expected = [.. Samples.SelectMany(sample => _interpreter.Forward(_parameters, sample))];
        frozen.ForwardBatch(_inputs.To<T>(), outputs);
        Check("outputs of a frozen batch", expected, outputs.ToDouble());
        frozen.Forward(Last.To<T>(), output);
        Check("output of a frozen network", expected[^Network.Outputs..], output.ToDouble());
        frozen.ForwardLogits(Last.To<T>(), output);
        Check("logits of a frozen network", _interpreter.Logits(_parameters, Last), output.ToDouble());
        if (Network.Jacobian)
            Check("Jacobian of a frozen network", _interpreter.Jacobian(_parameters, Last), frozen.Jacobian(Last.To<T>()).ToDouble());
    }

    private void CheckInference(GeneratedNetwork generated)
    {
        double[] expected = [.. Samples.SelectMany(sample => _interpreter.Forward(_parameters, sample))];
        Check("outputs of single samples", expected, [.. Samples.SelectMany(generated.Forward)]);
        Check("outputs of a batch", expected, generated.ForwardBatch(_inputs, Network.Samples));
        var logits = generated.ForwardLogits(Last);
        Check("logits", _interpreter.Logits(_parameters, Last), logits);
        Assert.True(Array.IndexOf(logits, logits.Max()) == generated.Instance.Bind<ClassOf<T>>("Classify")(Last.To<T>()), Describe("class"));
        if (!Network.Jacobian)
            return;
        var (output, jacobian) = generated.ComputeJacobian(Last);
        Check("output beside the Jacobian", _interpreter.Forward(_parameters, Last), output);
        Check("Jacobian", _interpreter.Jacobian(_parameters, Last), jacobian);
    }

    private void CheckTraining(GeneratedNetwork generated, BatchTraining training, double[] targets)
    {
        var rows = targets.Rows(Network.Outputs);
        var batch = _interpreter.Differentiate(_parameters, Samples, rows);
        Check("loss", [batch.Loss], [training.ComputeLossBatch()]);
        Check("penalty", [_interpreter.Penalty(_parameters)], [generated.Penalty]);
        CheckBoth("gradients", batch.Loss, batch.ByParameters, training.ComputeGradientsBatch());
        CheckBoth("input gradients", batch.Loss, batch.ByInputs, training.ComputeInputGradientsBatch());

        var sample = Network.Samples - 1;
        var last = _interpreter.Differentiate(_parameters, [Last], [rows[^1]]);
        Check("loss of a sample", [last.Loss], [training.ComputeLoss(sample)]);
        CheckBoth("gradients of a sample", last.Loss, last.ByParameters, training.ComputeGradients(sample));
        CheckBoth("input gradients of a sample", last.Loss, last.ByInputs, training.ComputeInputGradients(sample));

        CheckStep("a step on a batch", batch.Loss, Stepped(_parameters, batch, LearningRate), () => training.TrainBatch(LearningRate));
        CheckStep("a step on a sample", last.Loss, Stepped(_parameters, last, LearningRate), () => training.TrainStep(sample, LearningRate));

        var (parameters, losses) = (_parameters, 0.0);
        foreach (var (x, y) in Samples.Zip(rows))
        {
            var step = _interpreter.Differentiate(parameters, [x], [y]);
            losses += step.Loss / Network.Samples;
            parameters = Stepped(parameters, step, SmallLearningRate);
        }

        CheckStep("steps in turn", losses, parameters, () => training.TrainSequence(SmallLearningRate));

        void CheckStep(string what, double loss, double[] expected, Func<double> step)
        {
            Check($"loss of {what}", [loss], [step()]);
            Check($"parameters after {what}", expected, generated.Parameters);
            generated.Parameters = _parameters;
        }
    }

    /// <summary>A batch in two parts, whose gradients are added up, and the weight decay.</summary>
    private void CheckShards(INetwork<T> network)
    {
        var batch = _interpreter.Differentiate(_parameters, Samples, _targets.Rows(Network.Outputs));
        var (packed, gradients) = (new T[network.Layout.PackedLength], new T[_interpreter.ParameterCount]);
        var (x, y, first) = (_inputs.To<T>(), _targets.To<T>(), Network.Samples / 2);
        var scale = T.CreateTruncating(1.0 / Network.Samples);
        var loss = T.Zero;
        foreach (var (start, count) in new[] { (0, first), (first, Network.Samples - first) }.Where(part => part.Item2 > 0))
        {
            loss += network.AccumulateGradients(
                x.AsSpan(start * Network.Inputs, count * Network.Inputs), y.AsSpan(start * Network.Outputs, count * Network.Outputs), scale, packed, network.CreateWorkspace());
        }

        network.AddWeightDecay(T.One, packed);
        network.Layout.Unpack<T>(packed, gradients);
        CheckBoth("gradients of shards", batch.Loss, batch.ByParameters, (double.CreateChecked(loss) / Network.Samples, gradients.ToDouble()));
    }

    /// <summary>What is saved and loaded is the same.</summary>
    private void CheckFiles(INetwork<T> network)
    {
        using var file = new MemoryStream();
        network.Save(file);
        network.Initialize(Seed);
        file.Position = 0;
        network.Load(file);
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        Assert.Equal(_parameters.To<T>(), parameters);
        if (Seed % FrozenOf == 0)
            File = file.ToArray();
    }

    private static double[] Stepped(double[] parameters, Oracle.Gradients gradients, double learningRate) =>
        [.. parameters.Zip(gradients.ByParameters, (parameter, gradient) => parameter - (learningRate * gradient))];

    private void CheckBoth(string what, double loss, double[] expected, (double Loss, double[] Gradients) actual)
    {
        Check("loss beside " + what, [loss], [actual.Loss]);
        Check(what, expected, actual.Gradients);
    }

    /// <summary>Errors add up over the sums inside a network, so they are seen against the largest number.</summary>
    private void Check(string what, double[] expected, double[] actual)
    {
        var values = new GoldenValues(expected);
        var relative = typeof(T) == typeof(double) ? 1e-11 : 5e-5;
        values.Check(Describe(what), actual, new(relative * (values.Largest + 1e-3), 0));
    }

    private string Describe(string what) => $"{what} of seed {Seed}, for {Network.Target}\n{Network.Source()}";
}
