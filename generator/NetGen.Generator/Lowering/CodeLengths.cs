namespace NetGen.Generator.Lowering;

/// <summary>
/// Bytes of machine code for each kind of operation: a least-squares fit to what RyuJIT of .NET 10 makes of the methods of
/// three dozen networks, on x64 with AVX-512. A vector's load is part of the operation that uses it.
/// </summary>
internal sealed record CodeLengths
{
    public const double PartialStore = 28;

    public const double ScatteredLane = 5;

    public const double GatheredLane = 7;

    public const double BroadcastLoad = 4.5;

    /// <summary>Of one vector, among several that are added up together; alone, one of the widest takes three times that.</summary>
    public const double SumOfLanes = 26;

    /// <summary>Of a helper that stays a method.</summary>
    public const double Call = 120;

    private const double VectorOperation = 9;

    /// <summary>Of code for .NET 8 and later, which reaches memory by references.</summary>
    public static readonly CodeLengths Vectors = new()
    {
        OperationOfFunction = 5.5,
        ScalarOperation = 4,
        Branch = 34,
        Loop = 50,
        FixedLoad = 3,
        IndexedLoad = 3,
        FixedStore = 14,
        IndexedStore = 14,
    };

    /// <summary>Of scalar code for .NET Standard, which reaches memory by spans: most of its bytes check an index.</summary>
    public static readonly CodeLengths Scalars = new()
    {
        OperationOfFunction = 3.4,
        ScalarOperation = 3,
        Branch = 3,
        Loop = 34,
        FixedLoad = 25,
        IndexedLoad = 43,
        FixedStore = 25,
        IndexedStore = 43,
    };

    /// <summary>Of what an elementary function is made of, inlined.</summary>
    public double OperationOfFunction { get; private init; }

    public double Branch { get; private init; }

    public double Loop { get; private init; }

    private double ScalarOperation { get; init; }

    private double FixedLoad { get; init; }

    private double IndexedLoad { get; init; }

    private double FixedStore { get; init; }

    private double IndexedStore { get; init; }

    public double Operation(int width) => width == 1 ? ScalarOperation : VectorOperation;

    /// <summary>Of a scalar.</summary>
    public double Load(Address address) => address.Offset.Terms.Length == 0 ? FixedLoad : IndexedLoad;

    public double Store(Address address) => address.Offset.Terms.Length == 0 ? FixedStore : IndexedStore;
}
