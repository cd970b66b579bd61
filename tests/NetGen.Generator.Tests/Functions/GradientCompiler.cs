using System.IO;
using System.Reflection;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>Methods with their gradients, compiled from C# and loaded to be run.</summary>
internal sealed class GradientCompiler
{
    private readonly Type _class;

    /// <param name="methods">The methods, each with [Gradient].</param>
    public GradientCompiler(string methods)
    {
        var run = GeneratorHarness.For($"public static partial class Compiled {{ {methods} }}").Run();
        Assert.Empty(run.Diagnostics);
        using var stream = new MemoryStream();
        var result = run.Output.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        _class = Assembly.Load(stream.ToArray()).GetType("Compiled")!;
    }

    /// <summary>What C# computes.</summary>
    public T Value<T>(string method, params T[] arguments) => (T)_class.GetMethod(method)!.Invoke(null, [.. arguments])!;

    /// <summary>What the generated method computes: the value, and the derivatives by all arguments.</summary>
    public (T Value, T[] Derivatives) Gradient<T>(string method, params T[] arguments)
    {
        object?[] all = [.. arguments, .. new object?[arguments.Length]];
        var value = (T)_class.GetMethod(method + "Gradient")!.Invoke(null, all)!;
        return (value, [.. all.Skip(arguments.Length).Select(derivative => (T)derivative!)]);
    }
}
