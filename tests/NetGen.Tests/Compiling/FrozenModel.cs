using System.Numerics;
using System.Reflection;
using NetGen.Generator.Model;

namespace NetGen.Tests.Compiling;

/// <summary>A network compiled with the parameters of another, through its static members.</summary>
internal sealed class FrozenModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Type _type;
    private readonly int _outputs;

    public FrozenModel(NetworkModel model, IPredictor<T> trained, Target target = Target.Net)
        : this(ModelCompiler.CompileFrozen(model, FileOf(trained), target), model.OutputSize())
    {
    }

    private FrozenModel(CompiledModel compiled, int outputs)
        : this(compiled.Type, outputs) => Source = compiled.GeneratedSource;

    /// <param name="type">The compiled class.</param>
    /// <param name="outputs">Values in one output.</param>
    public FrozenModel(Type type, int outputs)
    {
        (_type, _outputs) = (type, outputs);
        Forward = Bind<Map<T>>(nameof(Forward));
        ForwardLogits = Bind<Map<T>>(nameof(ForwardLogits));
        ForwardBatch = Bind<Map<T>>(nameof(ForwardBatch));
        Classify = Bind<ClassOf<T>>(nameof(Classify));
    }

    /// <summary>The generated text.</summary>
    public string Source { get; } = string.Empty;

    public Type Type => _type;

    public Map<T> Forward { get; }

    public Map<T> ForwardLogits { get; }

    public Map<T> ForwardBatch { get; }

    public ClassOf<T> Classify { get; }

    /// <summary>∂output/∂input of a network that gives it.</summary>
    public T[] Jacobian(T[] input)
    {
        var jacobian = new T[_outputs * input.Length];
        Bind<MapWithJacobian<T>>("ComputeJacobian")(input, new T[_outputs], jacobian);
        return jacobian;
    }

    private static byte[] FileOf(IPredictor<T> trained)
    {
        using var file = new MemoryStream();
        trained.Save(file);
        return file.ToArray();
    }

    /// <summary>The method that computes what a layer gives.</summary>
    public Map<T> ForwardTo(VisibleModel layer) => Bind<Map<T>>(layer.Method);

    private TDelegate Bind<TDelegate>(string name)
        where TDelegate : Delegate => _type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<TDelegate>();
}
