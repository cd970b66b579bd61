using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <summary>
/// An instance of a compiled model through its public members, with every number seen as double: float or double, this
/// NetGen.dll or another, a test is the same text.
/// </summary>
internal abstract class GeneratedNetwork
{
    /// <summary>The instance itself.</summary>
    public abstract object Instance { get; }

    /// <summary>Whether the training methods take class labels.</summary>
    public abstract bool TakesLabels { get; }

    /// <summary>The parameters in canonical order, copied.</summary>
    public abstract double[] Parameters { get; set; }

    public abstract double Penalty { get; }

    public static GeneratedNetwork Create(NetworkModel model, Target target = Target.Net) => Create(model, ModelCompiler.Compile(model, target));

    public static GeneratedNetwork Create(NetworkModel model, CompiledModel compiled) => model.Precision == Generator.Model.Precision.Double
        ? new GeneratedNetwork<double>(model, compiled.CreateInstance())
        : new GeneratedNetwork<float>(model, compiled.CreateInstance());

    public abstract double[] Forward(double[] input);

    public abstract double[] ForwardLogits(double[] input);

    /// <summary>What a layer that can be looked at gives.</summary>
    public abstract double[] ForwardTo(VisibleModel layer, int units, double[] input);

    /// <summary>The output, and ∂output/∂input in rows.</summary>
    public abstract (double[] Output, double[] Jacobian) ComputeJacobian(double[] input);

    public abstract double[] ForwardBatch(double[] inputs, int count);

    /// <summary>The training methods on a batch, given targets.</summary>
    public abstract BatchTraining WithTargets(double[] inputs, double[] targets);

    /// <summary>The training methods on a batch, given labels.</summary>
    public abstract BatchTraining WithLabels(double[] inputs, int[] labels);
}
