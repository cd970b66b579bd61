namespace NetGen.Generator.Calculus;

/// <summary>
/// Functions of pieces. A comparison with NaN does not hold, so the last branch must pass NaN on. Where pieces meet, the
/// derivative is that of the piece which the comparison selects.
/// </summary>
internal static class Kinks
{
    public static Expr If(Compare condition, Expr then, Expr otherwise) => Choose.Of(condition, then, otherwise);

    public static Expr Clamp(Expr x, Expr low, Expr high) => If(x <= low, low, If(x >= high, high, x));

    public static Expr Max(Expr a, Expr b) => (a, b) switch
    {
        (_, Number { Value: 0 }) => Function.Relu.Of(a),
        (_, Number) => If(a <= b, b, a),
        (Number, _) => Max(b, a),
        _ when a.Equals(b) => a,
        _ => If(a < b, b, If(b <= a, a, a + b)),
    };

    public static Expr Min(Expr a, Expr b) => (a, b) switch
    {
        (_, Number) => If(a >= b, b, a),
        (Number, _) => Min(b, a),
        _ when a.Equals(b) => a,
        _ => If(b < a, b, If(a <= b, a, a + b)),
    };

    /// <summary>1, 0 or −1; 0 for NaN.</summary>
    public static Expr Sign(Expr x) => (x > 0) - (x < 0);
}
