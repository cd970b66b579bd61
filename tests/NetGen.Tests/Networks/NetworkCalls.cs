using System.Numerics;

namespace NetGen.Tests.Networks;

/// <summary>Every method that does a network's work, as a call on fixed data.</summary>
/// <typeparam name="T">The network's precision.</typeparam>
internal static class NetworkCalls<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Samples in a batch: a vector of 16 samples, or two of 8, and a rest; or five blocks of <see cref="WideNetwork"/> and a rest.
    /// </summary>
    private const int Count = 21;

    /// <summary>So small that millions of steps leave the parameters in the range of normal numbers.</summary>
    private static readonly T LearningRate = T.CreateChecked(1e-6);

    private static readonly T Scale = T.One / T.CreateChecked(Count);

    public static Dictionary<string, NetworkCall> Of(IClassifier<T> network)
    {
        var data = new Data(network);
        var calls = new Dictionary<string, NetworkCall>();
        foreach (var (name, run) in OneSample(network, data).Concat(Parameters(network, data)))
            calls.Add(name, new(1, run));
        foreach (var (name, run) in Batch(network, data))
            calls.Add(name, new(Count, run));
        return calls;
    }

    private static Dictionary<string, Action> OneSample(IClassifier<T> network, Data data) => new()
    {
        ["ComputeLoss, target"] = () => network.ComputeLoss(data.Input, data.Target),
        ["ComputeLoss, label"] = () => network.ComputeLoss(data.Input, data.Label),
        ["ComputeGradients, target"] = () => network.ComputeGradients(data.Input, data.Target, data.Gradients),
        ["ComputeGradients, label"] = () => network.ComputeGradients(data.Input, data.Label, data.Gradients),
        ["ComputeInputGradients, target"] = () => network.ComputeInputGradients(data.Input, data.Target, data.InputGradient),
        ["ComputeInputGradients, label"] = () => network.ComputeInputGradients(data.Input, data.Label, data.InputGradient),
        ["TrainStep, target"] = () => network.TrainStep(data.Input, data.Target, LearningRate),
        ["TrainStep, label"] = () => network.TrainStep(data.Input, data.Label, LearningRate),
        ["Forward"] = () => network.Forward(data.Input, data.Output),
        ["ForwardLogits"] = () => network.ForwardLogits(data.Input, data.Output),
        ["Classify"] = () => network.Classify(data.Input),
    };

    private static Dictionary<string, Action> Batch(IClassifier<T> network, Data data)
    {
        var workspace = network.CreateWorkspace();
        return new()
        {
            ["ForwardBatch"] = () => network.ForwardBatch(data.Inputs, data.Outputs),
            ["ComputeLossBatch, targets"] = () => network.ComputeLossBatch(data.Inputs, data.Targets),
            ["ComputeLossBatch, labels"] = () => network.ComputeLossBatch(data.Inputs, data.Labels),
            ["ComputeGradientsBatch, targets"] = () =>
                network.ComputeGradientsBatch(data.Inputs, data.Targets, data.Gradients),
            ["ComputeGradientsBatch, labels"] = () => network.ComputeGradientsBatch(data.Inputs, data.Labels, data.Gradients),
            ["ComputeInputGradientsBatch, targets"] = () =>
                network.ComputeInputGradientsBatch(data.Inputs, data.Targets, data.InputGradients),
            ["ComputeInputGradientsBatch, labels"] = () =>
                network.ComputeInputGradientsBatch(data.Inputs, data.Labels, data.InputGradients),
            ["TrainBatch, targets"] = () => network.TrainBatch(data.Inputs, data.Targets, LearningRate),
            ["TrainBatch, labels"] = () => network.TrainBatch(data.Inputs, data.Labels, LearningRate),
            ["TrainSequence, targets"] = () => network.TrainSequence(data.Inputs, data.Targets, LearningRate),
            ["TrainSequence, labels"] = () => network.TrainSequence(data.Inputs, data.Labels, LearningRate),
            ["AccumulateGradients, targets"] = () =>
                network.AccumulateGradients(data.Inputs, data.Targets, Scale, data.PackedGradients, workspace),
            ["AccumulateGradients, labels"] = () =>
                network.AccumulateGradients(data.Inputs, data.Labels, Scale, data.PackedGradients, workspace),
        };
    }

    private static Dictionary<string, Action> Parameters(IClassifier<T> network, Data data) => new()
    {
        ["AddWeightDecay"] = () => network.AddWeightDecay(T.One, data.PackedGradients),
        ["WeightDecayPenalty"] = () => network.WeightDecayPenalty(),
        ["CopyParametersTo"] = () => network.CopyParametersTo(data.Parameters),
        ["SetParameters"] = () => network.SetParameters(data.Parameters),
    };

    /// <summary>Random samples for a network, and room for its results.</summary>
    private sealed class Data
    {
        public Data(IClassifier<T> network)
        {
            var random = new SeededRandom(1);
            Inputs = Random(random, Count * network.InputSize);
            Targets = Random(random, Count * network.OutputSize);
            Labels = [.. Enumerable.Range(0, Count).Select(_ => random.NextInt32(network.OutputSize))];
            Input = Inputs[..network.InputSize];
            Target = Targets[..network.OutputSize];
            Output = new T[network.OutputSize];
            Outputs = new T[Targets.Length];
            InputGradient = new T[network.InputSize];
            InputGradients = new T[Inputs.Length];
            Parameters = new T[network.ParameterCount];
            network.CopyParametersTo(Parameters);
            Gradients = new T[network.ParameterCount];
            PackedGradients = new T[network.PackedParameters.Length];
        }

        public T[] Inputs { get; }

        public T[] Targets { get; }

        public int[] Labels { get; }

        public T[] Input { get; }

        public T[] Target { get; }

        public int Label => Labels[0];

        public T[] Output { get; }

        public T[] Outputs { get; }

        public T[] InputGradient { get; }

        public T[] InputGradients { get; }

        public T[] Parameters { get; }

        public T[] Gradients { get; }

        public T[] PackedGradients { get; }

        private static T[] Random(SeededRandom random, int count) =>
            [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextDouble()))];
    }
}
