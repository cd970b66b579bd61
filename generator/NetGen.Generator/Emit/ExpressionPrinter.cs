using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Lowered expressions as C#. The same operators serve scalars and vectors; what differs has a helper's name.</summary>
/// <param name="usesReferences">Whether memory is reached through references (vector code) or through spans.</param>
internal sealed class ExpressionPrinter(Precision precision, Rounding rounding, bool usesReferences)
{
    private enum Level
    {
        Sum,
        Product,
        Atom,
    }

    /// <param name="width">Lanes of the value; a constant needs to know.</param>
    public string Print(Expr expression, int width) => Print(expression, width, Level.Sum);

    public string At(Address address) => usesReferences
        ? $"At({Origin(address)})"
        : $"{Name(address.Memory)}[{address.Offset.ToString()}]";

    /// <summary>A vector's arguments: where it starts.</summary>
    public string Origin(Address address)
    {
        var (name, offset) = References.Resolve(address);
        return $"ref {name}, {offset.ToString()}";
    }

    /// <summary>The references of the loops around what is printed.</summary>
    public References References { get; } = new();

    public static string Name(Memory memory) => memory switch
    {
        Memory.Parameters => "p",
        Memory.Input => "x",
        Memory.Target => "y",
        Memory.Labels => "labels",
        Memory.Workspace => "w",
        Memory.Gradients => "g",
        Memory.Output => "output",
        Memory.Logits => "logits",
        _ => "dx",
    };

    private string Print(Expr expression, int width, Level level)
    {
        var (text, own) = expression switch
        {
            Number number => (Constant(number.Value, width), number.Value < 0 && width == 1 ? Level.Product : Level.Atom),
            Local local => (local.Text, Level.Atom),
            Load { Width: 1 } load => (At(load.Address), Level.Atom),
            Load { First: { } first } load => ($"LoadFirst{Bits(load.Width)}({Origin(load.Address)}, {first})", Level.Atom),
            Load { Stride: > 1 } load => ($"LoadStrided{Bits(load.Width)}({Origin(load.Address)}, {load.Stride})", Level.Atom),
            Load load => ($"Load{Bits(load.Width)}({Origin(load.Address)})", Level.Atom),
            Broadcast broadcast => ($"Broadcast{Bits(broadcast.Width)}({Real(broadcast.Value)})", Level.Atom),
            LaneIndex { Width: 1 } index => (index.Offset.ToString(), index.Offset.Terms.Count == 0 ? Level.Atom : Level.Sum),
            LaneIndex index => ($"LaneIndices{Bits(index.Width)}({Cast(index.Offset)})", Level.Atom),
            LabelValue { Width: > 1 } labels => ($"{precision}Labels{Bits(labels.Width)}(labels, {labels.Sample})", Level.Atom),
            LabelValue label => (label.Sample is null ? "label" : $"labels[{label.Sample}]", Level.Atom),
            Helper helper => ($"{helper.Name}({Arguments(helper)})", Level.Atom),
            InOrder sum => (rounding.Round($"{Print(sum.Left, width, Level.Sum)}{Signed(sum.Right, width)}"), Rounded(Level.Sum)),
            Sum sum => (PrintSum(sum, width), Rounded(Level.Sum)),
            Product product => PrintProduct(product, width),
            Call call => ($"{call.Function.Name}({Print(call.Argument, width, Level.Sum)})", Level.Atom),
            Choose choose => (PrintChoose(choose, width), Level.Atom),
            Compare compare => (Select(compare, Constant(1, width), width), Level.Atom),
            _ => throw new InvalidOperationException($"No C# for {expression.GetType().Name}."),
        };
        return own < level ? $"({text})" : text;
    }

    /// <summary>The level of an operation, which a cast encloses where rounding is explicit.</summary>
    private Level Rounded(Level level) => rounding.IsExplicit ? Level.Atom : level;

    private string Arguments(Helper helper)
    {
        var arguments = new List<string>(helper.Arguments.Count + 1);
        foreach (var argument in helper.Arguments)
            arguments.Add(Print(argument, helper.Width, Level.Sum));
        if (helper.Constant is { } constant)
            arguments.Add(constant.ToString(CultureInfo.InvariantCulture));
        return string.Join(", ", arguments);
    }

    /// <summary>The value as a number of the network's precision, also where it counts samples or classes.</summary>
    private string Real(Expr scalar) => scalar is LabelValue or LaneIndex
        ? $"({TypeName}){Print(scalar, 1, Level.Atom)}"
        : Print(scalar, 1);

    private string Cast(Affine offset) => offset.Terms.Count == 0
        ? Literals.Print(offset.Constant, precision)
        : $"({TypeName})({offset})";

    public string TypeName => precision == Precision.Double ? "double" : "float";

    private string Bits(int width) => (width * (precision == Precision.Double ? 64 : 32)).ToString(CultureInfo.InvariantCulture);

    private string Constant(double value, int width)
    {
        var literal = Literals.Print(value, precision);
        return width == 1 ? literal : $"Broadcast{Bits(width)}({literal})";
    }

    private string PrintSum(Sum sum, int width)
    {
        var text = string.Empty;
        foreach (var (negative, term) in ExprText.Signed(sum))
        {
            text = text.Length == 0
                ? (negative ? "-" + Print(term, width, Level.Product) : Print(term, width, Level.Sum))
                : rounding.Round(text + (negative ? " - " : " + ") + Print(term, width, Level.Product));
        }

        return text;
    }

    private string Signed(Expr term, int width) => term switch
    {
        Product { Coefficient: < 0 } product => " - " + Print(product.Negated(), width, Level.Product),
        _ => " + " + Print(term, width, Level.Product),
    };

    private (string Text, Level Level) PrintProduct(Product product, int width)
    {
        var conditions = product.Factors.Where(factor => factor.Base is Compare).Select(factor => (Compare)factor.Base).ToList();
        if (conditions.Count > 0)
        {
            var rest = product.Where(factor => factor is not Compare);
            var selected = conditions.Aggregate(Print(rest, width, Level.Sum), (value, condition) => Select(condition, value, width));
            return (selected, Level.Atom);
        }

        var above = new List<string>();
        var below = new List<string>();
        foreach (var (factor, exponent) in product.Factors)
        {
            for (var power = Math.Abs(exponent); power > 0; power--)
                (exponent > 0 ? above : below).Add(Print(factor, width, Level.Atom));
        }

        if (product.Coefficient is not (1 or -1) || above.Count == 0)
            above.Insert(0, above.Count == 0 ? Constant(Math.Abs(product.Coefficient), width) : Literals.Print(Math.Abs(product.Coefficient), precision));
        var text = Multiply(above);
        if (below.Count > 0)
            text = rounding.Round($"{text} / {(below.Count == 1 ? below[0] : $"({Multiply(below)})")}");
        return (product.Coefficient < 0 ? "-" + text : text, product.Coefficient < 0 ? Level.Product : Rounded(Level.Product));

        string Multiply(IEnumerable<string> factors) => factors.Aggregate((left, right) => rounding.Round($"{left} * {right}"));
    }

    private string PrintChoose(Choose choose, int width)
    {
        var left = Print(choose.Condition.Left, width, Level.Sum);
        var right = Print(choose.Condition.Right, width, Level.Sum);
        var then = Print(choose.Then, width, Level.Sum);
        var otherwise = Print(choose.Otherwise, width, Level.Sum);
        return width == 1
            ? $"({left} {ExprText.Symbol(choose.Condition.Comparison)} {right} ? {then} : {otherwise})"
            : $"Choose({choose.Condition.Comparison}({left}, {right}), {then}, {otherwise})";
    }

    /// <summary><c>c ? value : 0</c>, so that what is not selected never counts, not even NaN.</summary>
    private string Select(Compare compare, string value, int width)
    {
        var left = Print(compare.Left, width, Level.Sum);
        var right = Print(compare.Right, width, Level.Sum);
        return width == 1
            ? $"({left} {ExprText.Symbol(compare.Comparison)} {right} ? {value} : {Constant(0, 1)})"
            : $"Keep({compare.Comparison}({left}, {right}), {value})";
    }
}
