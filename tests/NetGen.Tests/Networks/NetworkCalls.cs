using NetGen.Tests.Compiling;

namespace NetGen.Tests.Networks;

/// <summary>Every method that does a network's work, as a call on fixed data.</summary>
internal static class NetworkCalls
{
    /// <summary>So small that millions of steps leave the parameters in the range of normal numbers.</summary>
    private const float LearningRate = 1e-6f;

    /// <summary>Samples in a batch: a whole block of <see cref="WideNetwork"/> and a part of one.</summary>
    private const int Count = 5;

    public static Dictionary<string, NetworkCall> Of(IClassifier<float> network)
    {
        var data = new Data(network);
        var calls = new Dictionary<string, NetworkCall>();
        foreach (var (name, run) in OneSample(network, data).Concat(Parameters(network, data)))
            calls.Add(name, new(1, run));
        foreach (var (name, run) in Batch(network, data))
            calls.Add(name, new(Count, run));
        return calls;
    }

    private static Dictionary<string, Action> OneSample(IClassifier<float> network, Data data)
    {
        var lossOfTarget = network.Bind<LossOf<float, ReadOnlySpan<float>>>("ComputeLoss");
        var lossOfLabel = network.Bind<LossOf<float, int>>("ComputeLoss");
        var gradientsOfTarget = network.Bind<GradientOf<float, ReadOnlySpan<float>>>("ComputeGradients");
        var gradientsOfLabel = network.Bind<GradientOf<float, int>>("ComputeGradients");
        var inputGradientsOfTarget = network.Bind<GradientOf<float, ReadOnlySpan<float>>>("ComputeInputGradients");
        var inputGradientsOfLabel = network.Bind<GradientOf<float, int>>("ComputeInputGradients");
        var stepOfTarget = network.Bind<StepOf<float, ReadOnlySpan<float>>>("TrainStep");
        var stepOfLabel = network.Bind<StepOf<float, int>>("TrainStep");
        return new()
        {
            ["ComputeLoss, target"] = () => lossOfTarget(data.Input, data.Target),
            ["ComputeLoss, label"] = () => lossOfLabel(data.Input, data.Label),
            ["ComputeGradients, target"] = () => gradientsOfTarget(data.Input, data.Target, data.Gradients),
            ["ComputeGradients, label"] = () => gradientsOfLabel(data.Input, data.Label, data.Gradients),
            ["ComputeInputGradients, target"] = () => inputGradientsOfTarget(data.Input, data.Target, data.InputGradient),
            ["ComputeInputGradients, label"] = () => inputGradientsOfLabel(data.Input, data.Label, data.InputGradient),
            ["TrainStep, target"] = () => stepOfTarget(data.Input, data.Target, LearningRate),
            ["TrainStep, label"] = () => stepOfLabel(data.Input, data.Label, LearningRate),
            ["Forward"] = () => network.Forward(data.Input, data.Output),
            ["ForwardLogits"] = () => network.ForwardLogits(data.Input, data.Output),
        };
    }

    private static Dictionary<string, Action> Batch(IClassifier<float> network, Data data)
    {
        var workspace = network.CreateWorkspace();
        return new()
        {
            ["ForwardBatch"] = () => network.ForwardBatch(data.Inputs, data.Outputs, Count),
            ["ComputeLossBatch, targets"] = () => network.ComputeLossBatch(data.Inputs, data.Targets, Count),
            ["ComputeLossBatch, labels"] = () => network.ComputeLossBatch(data.Inputs, data.Labels),
            ["ComputeGradientsBatch, targets"] = () =>
                network.ComputeGradientsBatch(data.Inputs, data.Targets, Count, data.Gradients),
            ["ComputeGradientsBatch, labels"] = () => network.ComputeGradientsBatch(data.Inputs, data.Labels, data.Gradients),
            ["ComputeInputGradientsBatch, targets"] = () =>
                network.ComputeInputGradientsBatch(data.Inputs, data.Targets, Count, data.InputGradients),
            ["ComputeInputGradientsBatch, labels"] = () =>
                network.ComputeInputGradientsBatch(data.Inputs, data.Labels, data.InputGradients),
            ["TrainBatch, targets"] = () => network.TrainBatch(data.Inputs, data.Targets, Count, LearningRate),
            ["TrainBatch, labels"] = () => network.TrainBatch(data.Inputs, data.Labels, LearningRate),
            ["TrainSequence, targets"] = () => network.TrainSequence(data.Inputs, data.Targets, Count, LearningRate),
            ["TrainSequence, labels"] = () => network.TrainSequence(data.Inputs, data.Labels, LearningRate),
            ["AccumulateGradients, targets"] = () =>
                network.AccumulateGradients(data.Inputs, data.Targets, Count, 1f / Count, data.PackedGradients, workspace),
            ["AccumulateGradients, labels"] = () =>
                network.AccumulateGradients(data.Inputs, data.Labels, 1f / Count, data.PackedGradients, workspace),
        };
    }

    private static Dictionary<string, Action> Parameters(IClassifier<float> network, Data data) => new()
    {
        ["AddWeightDecay"] = () => network.AddWeightDecay(1, data.PackedGradients),
        ["WeightDecayPenalty"] = () => network.WeightDecayPenalty(),
        ["CopyParametersTo"] = () => network.CopyParametersTo(data.Parameters),
        ["SetParameters"] = () => network.SetParameters(data.Parameters),
    };

    /// <summary>Random samples for a network, and room for its results.</summary>
    private sealed class Data
    {
        public Data(IClassifier<float> network)
        {
            var random = new SeededRandom(1);
            Inputs = Random(random, Count * network.InputSize);
            Targets = Random(random, Count * network.OutputSize);
            Labels = [.. Enumerable.Range(0, Count).Select(_ => random.NextInt32(network.OutputSize))];
            Input = Inputs[..network.InputSize];
            Target = Targets[..network.OutputSize];
            Output = new float[network.OutputSize];
            Outputs = new float[Targets.Length];
            InputGradient = new float[network.InputSize];
            InputGradients = new float[Inputs.Length];
            Parameters = new float[network.ParameterCount];
            network.CopyParametersTo(Parameters);
            Gradients = new float[network.ParameterCount];
            PackedGradients = new float[network.PackedParameters.Length];
        }

        public float[] Inputs { get; }

        public float[] Targets { get; }

        public int[] Labels { get; }

        public float[] Input { get; }

        public float[] Target { get; }

        public int Label => Labels[0];

        public float[] Output { get; }

        public float[] Outputs { get; }

        public float[] InputGradient { get; }

        public float[] InputGradients { get; }

        public float[] Parameters { get; }

        public float[] Gradients { get; }

        public float[] PackedGradients { get; }

        private static float[] Random(SeededRandom random, int count) =>
            [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble())];
    }
}
