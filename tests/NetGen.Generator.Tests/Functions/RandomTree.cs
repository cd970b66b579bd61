using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tests.Functions;

/// <summary>A formula as it was drawn: to be computed as it stands, or to be built of expressions, which simplify.</summary>
/// <param name="Compute">The value and the derivative by x at a point (x, y).</param>
/// <param name="Build">The expression.</param>
internal sealed record RandomTree(Func<double, double, Dual> Compute, Func<Expr> Build)
{
    public static readonly Variable X = new("x");
    public static readonly Variable Y = new("y");

    private static readonly double[] Numbers = [-2, -1, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 3];

    /// <summary>Functions with their derivatives from a textbook.</summary>
    private static readonly (Function Function, Func<double, double> Value, Func<double, double> Slope)[] Functions =
    [
        (Function.Exp, Math.Exp, Math.Exp),
        (Function.Expm1, x => Math.Exp(x) - 1, Math.Exp),
        (Function.Log, Math.Log, x => 1 / x),
        (Function.Log1p, x => Math.Log(1 + x), x => 1 / (1 + x)),
        (Function.Sqrt, Math.Sqrt, x => 0.5 / Math.Sqrt(x)),
        (Function.Cbrt, Math.Cbrt, x => Math.Pow(x * x, -1.0 / 3) / 3),
        (Function.Sin, Math.Sin, Math.Cos),
        (Function.Cos, Math.Cos, x => -Math.Sin(x)),
        (Function.Tan, Math.Tan, x => 1 / Math.Pow(Math.Cos(x), 2)),
        (Function.Asin, Math.Asin, x => 1 / Math.Sqrt(1 - (x * x))),
        (Function.Acos, Math.Acos, x => -1 / Math.Sqrt(1 - (x * x))),
        (Function.Atan, Math.Atan, x => 1 / (1 + (x * x))),
        (Function.Sinh, Math.Sinh, Math.Cosh),
        (Function.Cosh, Math.Cosh, Math.Sinh),
        (Function.Tanh, Math.Tanh, x => 1 / Math.Pow(Math.Cosh(x), 2)),
        (Function.Sigmoid, x => 1 / (1 + Math.Exp(-x)), x => Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2)),
        (Function.Softplus, x => Math.Log(1 + Math.Exp(x)), x => 1 / (1 + Math.Exp(-x))),
        (Function.LogCosh, x => Math.Log(Math.Cosh(x)), Math.Tanh),
    ];

    private static readonly Comparison[] Comparisons = Enum.GetValues<Comparison>();

    public static RandomTree Draw(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0)
            return Leaf(random);
        return random.Next(12) switch
        {
            < 2 => Binary((a, b) => a + b, (a, b) => a + b),
            < 4 => Binary((a, b) => a - b, (a, b) => a - b),
            < 6 => Binary((a, b) => a * b, (a, b) => a * b),
            6 => Binary((a, b) => a / b, (a, b) => a / b),
            7 => Choice(random, depth),
            8 => Kink(),
            9 => Form(random, Next()),
            _ => Call(random.Next(Functions.Length)),
        };

        RandomTree Next() => Draw(random, depth - 1);

        RandomTree Binary(Func<Dual, Dual, Dual> compute, Func<Expr, Expr, Expr> build)
        {
            var (left, right) = (Next(), Next());
            return new((x, y) => compute(left.Compute(x, y), right.Compute(x, y)), () => Read(build(left.Build(), right.Build())));
        }

        RandomTree Call(int index)
        {
            var (argument, (function, value, slope)) = (Next(), Functions[index]);
            return new((x, y) => argument.Compute(x, y).Map(value, slope), () => Read(function.Of(argument.Build())));
        }

        RandomTree Kink()
        {
            var (a, b, kind) = (Next(), Next(), random.Next(4));
            return new(
                (x, y) =>
                {
                    var (first, second, zero) = (a.Compute(x, y), b.Compute(x, y), Dual.Of(0));
                    return kind switch
                    {
                        0 => (first.Value > second.Value ? first : second).Near(first, second),
                        1 => (first.Value < second.Value ? first : second).Near(first, second),
                        2 => (first.Value > 0 ? first : zero).Near(first, zero),
                        _ => (first.Value > 0 ? first : zero - first).Near(first, zero),
                    };
                },
                () => Read(kind switch
                {
                    0 => Kinks.Max(a.Build(), b.Build()),
                    1 => Kinks.Min(a.Build(), b.Build()),
                    2 => Function.Relu.Of(a.Build()),
                    _ => Function.Abs.Of(a.Build()),
                }));
        }
    }

    private static RandomTree Leaf(Random random)
    {
        var number = Numbers[random.Next(Numbers.Length)];
        return random.Next(5) switch
        {
            < 2 => new((x, _) => Dual.Of(x, 1), () => X),
            2 => new((_, y) => Dual.Of(y), () => Y),
            _ => new((_, _) => Dual.Of(number), () => number),
        };
    }

    /// <summary>condition ? then : otherwise, whose branches compare the same quantities again.</summary>
    private static RandomTree Choice(Random random, int depth)
    {
        var tested = random.Next(2) == 0 ? new((x, _) => Dual.Of(x, 1), () => X) : Draw(random, depth - 1);
        return Choose(random.Next(3));

        RandomTree Choose(int levels)
        {
            var (comparison, number) = (Comparisons[random.Next(Comparisons.Length)], Numbers[random.Next(Numbers.Length)]);
            var then = levels > 0 ? Choose(levels - 1) : Draw(random, depth - 1);
            var otherwise = levels > 0 && random.Next(2) == 0 ? Choose(levels - 1) : Draw(random, depth - 1);
            return new(
                (x, y) =>
                {
                    var (left, right) = (tested.Compute(x, y), Dual.Of(number));
                    return (Holds(comparison, left.Value, number) ? then : otherwise).Compute(x, y).Near(left, right);
                },
                () => Read(Condition.Of(comparison, tested.Build(), number).Select(then.Build(), otherwise.Build())));
        }
    }

    /// <summary>What <see cref="Idioms"/> knows, in the forms in which people write it.</summary>
    private static RandomTree Form(Random random, RandomTree argument)
    {
        var one = Dual.Of(1);
        return random.Next(5) switch
        {
            0 => new((x, y) => one / (one + Exp(Dual.Of(0) - argument.Compute(x, y))), () => Read(1 / Read(1 + Function.Exp.Of(-argument.Build())))),
            1 => new(
                (x, y) => Exp(argument.Compute(x, y)) / (Exp(argument.Compute(x, y)) + one),
                () => Read(Function.Exp.Of(argument.Build()) / Read(Function.Exp.Of(argument.Build()) + 1))),
            2 => new((x, y) => Log(one + Exp(argument.Compute(x, y))), () => Read(Function.Log.Of(Read(1 + Function.Exp.Of(argument.Build()))))),
            3 => new((x, y) => Exp(argument.Compute(x, y)) - one, () => Read(Function.Exp.Of(argument.Build()) - 1)),
            _ => new((x, y) => Log(argument.Compute(x, y).Map(Math.Cosh, Math.Sinh)), () => Read(Function.Log.Of(Read(Function.Cosh.Of(argument.Build()))))),
        };

        static Dual Exp(Dual x) => x.Map(Math.Exp, Math.Exp);

        static Dual Log(Dual x) => x.Map(Math.Log, value => 1 / value);
    }

    private static bool Holds(Comparison comparison, double left, double right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.Greater => left > right,
        Comparison.GreaterOrEqual => left >= right,
        Comparison.Less => left < right,
        _ => left <= right,
    };

    /// <summary>As the reader of C# does with each operation's value.</summary>
    private static Expr Read(Expr value) => Idioms.Recognise(value);
}
