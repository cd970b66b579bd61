namespace NetGen.Generator.Tests.Functions;

/// <summary>A value with its derivative, v + d ε with ε² = 0, and how far the computation of it was from trouble.</summary>
/// <param name="Largest">The largest magnitude on the way, which rounding is relative to.</param>
/// <param name="Margin">The smallest distance on the way to a kink.</param>
internal readonly record struct Dual(double Value, double Slope, double Largest, double Margin)
{
    public static Dual Of(double value, double slope = 0) => new(value, slope, Math.Abs(value), double.PositiveInfinity);

    public static Dual operator +(Dual a, Dual b) => From(a, b, a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator -(Dual a, Dual b) => From(a, b, a.Value - b.Value, a.Slope - b.Slope);

    public static Dual operator *(Dual a, Dual b) => From(a, b, a.Value * b.Value, (a.Slope * b.Value) + (a.Value * b.Slope));

    public static Dual operator /(Dual a, Dual b) =>
        From(a, b, a.Value / b.Value, ((a.Slope * b.Value) - (a.Value * b.Slope)) / (b.Value * b.Value)).Through(1 / b.Value);

    /// <summary>f of this.</summary>
    public Dual Map(Func<double, double> function, Func<double, double> derivative) =>
        From(this, this, function(Value), Slope * derivative(Value)).Through(derivative(Value));

    /// <summary>This or the other, as a comparison of a and b says.</summary>
    public Dual Near(Dual a, Dual b) => this with
    {
        Largest = Math.Max(Largest, Math.Max(a.Largest, b.Largest)),
        Margin = Math.Min(Margin, Math.Min(Math.Abs(a.Value - b.Value), Math.Min(a.Margin, b.Margin))),
    };

    /// <summary>A number of this size was met.</summary>
    private Dual Through(double number) => this with { Largest = Math.Max(Largest, Math.Abs(number)) };

    private static Dual From(Dual a, Dual b, double value, double slope) => new(
        value,
        slope,
        Math.Max(Math.Max(Math.Abs(value), Math.Abs(slope)), Math.Max(a.Largest, b.Largest)),
        Math.Min(a.Margin, b.Margin));
}
