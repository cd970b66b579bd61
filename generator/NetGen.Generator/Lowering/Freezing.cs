using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Lanes that are known when the code is written.</summary>
internal sealed class ConstantLanes(IReadOnlyList<double> values) : CodeLeaf
{
    public IReadOnlyList<double> Values { get; } = values;

    public override string Text => $"lanes({string.Join(",", Values.Select(Invariant))})";
}

/// <summary>
/// Puts known parameters into code: what is loaded from a fixed place becomes a constant, and a product with zeros is left out.
/// The order of what remains is as it was, so that sums are the same bits.
/// </summary>
internal sealed class Freezing
{
    private readonly double[] _packed;

    // Passes that share a routine share it still.
    private readonly Dictionary<Routine, Routine> _frozen = [];

    /// <param name="parameters">The values, by the tensors' names.</param>
    /// <param name="placement">Where they lie.</param>
    public Freezing(FrozenParameters parameters, Placement placement) => _packed = Pack(parameters, placement);

    /// <summary>The parameters as they lie in memory, with zeros in the pads.</summary>
    public static double[] Pack(FrozenParameters parameters, Placement placement)
    {
        var packed = new double[placement.PackedLength];
        foreach (var entry in parameters.Tensors)
        {
            var (tensor, layout) = (entry.Value, placement.Layout(entry.Key));
            for (var index = 0; index < tensor.Values.Length; index++)
                packed[layout.Offset + PlaceOf(index, tensor.Columns, layout.Strides)] = tensor.Values[index];
        }

        return packed;
    }

    /// <summary>How far from a tensor's first element the one at a row-major index lies; a tensor without axes has one.</summary>
    private static int PlaceOf(int index, int columns, IReadOnlyList<int> strides) => strides.Count switch
    {
        0 => 0,
        1 => index * strides[0],
        _ => (index / columns * strides[0]) + (index % columns * strides[1]),
    };

    /// <summary>The routine with constants; itself where loops walk along its parameters.</summary>
    public Routine Freeze(Routine routine)
    {
        if (!_frozen.TryGetValue(routine, out var frozen))
            _frozen.Add(routine, frozen = FreezeOne(routine));
        return frozen;
    }

    private Routine FreezeOne(Routine routine) => !Transposes(routine.Body) && Reads(routine.Body).All(load => load.Address.Offset.Terms.Length == 0)
        ? new(routine.Name, routine.Samples, UnusedCode.Remove([.. Freeze(routine.Body)]), routine.StackLength, routine.IsWhole)
        : routine;

    /// <summary>Whether code reads parameters from memory.</summary>
    public static bool ReadsParameters(Routine routine) => Transposes(routine.Body) || Reads(routine.Body).Any();

    private IEnumerable<Code> Freeze(IEnumerable<Code> body)
    {
        foreach (var code in body)
        {
            var frozen = code switch
            {
                Declare declare => declare with { Value = Freeze(declare.Value) },
                Assign assign => assign with { Value = Freeze(assign.Value) },
                Store store => store with { Value = Freeze(store.Value) },
                Return result => result with { Value = Freeze(result.Value) },
                Loop loop => loop with { Body = [.. Freeze(loop.Body)] },
                IfNotZero guarded => guarded with { Scalar = Freeze(guarded.Scalar), Body = [.. Freeze(guarded.Body)] },
                _ => code,
            };
            if (frozen is Assign { Value: Local same } kept && same.Text == kept.Name)
                continue;
            yield return frozen;
        }
    }

    private Expr Freeze(Expr expression) => expression switch
    {
        Load { Address.Memory: Memory.Parameters } load => Lanes(load),
        Broadcast broadcast => Spread(Freeze(broadcast.Value), broadcast.Width),
        InOrder sum => Add(Freeze(sum.Left), Freeze(sum.Right)),
        Helper helper => Freeze(helper),
        Leaf => expression,
        _ => ConstantTerms.Simplify(expression.MapLeaves(Freeze)),
    };

    private Expr Freeze(Helper helper)
    {
        Expr[] arguments = [.. helper.Arguments.Select(Freeze)];
        return helper.Name == "MultiplyAdd" && arguments.Take(2).Any(ConstantTerms.IsZero)
            ? arguments[2]
            : new Helper(helper.Name, arguments, helper.Width, helper.Constant) { Function = helper.Function };
    }

    private static Expr Add(Expr left, Expr right) => ConstantTerms.IsZero(right) ? left : ConstantTerms.IsZero(left) ? right : new InOrder(left, right);

    private static Expr Spread(Expr scalar, int width) => scalar is Number ? scalar : new Broadcast(scalar, width);

    private Expr Lanes(Load load)
    {
        var first = load.Address.Offset.Constant;
        var values = Enumerable.Range(0, load.Width)
            .Select(lane => lane < (load.First ?? load.Width) ? _packed[first + (lane * load.Stride)] : 0).ToList();
        return values.TrueForAll(value => value.Equals(values[0])) ? values[0] : new ConstantLanes(values);
    }

    private static IEnumerable<Load> Reads(IReadOnlyList<Code> body) =>
        CodeLeaves.Of(body).OfType<Load>().Where(load => load.Address.Memory == Memory.Parameters);

    private static bool Transposes(IReadOnlyList<Code> body) => body.Any(code => code switch
    {
        Transpose { Source.Memory: Memory.Parameters } => true,
        Loop loop => Transposes(loop.Body),
        _ => false,
    });
}
