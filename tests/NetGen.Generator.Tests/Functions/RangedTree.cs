using System.Globalization;

namespace NetGen.Generator.Tests.Functions;

/// <summary>A formula without cancellation, of positive quantities of any size: as C# and as dual numbers in double precision.</summary>
/// <param name="Text">The formula of x, y and z in single precision.</param>
/// <param name="Compute">The value and its derivatives at a point.</param>
internal sealed record RangedTree(string Text, Func<double[], RangedTree.Ranged> Compute)
{
    /// <summary>What every number on the way must be far enough inside of.</summary>
    private const double Smallest = 1e-35, Largest = 1e35;

    public static RangedTree Draw(Random random, int depth)
    {
        if (depth == 0 || random.Next(7) == 0)
            return Leaf(random);
        var (a, b) = (Draw(random, depth - 1), Draw(random, depth - 1));
        return random.Next(8) switch
        {
            0 => new($"({a.Text} + {b.Text})", at => a.Compute(at) + b.Compute(at)),
            1 or 2 => new($"({a.Text} * {b.Text})", at => a.Compute(at) * b.Compute(at)),
            3 or 4 => new($"({a.Text} / {b.Text})", at => a.Compute(at) / b.Compute(at)),
            5 => new($"MathF.Sqrt({a.Text})", at => a.Compute(at).Sqrt()),
            6 => new($"({a.Text} * {a.Text})", at => a.Compute(at) * a.Compute(at)),
            _ => new($"({a.Text} / {b.Text} * ({a.Text} / {b.Text}))", at => (a.Compute(at) / b.Compute(at)) * (a.Compute(at) / b.Compute(at))),
        };
    }

    private static RangedTree Leaf(Random random)
    {
        var index = random.Next(4);
        if (index < 3)
            return new("xyz"[index].ToString(), at => Ranged.Of(at[index], index));
        var number = (float)Math.Pow(10, random.Next(-24, 25)) * (1 + random.Next(3));
        return new(number.ToString("R", CultureInfo.InvariantCulture) + "f", _ => Ranged.Of(number, -1));
    }

    /// <param name="Slopes">The derivatives.</param>
    /// <param name="Sizes">The same with all terms positive: what rounding is relative to.</param>
    /// <param name="IsInside">Whether every number on the way was inside the range of single precision.</param>
    internal sealed record Ranged(double Value, double[] Slopes, double[] Sizes, bool IsInside)
    {
        public static Ranged Of(double value, int index) => Make(
            value, [.. Enumerable.Range(0, 3).Select(other => other == index ? 1.0 : 0)], [.. Enumerable.Range(0, 3).Select(other => other == index ? 1.0 : 0)], []);

        public static Ranged operator +(Ranged a, Ranged b) => Make(a.Value + b.Value, Each(a.Slopes, b.Slopes, 1, 1), Each(a.Sizes, b.Sizes, 1, 1), [a, b]);

        public static Ranged operator *(Ranged a, Ranged b) =>
            Make(a.Value * b.Value, Each(a.Slopes, b.Slopes, b.Value, a.Value), Each(a.Sizes, b.Sizes, b.Value, a.Value), [a, b]);

        public static Ranged operator /(Ranged a, Ranged b)
        {
            var quotient = a.Value / b.Value;
            var result = Make(quotient, Each(a.Slopes, b.Slopes, 1 / b.Value, -quotient / b.Value), Each(a.Sizes, b.Sizes, 1 / b.Value, quotient / b.Value), [a, b]);
            return result with { IsInside = result.IsInside && AreInside([1 / b.Value, .. b.Sizes.Select(size => size / b.Value), .. a.Sizes.Select(size => size / b.Value)]) };
        }

        public Ranged Sqrt()
        {
            var root = Math.Sqrt(Value);
            var result = Make(root, Each(Slopes, Slopes, 0.25 / root, 0.25 / root), Each(Sizes, Sizes, 0.25 / root, 0.25 / root), [this]);
            return result with { IsInside = result.IsInside && AreInside([1 / root]) };
        }

        private static double[] Each(double[] a, double[] b, double first, double second) => [.. a.Zip(b, (x, y) => (x * first) + (y * second))];

        private static Ranged Make(double value, double[] slopes, double[] sizes, Ranged[] parts) =>
            new(value, slopes, sizes, Array.TrueForAll(parts, part => part.IsInside) && AreInside([value, .. sizes]));

        private static bool AreInside(double[] numbers) => Array.TrueForAll(numbers, number => number == 0 || number is > Smallest and < Largest);
    }
}
