using NetGen.Generator.Model;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>How many lanes a vector along an axis has, and what follows for storage.</summary>
internal sealed class LaneWidths
{
    /// <summary>Bits of the widest vectors that are written.</summary>
    public const int WidestBits = 512;

    /// <summary>Bits of the vectors of machines that lack those, the widest first.</summary>
    public static readonly int[] NarrowerBits = [256, 128];

    // A cache line: no vector load of an aligned row straddles two.
    private const int AlignmentBytes = 64;

    /// <param name="hasVectors">Without vectors every width is 1 and nothing is padded.</param>
    /// <param name="mostBits">Of a vector of the machine. Memory is laid out, and sums are ordered, as on the widest.</param>
    public LaneWidths(bool hasVectors, Precision precision, Arithmetic arithmetic, int mostBits = WidestBits)
    {
        (HasVectors, Precision, Arithmetic, MostBits) = (hasVectors, precision, arithmetic, mostBits);
        Widest = IsWidest ? this : new(hasVectors, precision, arithmetic);
    }

    public bool HasVectors { get; }

    public Precision Precision { get; }

    public Arithmetic Arithmetic { get; }

    public int MostBits { get; }

    public bool IsWidest => MostBits == WidestBits;

    /// <summary>Of an element.</summary>
    public int Bits => 8 * ElementBytes;

    private int ElementBytes => Precision == Precision.Double ? 8 : 4;

    /// <summary>
    /// Vectors of 128 bits while the axis fits one, of 256 while it fits three, of 512 beyond: measured to be the
    /// fastest widths on machines that have them all.
    /// </summary>
    public int Of(Index axis)
    {
        if (!HasVectors || axis.Extent == 1)
            return 1;
        var bytes = axis.Extent * ElementBytes;
        return Math.Min(bytes <= 16 ? 16 : bytes <= 32 ? 32 : 64, MostBits / 8) / ElementBytes;
    }

    /// <summary>The widths of the widest machine.</summary>
    public LaneWidths Widest { get; }

    /// <summary>The widths that sums are ordered by: one order for all machines, or what suits each.</summary>
    public LaneWidths Ordering => Arithmetic == Arithmetic.Fast ? this : Widest;

    /// <summary>Vectors that hold an axis.</summary>
    public int Vectors(Index axis) => (axis.Extent + Of(axis) - 1) / Of(axis);

    /// <summary>Lanes that a group computes in; one for an exact sum across lanes, whose order must not depend on their number.</summary>
    public int Of(Group group) =>
        group.Lane is null || (Arithmetic == Arithmetic.Exact && group.ReducesLanes && !group.IsMaximum) ? 1 : Of(group.Lane);

    /// <summary>Elements in memory along an axis, the same for all machines.</summary>
    public int Padded(Index axis) => Widest.Vectors(axis) * Widest.Of(axis);

    public int Align(int length)
    {
        var unit = HasVectors ? AlignmentBytes / ElementBytes : 1;
        return (length + unit - 1) / unit * unit;
    }

    /// <summary>
    /// Whether weights are stored [input][output]: an input is broadcast and multiplies a row of outputs, without a
    /// sum across lanes. Outputs too few to fill a vector are stored [output][input], as are scalars.
    /// </summary>
    public bool IsInputMajor(Index unit, Index input) =>
        HasVectors && (input.Extent <= unit.Extent || !(unit.Extent * ElementBytes <= 8 || HasFewOutputs(unit, input)));

    /// <summary>Whether the weights of an input may lie together, which is no use to one sum or two of vectors.</summary>
    public bool CanSkipInputs(Index unit) => !HasVectors || unit.Extent * ElementBytes > 8;

    private bool HasFewOutputs(Index unit, Index input) =>
        Arithmetic != Arithmetic.Exact && unit.Extent <= MostOutputs && FillsVectors(input) && !FillsVectors(unit);

    // Their sums are added up together, and more of them do not fit the registers.
    private const int MostOutputs = 16;

    private bool FillsVectors(Index axis) => axis.Extent * ElementBytes % AlignmentBytes == 0;
}
