using System.Reflection;
using NetGen.Generator.Calculus;
using NetGen.Generator.Tests.Functions.Cases;

namespace NetGen.Generator.Tests.Functions;

/// <summary>What the generator reads of a C# method computes what the method computes, and is differentiated rightly.</summary>
public sealed class ReadingTests
{
    /// <summary>Where the cases have kinks and jumps, or nearly.</summary>
    private static readonly double[] Kinks = [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, double.NaN];

    /// <summary>Where they have none.</summary>
    private static readonly double[] SmoothPoints = [-3.83, -2.27, -1.42, -0.61, -0.17, 0.13, 0.38, 0.89, 1.71, 2.64, 4.19];

    /// <summary>Keeps two arguments from being equal.</summary>
    private const double Apart = 0.0371;

    private static readonly double[][] Vectors = [[0.3, -0.7, 1.9, 0.45], [-1.1, 0.25, 0.6, 2.3], [2, 2, -2, 0.125]];

    private delegate double OfSpans(Span<double> prediction, Span<double> target);

    private delegate double OfReadOnlySpans(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target);

    public static TheoryData<string> NumberMethods => CaseSource.Names(typeof(NumberCases));

    public static TheoryData<string> BranchMethods => CaseSource.Names(typeof(BranchCases));

    public static TheoryData<string> LoopMethods => CaseSource.Names(typeof(LoopCases));

    public static TheoryData<string> SingleMethods => CaseSource.Names(typeof(SingleCases));

    public static TheoryData<string> GenericMethods => CaseSource.Names(typeof(GenericCases));

    public static TheoryData<string> NarrowingMethods => CaseSource.Names(typeof(NarrowingCases));

    public static TheoryData<string> WholeNumberMethods => CaseSource.Names(typeof(WholeNumberCases));

    public static TheoryData<string> VectorMethods => CaseSource.Names(typeof(VectorCases));

    public static TheoryData<string> DerivativeMethods => CaseSource.Names(typeof(DerivativeCases));

    [Theory]
    [MemberData(nameof(NumberMethods))]
    public void NumbersInDouble(string method) => Check(typeof(NumberCases), method);

    [Theory]
    [MemberData(nameof(BranchMethods))]
    public void Branches(string method) => Check(typeof(BranchCases), method);

    [Theory]
    [MemberData(nameof(LoopMethods))]
    public void Loops(string method) => Check(typeof(LoopCases), method);

    [Theory]
    [MemberData(nameof(WholeNumberMethods))]
    public void WholeNumbers(string method) => Check(typeof(WholeNumberCases), method);

    /// <summary>The value to the last bits of a float at least, and the derivative of what is rounded.</summary>
    [Theory]
    [MemberData(nameof(NarrowingMethods))]
    public void Narrowing(string method)
    {
        var (compiled, read) = (CaseSource.Method(typeof(NarrowingCases), method), CaseSource.Read(typeof(NarrowingCases), method));
        foreach (var point in (double[])[.. SmoothPoints, .. Kinks])
            CheckValue(Run(compiled, [point]), Evaluate(read, ["x"], [point]), 1e-15, $"{method}({point})");
    }

    [Theory]
    [InlineData(nameof(NarrowingCases.Cast), 1)]
    [InlineData(nameof(NarrowingCases.Negative), -2)]
    [InlineData(nameof(NarrowingCases.Squared), 2 * 0.1f)]
    [InlineData(nameof(NarrowingCases.Mixed), 0.1 + 0.1f + 1)]
    public void DerivativesPassThroughNarrowing(string method, double expected) =>
        CheckValue(expected, Evaluate(CaseSource.Read(typeof(NarrowingCases), method).By(new Variable("x")), ["x"], [0.1]), 1e-15, method);

    [Theory]
    [MemberData(nameof(SingleMethods))]
    public void NumbersInSingle(string method) => Check(typeof(SingleCases), method);

    [Theory]
    [MemberData(nameof(GenericMethods))]
    public void NumbersOfAnyType(string method)
    {
        var (compiled, read) = (CaseSource.Method(typeof(GenericCases), method), CaseSource.Read(typeof(GenericCases), method));
        Check(compiled.MakeGenericMethod(typeof(double)), read);
        Check(compiled.MakeGenericMethod(typeof(float)), read);
    }

    [Theory]
    [MemberData(nameof(DerivativeMethods))]
    public void GivenDerivatives(string method)
    {
        var derivative = CaseSource.Read(typeof(DerivativeCases), method).By(new Variable("x"));
        var expected = CaseSource.Method(typeof(DerivativeCases), "Is" + method);
        foreach (var point in SmoothPoints)
            CheckValue(Run(expected, [point]), Evaluate(derivative, ["x"], [point]), 1e-13, $"{method}({point})");
    }

    [Theory]
    [MemberData(nameof(VectorMethods))]
    public void Vectors4(string method)
    {
        var compiled = CaseSource.Method(typeof(VectorCases), method);
        var read = CaseSource.Read(typeof(VectorCases), method, 4);
        var names = compiled.GetParameters().Select(parameter => parameter.Name!).ToList();
        foreach (var prediction in Vectors)
        {
            foreach (var target in Vectors)
            {
                var evaluator = new Evaluator(
                    (leaf, running) => leaf is Element element
                        ? (element.Vector == names[0] ? prediction : target)[element.IsRunning ? running + element.Place : element.Place]
                        : throw new InvalidOperationException(leaf.Text),
                    length: 4);
                CheckValue(Run(compiled, prediction, target), evaluator.Evaluate(read), 1e-13, method);
            }
        }
    }

    private static double Run(MethodInfo method, double[] prediction, double[] target) => method.GetParameters()[0].ParameterType switch
    {
        { IsArray: true } => method.CreateDelegate<Func<double[], double[], double>>()(prediction, target),
        var type when type == typeof(Span<double>) => method.CreateDelegate<OfSpans>()(prediction, target),
        _ => method.CreateDelegate<OfReadOnlySpans>()(prediction, target),
    };

    private static void Check(Type cases, string method) => Check(CaseSource.Method(cases, method), CaseSource.Read(cases, method));

    private static void Check(MethodInfo method, Expr read)
    {
        var names = method.GetParameters().Select(parameter => parameter.Name!).ToArray();
        var isSingle = method.GetParameters()[0].ParameterType == typeof(float);
        foreach (var point in Points(names.Length, [.. Kinks, .. SmoothPoints]))
            CheckValue(Run(method, point), Evaluate(read, names, point), isSingle ? 2e-6 : 1e-13, $"{method.Name}({string.Join(", ", point)})");

        for (var parameter = 0; parameter < names.Length; parameter++)
        {
            var derivative = read.By(new Variable(names[parameter]));
            foreach (var point in Points(names.Length, SmoothPoints))
                CheckValue(Slope(method, point, parameter), Evaluate(derivative, names, point), isSingle ? 4e-3 : 2e-8, $"d {method.Name}({string.Join(", ", point)}) / d {names[parameter]}");
        }
    }

    /// <summary>A central difference; in single precision an inaccurate one.</summary>
    private static double Slope(MethodInfo method, double[] point, int parameter)
    {
        var step = method.GetParameters()[0].ParameterType == typeof(float) ? 1.0 / 256 : 1e-5;
        return (Moved(step) - Moved(-step)) / (2 * step);

        double Moved(double by) => Run(method, [.. point.Select((value, index) => index == parameter ? value + by : value)]);
    }

    private static double Run(MethodInfo method, double[] point)
    {
        var arguments = method.GetParameters().Zip(point, (parameter, value) => parameter.ParameterType == typeof(float) ? (object)(float)value : value);
        return Convert.ToDouble(method.Invoke(null, [.. arguments]), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double Evaluate(Expr expression, string[] names, double[] point) =>
        new Evaluator((leaf, _) => point[Array.IndexOf(names, ((Variable)leaf).Name)]).Evaluate(expression);

    private static IEnumerable<double[]> Points(int count, double[] values) =>
        count == 1 ? values.Select(value => new[] { value }) : values.SelectMany(first => values.Select(second => new[] { first, second + Apart }));

    private static void CheckValue(double expected, double actual, double tolerance, string what)
    {
        var isRight = double.IsFinite(expected) ? Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)) : expected.Equals(actual);
        Assert.True(isRight, $"{what}: {actual} in the place of {expected}");
    }
}
