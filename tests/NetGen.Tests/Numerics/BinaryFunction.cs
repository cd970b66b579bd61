using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

/// <summary>One function of two arguments of <see cref="Elementary"/> at all its widths.</summary>
/// <typeparam name="T">The precision.</typeparam>
public sealed record BinaryFunction<T>(
    string Name,
    Func<T, T, T> Scalar,
    Func<Vector128<T>, Vector128<T>, Vector128<T>> Vector128,
    Func<Vector256<T>, Vector256<T>, Vector256<T>> Vector256,
    Func<Vector512<T>, Vector512<T>, Vector512<T>> Vector512);

/// <summary>The functions of two arguments, by name.</summary>
public static class BinaryFunctions
{
    public static IReadOnlyDictionary<string, BinaryFunction<float>> InSingle { get; } =
        new BinaryFunction<float>[]
        {
            new("Pow", Elementary.Pow, Elementary.Pow, Elementary.Pow, Elementary.Pow),
            new("Atan2", Elementary.Atan2, Elementary.Atan2, Elementary.Atan2, Elementary.Atan2),
            new("Remainder", Elementary.Remainder, Elementary.Remainder, Elementary.Remainder, Elementary.Remainder),
        }.ToDictionary(f => f.Name);

    public static IReadOnlyDictionary<string, BinaryFunction<double>> InDouble { get; } =
        new BinaryFunction<double>[]
        {
            new("Pow", Elementary.Pow, Elementary.Pow, Elementary.Pow, Elementary.Pow),
            new("Atan2", Elementary.Atan2, Elementary.Atan2, Elementary.Atan2, Elementary.Atan2),
            new("Remainder", Elementary.Remainder, Elementary.Remainder, Elementary.Remainder, Elementary.Remainder),
        }.ToDictionary(f => f.Name);

    /// <summary>The same in System.Math, which decides what special values give.</summary>
    public static IReadOnlyDictionary<string, Func<double, double, double>> InMath { get; } =
        new Dictionary<string, Func<double, double, double>> { ["Pow"] = Math.Pow, ["Atan2"] = Math.Atan2, ["Remainder"] = (x, y) => x % y };
}
