using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Calculus;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>Every method of the base library that the generator knows by name means there what it means here.</summary>
public sealed class KnownMethodsTests
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["System.Math"] = typeof(Math),
        ["System.MathF"] = typeof(MathF),
        ["System.Double"] = typeof(double),
        ["System.Single"] = typeof(float),
        ["NetGen.Numerics.Elementary"] = typeof(NetGen.Numerics.Elementary),
    };

    /// <summary>Arguments, none at a jump; the second and third where a method has them.</summary>
    private static readonly double[] Points = [-2.3, -0.9, -0.35, 0.2, 0.7, 1.4, 3.6];

    private static readonly Compilation Project = GeneratorHarness.For(Source()).Compile();

    [Fact]
    public void TheProjectCompiles() =>
        Assert.Empty(Project.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void MethodsComputeWhatTheirFormulasSay()
    {
        var wrappers = Project.GetTypeByMetadataName("Wrappers")!.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary).ToList();
        Assert.True(wrappers.Count > 120, $"{wrappers.Count} methods");
        Assert.All(wrappers, Check);
    }

    private static void Check(IMethodSymbol wrapper)
    {
        var read = CaseSource.Read(wrapper, Project);
        var names = wrapper.Parameters.Select(parameter => parameter.Name).ToArray();
        var derivatives = names.Select(name => read.By(new Variable(name))).ToList();
        var method = Method(wrapper);
        var isSingle = wrapper.ReturnType.SpecialType == SpecialType.System_Single;
        foreach (var point in Points.Append(double.NaN))
        {
            double[] arguments = [point, 0.4 + (point * point), 0.45 + (2 * point * point)];
            arguments = arguments[..names.Length];
            if (method.Name == "Clamp")
                arguments = [point, -0.75, 1.1];

            // The library throws on NaN, where this is 0.
            if (double.IsNaN(point) && method.Name == "Sign")
                continue;
            Compare(Run(arguments), Evaluate(read, arguments), isSingle ? 3e-6 : 4e-15, "");
            if (double.IsNaN(point))
                continue;
            for (var parameter = 0; parameter < names.Length; parameter++)
                Compare(Slope(arguments, parameter), Evaluate(derivatives[parameter], arguments), isSingle ? 2e-3 : 1e-8, $" by {names[parameter]}");

            void Compare(double expected, double actual, double tolerance, string what)
            {
                var isRight = double.IsFinite(expected) ? Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)) : double.IsNaN(expected);
                Assert.True(isRight, $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", arguments)}){what}: {actual} in the place of {expected}");
            }
        }

        double Slope(double[] arguments, int parameter)
        {
            var step = isSingle ? 1.0 / 256 : 1e-5;
            return (Moved(step) - Moved(-step)) / (2 * step);

            double Moved(double by) => Run([.. arguments.Select((value, index) => index == parameter ? value + by : value)]);
        }

        double Run(double[] arguments) => Convert.ToDouble(
            method.Invoke(null, [.. arguments.Select(value => isSingle ? (object)(float)value : value)]), System.Globalization.CultureInfo.InvariantCulture);

        double Evaluate(Expr expression, double[] arguments) =>
            new Evaluator((leaf, _) => arguments[Array.IndexOf(names, ((Variable)leaf).Name)]).Evaluate(expression);
    }

    /// <summary>The method that a wrapper calls.</summary>
    private static MethodInfo Method(IMethodSymbol wrapper)
    {
        var parts = wrapper.Name.Split('_');
        var type = Types.Values.Single(type => type.Name == parts[0]);
        var scalar = wrapper.ReturnType.SpecialType == SpecialType.System_Single ? typeof(float) : typeof(double);
        return type.GetMethod(parts[1], [.. wrapper.Parameters.Select(_ => scalar)])!;
    }

    /// <summary>A class with a call of each method that takes and returns numbers of one type.</summary>
    private static string Source()
    {
        var compilation = GeneratorHarness.For("").Compile();
        var calls = Types.Keys.SelectMany(name => compilation.GetTypeByMetadataName(name)!.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, Parameters.Length: > 0 and < 4 }
                && method.Parameters.All(parameter => IsReal(parameter.Type) && parameter.Type.Equals(method.Parameters[0].Type, SymbolEqualityComparer.Default))
                && (IsReal(method.ReturnType) || method.Name == "Sign")
                && KnownMethods.Find(method) is not null)
            .Select(Call);
        return $"static class Wrappers {{ {string.Join("\n", calls)} }}";
    }

    private static string Call(IMethodSymbol method)
    {
        var type = method.Parameters[0].Type.ToDisplayString();
        var names = new[] { "x", "y", "z" }[..method.Parameters.Length];
        return $"static {type} {method.ContainingType.Name}_{method.Name}({string.Join(", ", names.Select(name => $"{type} {name}"))}) => "
            + $"{method.ContainingType.ToDisplayString()}.{method.Name}({string.Join(", ", names)});";
    }

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
