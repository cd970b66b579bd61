using System.Numerics;
using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <inheritdoc/>
internal sealed class GeneratedNetwork<T>(NetworkModel model, object instance) : GeneratedNetwork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _outputSize = model.OutputSize();
    private readonly int _parameterCount = model.ParameterCount();

    public override object Instance => instance;

    public override bool TakesLabels => instance.GetType().GetInterfaces().Any(type => type.Name == typeof(IClassifier<>).Name);

    public override double[] Parameters
    {
        get
        {
            var values = new T[_parameterCount];
            instance.Bind<Read<T>>("CopyParametersTo")(values);
            return values.ToDouble();
        }

        set => instance.Bind<Write<T>>("SetParameters")(value.To<T>());
    }

    public override double Penalty => double.CreateChecked(instance.Bind<Func<T>>("WeightDecayPenalty")());

    public override double[] Forward(double[] input)
    {
        var output = new T[_outputSize];
        instance.Bind<Map<T>>("Forward")(input.To<T>(), output);
        return output.ToDouble();
    }

    public override double[] ForwardLogits(double[] input)
    {
        var logits = new T[_outputSize];
        instance.Bind<Map<T>>("ForwardLogits")(input.To<T>(), logits);
        return logits.ToDouble();
    }

    public override (double[] Output, double[] Jacobian) ComputeJacobian(double[] input)
    {
        var (output, jacobian) = (new T[_outputSize], new T[_outputSize * input.Length]);
        instance.Bind<MapWithJacobian<T>>("ComputeJacobian")(input.To<T>(), output, jacobian);
        return (output.ToDouble(), jacobian.ToDouble());
    }

    public override double[] ForwardBatch(double[] inputs, int count)
    {
        var outputs = new T[count * _outputSize];
        instance.Bind<MapBatch<T>>("ForwardBatch")(inputs.To<T>(), outputs, count);
        return outputs.ToDouble();
    }

    public override BatchTraining WithTargets(double[] inputs, double[] targets) =>
        new TrainingWithTargets<T>(instance, inputs.To<T>(), targets.To<T>(), inputs.Length / model.Inputs, _parameterCount);

    public override BatchTraining WithLabels(double[] inputs, int[] labels) =>
        new TrainingWithLabels<T>(instance, inputs.To<T>(), labels, _parameterCount);
}
