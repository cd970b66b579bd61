using System.Numerics;
using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <inheritdoc/>
internal sealed class GeneratedNetwork<T>(int inputSize, int outputSize, int parameterCount, object instance) : GeneratedNetwork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public GeneratedNetwork(NetworkModel model, object instance)
        : this(model.Inputs, model.OutputSize(), model.ParameterCount(), instance)
    {
    }

    public override object Instance => instance;

    public override bool TakesLabels => instance.GetType().GetInterfaces().Any(type => type.Name == typeof(IClassifier<>).Name);

    public override double[] Parameters
    {
        get
        {
            var values = new T[parameterCount];
            instance.Bind<Read<T>>("CopyParametersTo")(values);
            return values.ToDouble();
        }

        set => instance.Bind<Write<T>>("SetParameters")(value.To<T>());
    }

    public override double Penalty => double.CreateChecked(instance.Bind<Func<T>>("WeightDecayPenalty")());

    public override double[] Forward(double[] input)
    {
        var output = new T[outputSize];
        instance.Bind<Map<T>>("Forward")(input.To<T>(), output);
        return output.ToDouble();
    }

    public override double[] ForwardLogits(double[] input)
    {
        var logits = new T[outputSize];
        instance.Bind<Map<T>>("ForwardLogits")(input.To<T>(), logits);
        return logits.ToDouble();
    }

    public override double[] ForwardTo(VisibleModel layer, int units, double[] input)
    {
        var values = new T[units];
        instance.Bind<Map<T>>(layer.Method)(input.To<T>(), values);
        return values.ToDouble();
    }

    public override (double[] Output, double[] Jacobian) ComputeJacobian(double[] input)
    {
        var (output, jacobian) = (new T[outputSize], new T[outputSize * input.Length]);
        instance.Bind<MapWithJacobian<T>>("ComputeJacobian")(input.To<T>(), output, jacobian);
        return (output.ToDouble(), jacobian.ToDouble());
    }

    public override double[] ForwardBatch(double[] inputs, int count)
    {
        var outputs = new T[count * outputSize];
        instance.Bind<Map<T>>("ForwardBatch")(inputs.To<T>(), outputs);
        return outputs.ToDouble();
    }

    public override BatchTraining WithTargets(double[] inputs, double[] targets) =>
        new TrainingWithTargets<T>(instance, inputs.To<T>(), targets.To<T>(), inputs.Length / inputSize, parameterCount);

    public override BatchTraining WithLabels(double[] inputs, int[] labels) =>
        new TrainingWithLabels<T>(instance, inputs.To<T>(), labels, parameterCount);
}
