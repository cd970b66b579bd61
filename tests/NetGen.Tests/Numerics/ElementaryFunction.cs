using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>One function of <see cref="Elementary"/> at all its widths.</summary>
/// <typeparam name="T">The precision.</typeparam>
public sealed record ElementaryFunction<T>(
    string Name,
    Func<T, T> Scalar,
    Func<Vector128<T>, Vector128<T>> Vector128,
    Func<Vector256<T>, Vector256<T>> Vector256,
    Func<Vector512<T>, Vector512<T>> Vector512)
{
    public override string ToString() => Name;
}

/// <summary>The functions under test, by name.</summary>
public static class ElementaryFunctions
{
    public static IReadOnlyDictionary<string, ElementaryFunction<float>> InSingle { get; } =
        new ElementaryFunction<float>[]
        {
            new("Exp", Elementary.Exp, Elementary.Exp, Elementary.Exp, Elementary.Exp),
            new("Expm1", Elementary.Expm1, Elementary.Expm1, Elementary.Expm1, Elementary.Expm1),
            new("Log", Elementary.Log, Elementary.Log, Elementary.Log, Elementary.Log),
            new("Log1p", Elementary.Log1p, Elementary.Log1p, Elementary.Log1p, Elementary.Log1p),
            new("Log2", Elementary.Log2, Elementary.Log2, Elementary.Log2, Elementary.Log2),
            new("Log10", Elementary.Log10, Elementary.Log10, Elementary.Log10, Elementary.Log10),
            new("Sigmoid", Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid),
            new("Softplus", Elementary.Softplus, Elementary.Softplus, Elementary.Softplus, Elementary.Softplus),
            new("Tanh", Elementary.Tanh, Elementary.Tanh, Elementary.Tanh, Elementary.Tanh),
            new("Erf", Elementary.Erf, Elementary.Erf, Elementary.Erf, Elementary.Erf),
            new("LogCosh", Elementary.LogCosh, Elementary.LogCosh, Elementary.LogCosh, Elementary.LogCosh),
            new("Relu", Elementary.Relu, Elementary.Relu, Elementary.Relu, Elementary.Relu),
            new("Sqrt", Elementary.Sqrt, Elementary.Sqrt, Elementary.Sqrt, Elementary.Sqrt),
            new("Abs", Elementary.Abs, Elementary.Abs, Elementary.Abs, Elementary.Abs),
            new("Floor", Elementary.Floor, Elementary.Floor, Elementary.Floor, Elementary.Floor),
            new("Ceiling", Elementary.Ceiling, Elementary.Ceiling, Elementary.Ceiling, Elementary.Ceiling),
            new("Round", Elementary.Round, Elementary.Round, Elementary.Round, Elementary.Round),
            new("Truncate", Elementary.Truncate, Elementary.Truncate, Elementary.Truncate, Elementary.Truncate),
            new("Sin", Elementary.Sin, Elementary.Sin, Elementary.Sin, Elementary.Sin),
            new("Cos", Elementary.Cos, Elementary.Cos, Elementary.Cos, Elementary.Cos),
            new("Tan", Elementary.Tan, Elementary.Tan, Elementary.Tan, Elementary.Tan),
            new("Atan", Elementary.Atan, Elementary.Atan, Elementary.Atan, Elementary.Atan),
            new("Asin", Elementary.Asin, Elementary.Asin, Elementary.Asin, Elementary.Asin),
            new("Acos", Elementary.Acos, Elementary.Acos, Elementary.Acos, Elementary.Acos),
            new("Sinh", Elementary.Sinh, Elementary.Sinh, Elementary.Sinh, Elementary.Sinh),
            new("Cosh", Elementary.Cosh, Elementary.Cosh, Elementary.Cosh, Elementary.Cosh),
            new("Cbrt", Elementary.Cbrt, Elementary.Cbrt, Elementary.Cbrt, Elementary.Cbrt),
        }.ToDictionary(f => f.Name);

    public static IReadOnlyDictionary<string, ElementaryFunction<double>> InDouble { get; } =
        new ElementaryFunction<double>[]
        {
            new("Exp", Elementary.Exp, Elementary.Exp, Elementary.Exp, Elementary.Exp),
            new("Expm1", Elementary.Expm1, Elementary.Expm1, Elementary.Expm1, Elementary.Expm1),
            new("Log", Elementary.Log, Elementary.Log, Elementary.Log, Elementary.Log),
            new("Log1p", Elementary.Log1p, Elementary.Log1p, Elementary.Log1p, Elementary.Log1p),
            new("Log2", Elementary.Log2, Elementary.Log2, Elementary.Log2, Elementary.Log2),
            new("Log10", Elementary.Log10, Elementary.Log10, Elementary.Log10, Elementary.Log10),
            new("Sigmoid", Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid, Elementary.Sigmoid),
            new("Softplus", Elementary.Softplus, Elementary.Softplus, Elementary.Softplus, Elementary.Softplus),
            new("Tanh", Elementary.Tanh, Elementary.Tanh, Elementary.Tanh, Elementary.Tanh),
            new("Erf", Elementary.Erf, Elementary.Erf, Elementary.Erf, Elementary.Erf),
            new("LogCosh", Elementary.LogCosh, Elementary.LogCosh, Elementary.LogCosh, Elementary.LogCosh),
            new("Relu", Elementary.Relu, Elementary.Relu, Elementary.Relu, Elementary.Relu),
            new("Sqrt", Elementary.Sqrt, Elementary.Sqrt, Elementary.Sqrt, Elementary.Sqrt),
            new("Abs", Elementary.Abs, Elementary.Abs, Elementary.Abs, Elementary.Abs),
            new("Floor", Elementary.Floor, Elementary.Floor, Elementary.Floor, Elementary.Floor),
            new("Ceiling", Elementary.Ceiling, Elementary.Ceiling, Elementary.Ceiling, Elementary.Ceiling),
            new("Round", Elementary.Round, Elementary.Round, Elementary.Round, Elementary.Round),
            new("Truncate", Elementary.Truncate, Elementary.Truncate, Elementary.Truncate, Elementary.Truncate),
            new("Sin", Elementary.Sin, Elementary.Sin, Elementary.Sin, Elementary.Sin),
            new("Cos", Elementary.Cos, Elementary.Cos, Elementary.Cos, Elementary.Cos),
            new("Tan", Elementary.Tan, Elementary.Tan, Elementary.Tan, Elementary.Tan),
            new("Atan", Elementary.Atan, Elementary.Atan, Elementary.Atan, Elementary.Atan),
            new("Asin", Elementary.Asin, Elementary.Asin, Elementary.Asin, Elementary.Asin),
            new("Acos", Elementary.Acos, Elementary.Acos, Elementary.Acos, Elementary.Acos),
            new("Sinh", Elementary.Sinh, Elementary.Sinh, Elementary.Sinh, Elementary.Sinh),
            new("Cosh", Elementary.Cosh, Elementary.Cosh, Elementary.Cosh, Elementary.Cosh),
            new("Cbrt", Elementary.Cbrt, Elementary.Cbrt, Elementary.Cbrt, Elementary.Cbrt),
        }.ToDictionary(f => f.Name);
}
