using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Calculus;

/// <summary>
/// A scalar expression in canonical form: sums carry coefficients, products carry integer exponents, and both are
/// ordered by structure, never by the order of creation. Two equal expressions have the same <see cref="Key"/>.
/// </summary>
internal abstract class Expr : IEquatable<Expr>
{
    private string? _key;
    private Leaf[]? _leaves;
    private Expr[]? _nodes;
    private bool? _hasGroups;
    private long _size;

    public static Expr Zero { get; } = new Number(0);

    public static Expr One { get; } = new Number(1);

    /// <summary>The structure as text: the identity and the order of expressions.</summary>
    public string Key => _key ??= BuildKey();

    public abstract Expr[] Children { get; }

    /// <summary>The leaves inside it, each once, from left to right.</summary>
    public Leaf[] Leaves => _leaves ??= FindLeaves();

    /// <summary>This expression and everything inside it.</summary>
    public Expr[] Nodes => _nodes ??= [this, .. Children.SelectMany(child => child.Nodes)];

    /// <summary>Whether the user's own grouping of products is kept somewhere inside it.</summary>
    public bool HasGroups => _hasGroups ??= this is Grouped || Array.Exists(Children, child => child.HasGroups);

    /// <summary>What its value is called where it is kept to be read again; null for what is as cheap to compute again.</summary>
    public virtual string? KeptAs => null;

    /// <summary>The nodes inside it and itself, each as often as it stands there.</summary>
    public long Size => _size > 0 ? _size : _size = 1 + Children.Sum(child => child.Size);

    /// <summary>The same node over other children, simplified anew.</summary>
    public abstract Expr WithChildren(Expr[] children);

    protected abstract string BuildKey();

    protected virtual Leaf[] FindLeaves() => [.. Children.SelectMany(child => child.Leaves).Distinct()];

    public static implicit operator Expr(double value) => new Number(value);

    public static Expr operator +(Expr a, Expr b) => Sum.Of([a, b]);

    public static Expr operator -(Expr a, Expr b) => Sum.Of([a, -b]);

    public static Expr operator -(Expr a) => Product.Of(-1, [(a, 1)]);

    public static Expr operator *(Expr a, Expr b) => Product.Of(1, [(a, 1), (b, 1)]);

    public static Expr operator /(Expr a, Expr b) => Product.Of(1, [(a, 1), (b, -1)]);

    public static Compare operator >(Expr a, Expr b) => new(Comparison.Greater, a, b);

    public static Compare operator <(Expr a, Expr b) => new(Comparison.Less, a, b);

    public static Compare operator >=(Expr a, Expr b) => new(Comparison.GreaterOrEqual, a, b);

    public static Compare operator <=(Expr a, Expr b) => new(Comparison.LessOrEqual, a, b);

    public Expr Power(int exponent) => Product.Of(1, [(this, exponent)]);

    /// <summary>Replaces whole subexpressions, from the leaves up.</summary>
    public Expr Transform(Func<Expr, Expr> replace)
    {
        var children = Children;
        Expr[]? mapped = null;
        for (var index = 0; index < children.Length; index++)
        {
            var child = children[index].Transform(replace);
            if (mapped is null && !ReferenceEquals(child, children[index]))
                mapped = [.. children];
            if (mapped is not null)
                mapped[index] = child;
        }

        return replace(mapped is null ? this : WithChildren(mapped));
    }

    /// <summary>
    /// Puts other leaves in the places of its own, in the same order and form: for code, in which the order of
    /// operations counts and nothing may be rearranged any more.
    /// </summary>
    public abstract Expr MapLeaves(Func<Leaf, Expr> map);

    public bool Equals(Expr? other) => ReferenceEquals(this, other) || (other is not null && Key == other.Key);

    public override bool Equals(object? obj) => obj is Expr other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => ExprText.Print(this);

    protected static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A quantity that calculus does not look into.</summary>
internal abstract class Leaf : Expr
{
    public override Expr[] Children => [];

    public override Expr WithChildren(Expr[] children) => this;

    public override Expr MapLeaves(Func<Leaf, Expr> map) => map(this);

    protected override Leaf[] FindLeaves() => [this];

    /// <summary>How the quantity is called in comments and dumps.</summary>
    public abstract string Text { get; }
}

internal sealed class Number(double value) : Leaf
{
    public double Value { get; } = value;

    public override string Text => Invariant(Value);

    protected override string BuildKey() => "#" + Invariant(Value);
}

/// <summary>Σ terms; a constant is a term like any other. Never nested, never with two terms that differ by a factor only.</summary>
internal sealed class Sum : Expr
{
    private Sum(Expr[] terms) => Terms = terms;

    public Expr[] Terms { get; }

    public override Expr[] Children => Terms;

    /// <summary>The number that all terms are multiplied by, apart from their signs; null if that is 1 or none.</summary>
    public double? SharedNumber
    {
        get
        {
            var number = Math.Abs(Number(Terms[0]));
            return number != 1 && Array.TrueForAll(Terms, term => Math.Abs(Number(term)) == number) ? number : null;

            static double Number(Expr term) => term is Number constant ? constant.Value : Product.Split(term).Coefficient;
        }
    }

    public override Expr WithChildren(Expr[] children) => Of(children);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Sum([.. Terms.Select(term => term.MapLeaves(map))]);

    public static Expr Of(IEnumerable<Expr> terms)
    {
        var constant = 0.0;
        var bodies = new List<(Expr Body, double Coefficient)>();
        foreach (var term in terms)
            Add(term);

        var result = new List<Expr>(bodies.Count + 1);
        if (constant != 0)
            result.Add(constant);
        foreach (var (body, coefficient) in bodies)
        {
            if (coefficient != 0)
                result.Add(coefficient == 1 ? body : coefficient * body);
        }

        return result.Count switch
        {
            0 => Zero,
            1 => result[0],
            _ => new Sum([.. result]),
        };

        void Add(Expr term)
        {
            switch (term)
            {
                case Number number:
                    constant += number.Value;
                    break;
                case Sum sum:
                    foreach (var inner in sum.Terms)
                        Add(inner);
                    break;
                default:
                    var (coefficient, body) = Product.Split(term);
                    var index = CanonicalOrder.Find(bodies, body);
                    if (index >= 0)
                        bodies[index] = (body, bodies[index].Coefficient + coefficient);
                    else
                        bodies.Insert(~index, (body, coefficient));
                    break;
            }
        }
    }

    protected override string BuildKey() => "z(+ " + string.Join(" ", Terms.Select(term => term.Key)) + ")";
}

/// <summary>coefficient · Π factorᵉ with integer exponents; a division is the exponent −1.</summary>
internal sealed class Product : Expr
{
    private Expr[]? _children;

    private Product(double coefficient, (Expr Base, int Exponent)[] factors) =>
        (Coefficient, Factors) = (coefficient, factors);

    public double Coefficient { get; }

    public (Expr Base, int Exponent)[] Factors { get; }

    private Expr Body => Factors.Length == 1 && Factors[0].Exponent == 1 ? Factors[0].Base : new Product(1, Factors);

    public override Expr[] Children => _children ??= [.. Factors.Select(factor => factor.Base)];

    public override Expr WithChildren(Expr[] children) =>
        Of(Coefficient, children.Zip(Factors, (child, factor) => (child, factor.Exponent)));

    public override Expr MapLeaves(Func<Leaf, Expr> map) =>
        new Product(Coefficient, [.. Factors.Select(factor => (factor.Base.MapLeaves(map), factor.Exponent))]);

    /// <summary>The same factors in the same order with the other sign.</summary>
    public Expr Negated() => Coefficient == -1 && Factors.Length == 1 && Factors[0].Exponent == 1
        ? Factors[0].Base
        : new Product(-Coefficient, Factors);

    /// <summary>The factors that fulfil a condition, in the same order.</summary>
    public Expr Where(Func<Expr, bool> condition)
    {
        var kept = Factors.Where(factor => condition(factor.Base)).ToList();
        return kept.Count == 0 ? Coefficient
            : kept.Count == 1 && Coefficient == 1 && kept[0].Exponent == 1 ? kept[0].Base
            : new Product(Coefficient, [.. kept]);
    }

    /// <summary>left · right, in this order.</summary>
    public static Product InOrder(Expr left, Expr right) => new(1, [(left, 1), (right, 1)]);

    /// <summary>The coefficient, and what is left without it.</summary>
    public static (double Coefficient, Expr Body) Split(Expr term) => term switch
    {
        Product { Coefficient: not 1 } product => (product.Coefficient, product.Body),
        _ => (1, term),
    };

    public static Expr Of(double coefficient, IEnumerable<(Expr Base, int Exponent)> factors)
    {
        var bases = new List<(Expr Base, int Exponent)>();
        foreach (var (factor, exponent) in factors)
            Multiply(factor, exponent);

        if (coefficient == 0)
            return Zero;
        for (var index = bases.Count - 1; index >= 0; index--)
        {
            var (factor, exponent) = bases[index];
            if (exponent == 0)
                bases.RemoveAt(index);
            else if (factor is Compare && exponent > 1)
                bases[index] = (factor, 1); // An indicator is 0 or 1: any positive power of it is itself.
            else if (factor is Compare divisor && exponent < 0)
                bases[index] = (Choose.Of(divisor, 1, double.PositiveInfinity), 1); // 1 / 0 does not select.
        }

        ExtractNumbers();

        if (bases.Count == 0)
            return coefficient;
        if (bases.Count == 1 && coefficient == 1 && bases[0].Exponent == 1)
            return bases[0].Base;
        // What is not selected must not count, not even as 0 · ∞.
        var selection = bases.FindIndex(pair => pair.Base is Choose { Then: Number { Value: 0 } } && pair.Exponent == 1);
        if (selection >= 0 && (bases.Count > 1 || coefficient != 1))
        {
            var choose = (Choose)bases[selection].Base;
            bases.RemoveAt(selection);
            return Choose.Of(choose.Condition, Zero, Of(coefficient, bases.Append((choose.Otherwise, 1))));
        }

        // A constant goes into a lone sum, so that −(a − b) is b − a.
        if (bases.Count == 1 && bases[0].Exponent == 1 && bases[0].Base is Sum sum)
            return Sum.Of(sum.Terms.Select(term => coefficient * term));
        return new Product(coefficient, [.. bases]);

        // A number that all terms of a factor share belongs to the product: (2a − 2b)·c is 2·c·(a − b).
        void ExtractNumbers()
        {
            if (bases.Count == 1 && bases[0].Exponent == 1)
                return;
            foreach (var (factor, exponent) in bases.ToList())
            {
                if (factor is not Sum sum || sum.SharedNumber is not { } number || !Grouped.IsModerate(Math.Pow(number, exponent)))
                    continue;
                bases.Remove((factor, exponent));
                coefficient *= Math.Pow(number, exponent);
                Multiply(Sum.Of(sum.Terms.Select(term => term / number)), exponent);
            }
        }

        void Multiply(Expr factor, int exponent)
        {
            switch (factor)
            {
                case Number number:
                    coefficient *= Math.Pow(number.Value, exponent);
                    break;
                case Product product when exponent == 1 || Math.Abs(product.Coefficient) == 1 || double.IsInfinity(product.Coefficient) || double.IsNaN(product.Coefficient)
                    || Grouped.IsModerate(Math.Pow(product.Coefficient, exponent)):
                    coefficient *= Math.Pow(product.Coefficient, exponent);
                    foreach (var inner in product.Factors)
                        Multiply(inner.Base, inner.Exponent * exponent);
                    break;
                default:
                    var index = CanonicalOrder.Find(bases, factor);
                    if (index >= 0)
                        bases[index] = (factor, bases[index].Exponent + exponent);
                    else
                        bases.Insert(~index, (factor, exponent));
                    break;
            }
        }
    }

    protected override string BuildKey() =>
        $"z(* {Invariant(Coefficient)} " + string.Join(" ", Factors.Select(factor => $"{factor.Base.Key}^{factor.Exponent}")) + ")";
}

internal enum Comparison
{
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>1 where the comparison holds, else 0. In a product it selects: <c>c ? rest : 0</c>, so that 0 · ∞ is 0.</summary>
internal sealed class Compare(Comparison comparison, Expr left, Expr right) : Expr
{
    public Comparison Comparison { get; } = comparison;

    public Expr Left { get; } = left;

    public Expr Right { get; } = right;

    /// <summary>Whether both sides are the same: nothing is less than itself, and all but NaN is equal to itself.</summary>
    public bool IsOfItself => Left.Equals(Right);

    public bool IsStrict => Comparison is Comparison.Less or Comparison.Greater;

    public override Expr[] Children => [Left, Right];

    public override Expr WithChildren(Expr[] children) => new Compare(Comparison, children[0], children[1]);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Compare(Comparison, Left.MapLeaves(map), Right.MapLeaves(map));

    public bool Holds(double left, double right) => Comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.Greater => left > right,
        Comparison.GreaterOrEqual => left >= right,
        Comparison.Less => left < right,
        _ => left <= right,
    };

    protected override string BuildKey() => $"z({Comparison} {Left.Key} {Right.Key})";
}

/// <summary>One of two values: <c>condition ? then : otherwise</c>. A comparison with NaN does not hold.</summary>
internal sealed class Choose : Expr
{
    private Choose(Compare condition, Expr then, Expr otherwise) => (Condition, Then, Otherwise) = (condition, then, otherwise);

    public Compare Condition { get; }

    public Expr Then { get; }

    public Expr Otherwise { get; }

    public override Expr[] Children => [Condition.Left, Condition.Right, Then, Otherwise];

    public static Expr Of(Compare condition, Expr then, Expr otherwise) => then.Equals(otherwise) ? then
        : condition is { IsOfItself: true, IsStrict: true } ? otherwise
        : otherwise is Number { Value: 0 } ? condition * then
        : new Choose(condition, then, otherwise);

    public override Expr WithChildren(Expr[] children) =>
        Of(new Compare(Condition.Comparison, children[0], children[1]), children[2], children[3]);

    public override Expr MapLeaves(Func<Leaf, Expr> map) =>
        new Choose((Compare)Condition.MapLeaves(map), Then.MapLeaves(map), Otherwise.MapLeaves(map));

    protected override string BuildKey() => $"z({Condition.Key} ? {Then.Key} : {Otherwise.Key})";
}

/// <summary>The value of its argument, through which no gradient flows.</summary>
internal sealed class Detach(Expr argument) : Expr
{
    public Expr Argument { get; } = argument;

    public override Expr[] Children => [Argument];

    public override Expr WithChildren(Expr[] children) => new Detach(children[0]);

    public override Expr MapLeaves(Func<Leaf, Expr> map) => new Detach(Argument.MapLeaves(map));

    protected override string BuildKey() => $"z(detach {Argument.Key})";
}
