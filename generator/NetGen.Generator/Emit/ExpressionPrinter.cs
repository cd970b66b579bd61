using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
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

    private readonly StringBuilder _text = new();

    /// <param name="width">Lanes of the value; a constant needs to know.</param>
    public string Print(Expr expression, int width)
    {
        Append(expression, width, Level.Sum);
        return Take();
    }

    public string At(Address address)
    {
        AppendAt(address);
        return Take();
    }

    /// <summary>A vector's arguments: where it starts.</summary>
    public string Origin(Address address)
    {
        AppendOrigin(address);
        return Take();
    }

    /// <summary>The references of the loops around what is printed.</summary>
    public References References { get; } = new();

    /// <summary>Whether functions are called by their full names: outside of the classes of kernels, which inherit them.</summary>
    public bool IsQualified { get; init; }

    public string TypeName => precision == Precision.Double ? "double" : "float";

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
        Memory.Visible => "visible",
        Memory.Jacobian => "jacobian",
        _ => "dx",
    };

    private string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    private void Append(Expr expression, int width, Level level)
    {
        if (LevelOf(expression, width) >= level)
        {
            Append(expression, width);
            return;
        }

        _text.Append('(');
        Append(expression, width);
        _text.Append(')');
    }

    private Level LevelOf(Expr expression, int width) => expression switch
    {
        Number { Value: < 0 } when width == 1 => Level.Product,
        LaneIndex { Width: 1, Offset.Terms.Length: > 0 } => Level.Sum,
        InOrder or Sum => Rounded(Level.Sum),
        Product product when product.Factors.Any(factor => factor.Base is Compare) => Level.Atom,
        Product { Coefficient: < 0 } => Level.Product,
        Product or Grouped => Rounded(Level.Product),
        _ => Level.Atom,
    };

    /// <summary>The level of an operation, which a cast encloses where rounding is explicit.</summary>
    private Level Rounded(Level level) => rounding.IsExplicit ? Level.Atom : level;

    private void Append(Expr expression, int width)
    {
        switch (expression)
        {
            case Number number:
                _text.Append(Constant(number.Value, width));
                break;
            case Local local:
                _text.Append(local.Text);
                break;
            case Load load:
                AppendLoad(load);
                break;
            case Broadcast broadcast:
                AppendBroadcast(broadcast);
                break;
            case LaneIndex { Width: 1 } index:
                _text.Append(index.Offset);
                break;
            case LaneIndex index:
                _text.Append("LaneIndices").Append(Bits(index.Width)).Append('(').Append(Cast(index.Offset)).Append(')');
                break;
            case LabelValue { Width: > 1 } labels:
                _text.Append(precision).Append("Labels").Append(Bits(labels.Width)).Append("(labels, ").Append(labels.Sample).Append(')');
                break;
            case LabelValue label:
                _text.Append(label.Sample is null ? "label" : $"labels[{label.Sample}]");
                break;
            case ConstantLanes lanes:
                AppendLanes(lanes.Values);
                break;
            case Helper helper:
                AppendCall(helper.Name, helper.Arguments, helper.Width, helper.Constant);
                break;
            case InOrder sum:
                Open();
                Append(sum.Left, width, Level.Sum);
                AppendTerm(sum.Right, width);
                Close();
                break;
            case Sum sum:
                AppendSum(sum, width);
                break;
            case Product product:
                AppendProduct(product, width);
                break;
            case Grouped grouped:
                Open();
                Append(grouped.Left, width, Level.Product);
                _text.Append(grouped.IsQuotient ? " / " : " * ");
                Append(grouped.Right, width, Level.Atom);
                Close();
                break;
            case Call call:
                AppendCall((IsQualified ? "global::NetGen.Numerics.Elementary." : string.Empty) + call.Function.Name, call.Arguments, width);
                break;
            case Choose choose:
                AppendChoose(choose, width);
                break;
            case Compare compare:
                OpenSelection(compare, width);
                _text.Append(Constant(1, width));
                CloseSelection(width);
                break;
            default:
                throw new InvalidOperationException($"No C# for {expression.GetType().Name}.");
        }
    }

    /// <summary>Begins the result of an operation, where rounding is explicit.</summary>
    private void Open() => _text.Append(rounding.Opening);

    private void Close() => _text.Append(rounding.Closing);

    private void AppendAt(Address address)
    {
        if (usesReferences)
        {
            _text.Append("At(");
            AppendOrigin(address);
            _text.Append(')');
        }
        else
        {
            _text.Append(Name(address.Memory)).Append('[').Append(address.Offset).Append(']');
        }
    }

    private void AppendOrigin(Address address)
    {
        var (name, offset) = References.Resolve(address);
        _text.Append("ref ").Append(name).Append(", ").Append(offset);
    }

    private void AppendLoad(Load load)
    {
        if (load.Width == 1)
        {
            AppendAt(load.Address);
            return;
        }

        var isStrided = load.First is null && load.Stride > 1;
        _text.Append(load.First is not null ? "LoadFirst" : isStrided ? "LoadStrided" : load.IsRepeated ? "LoadRepeated" : "Load").Append(Bits(load.Width)).Append('(');
        AppendOrigin(load.Address);
        if ((load.First ?? (isStrided ? load.Stride : null)) is { } count)
            _text.Append(", ").Append(count);
        _text.Append(')');
    }

    /// <summary>The value as a number of the network's precision, also where it counts samples or classes.</summary>
    private void AppendBroadcast(Broadcast broadcast)
    {
        var isCount = broadcast.Value is LabelValue or LaneIndex;
        _text.Append("Broadcast").Append(Bits(broadcast.Width)).Append('(');
        if (usesReferences && broadcast.Value is Load { Width: 1 } load)
        {
            AppendOrigin(load.Address);
            _text.Append(')');
            return;
        }

        if (isCount)
            _text.Append('(').Append(TypeName).Append(')');
        Append(broadcast.Value, 1, isCount ? Level.Atom : Level.Sum);
        _text.Append(')');
    }

    private void AppendLanes(IReadOnlyList<double> values)
    {
        _text.Append("global::System.Runtime.Intrinsics.Vector").Append(Bits(values.Count)).Append(".Create(");
        for (var lane = 0; lane < values.Count; lane++)
            _text.Append(lane == 0 ? string.Empty : ", ").Append(Literals.Print(values[lane], precision));
        _text.Append(')');
    }

    private void AppendCall(string name, IReadOnlyList<Expr> arguments, int width, int? constant = null)
    {
        _text.Append(name).Append('(');
        for (var argument = 0; argument < arguments.Count; argument++)
        {
            if (argument > 0)
                _text.Append(", ");
            Append(arguments[argument], width, Level.Sum);
        }

        if (constant is not null)
            _text.Append(", ").Append(constant);
        _text.Append(')');
    }

    private string Cast(Affine offset) => offset.Terms.Length == 0
        ? Literals.Print(offset.Constant, precision)
        : $"({TypeName})({offset})";

    private string Bits(int width) => (width * (precision == Precision.Double ? 64 : 32)).ToString(CultureInfo.InvariantCulture);

    private string Constant(double value, int width)
    {
        var literal = Literals.Print(value, precision);
        return width == 1 ? literal : $"Broadcast{Bits(width)}({literal})";
    }

    private void AppendSum(Sum sum, int width)
    {
        for (var operation = 1; operation < sum.Terms.Length; operation++)
            Open();
        var isFirst = true;
        foreach (var (negative, term) in ExprText.Signed(sum))
        {
            if (isFirst)
            {
                _text.Append(negative ? "-" : string.Empty);
                Append(term, width, negative ? Level.Product : Level.Sum);
            }
            else
            {
                _text.Append(negative ? " - " : " + ");
                Append(term, width, Level.Product);
                Close();
            }

            isFirst = false;
        }
    }

    private void AppendTerm(Expr term, int width)
    {
        var negative = term is Product { Coefficient: < 0 };
        _text.Append(negative ? " - " : " + ");
        Append(negative ? ((Product)term).Negated() : term, width, Level.Product);
    }

    private void AppendProduct(Product product, int width)
    {
        var conditions = product.Factors.Select(factor => factor.Base).OfType<Compare>().ToList();
        if (conditions.Count > 0)
        {
            foreach (var condition in Enumerable.Reverse(conditions))
                OpenSelection(condition, width);
            Append(product.Where(factor => factor is not Compare), width, Level.Sum);
            conditions.ForEach(_ => CloseSelection(width));
            return;
        }

        var (above, below) = (Factors(1), Factors(-1));
        var coefficient = Math.Abs(product.Coefficient);
        var number = above.Count == 0 ? Constant(coefficient, width) : coefficient != 1 ? Literals.Print(coefficient, precision) : null;
        _text.Append(product.Coefficient < 0 ? "-" : string.Empty);
        if (below.Count == 0)
        {
            AppendFactors(number, above, width);
            return;
        }

        Open();
        AppendFactors(number, above, width);
        _text.Append(below.Count == 1 ? " / " : " / (");
        AppendFactors(null, below, width);
        _text.Append(below.Count == 1 ? string.Empty : ")");
        Close();

        List<Expr> Factors(int sign) => [.. product.Factors.SelectMany(factor => Enumerable.Repeat(factor.Base, Math.Max(0, sign * factor.Exponent)))];
    }

    private void AppendFactors(string? number, List<Expr> factors, int width)
    {
        for (var operation = number is null ? 1 : 0; operation < factors.Count; operation++)
            Open();
        _text.Append(number);
        for (var index = 0; index < factors.Count; index++)
        {
            var isFirst = index == 0 && number is null;
            _text.Append(isFirst ? string.Empty : " * ");
            Append(factors[index], width, Level.Atom);
            if (!isFirst)
                Close();
        }
    }

    private void AppendChoose(Choose choose, int width)
    {
        _text.Append(width == 1 ? "(" : "Choose(");
        AppendCondition(choose.Condition, width);
        _text.Append(width == 1 ? " ? " : ", ");
        Append(choose.Then, width, Level.Sum);
        _text.Append(width == 1 ? " : " : ", ");
        Append(choose.Otherwise, width, Level.Sum);
        _text.Append(')');
    }

    private void AppendCondition(Compare compare, int width)
    {
        // The compiler warns of a variable that is compared with itself.
        if (width == 1 && compare.IsOfItself)
        {
            _text.Append(compare.IsStrict ? "false" : $"!{TypeName}.IsNaN(");
            if (compare.IsStrict)
                return;
            Append(compare.Left, width, Level.Sum);
            _text.Append(')');
            return;
        }

        if (width > 1)
            _text.Append(compare.Comparison).Append('(');
        Append(compare.Left, width, Level.Sum);
        _text.Append(width == 1 ? $" {ExprText.Symbol(compare.Comparison)} " : ", ");
        Append(compare.Right, width, Level.Sum);
        if (width > 1)
            _text.Append(')');
    }

    /// <summary>Begins <c>c ? value : 0</c>, so that what is not selected never counts, not even NaN.</summary>
    private void OpenSelection(Compare condition, int width)
    {
        _text.Append(width == 1 ? "(" : "Keep(");
        AppendCondition(condition, width);
        _text.Append(width == 1 ? " ? " : ", ");
    }

    private void CloseSelection(int width)
    {
        if (width == 1)
            _text.Append(" : ").Append(Constant(0, 1));
        _text.Append(')');
    }
}
