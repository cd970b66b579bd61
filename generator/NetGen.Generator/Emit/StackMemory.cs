using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>The memory that a re-entrant method works on: on the stack as far as it reaches, beyond it an array.</summary>
internal sealed class StackMemory(NetworkModel network)
{
    // In bytes.
    private const int Limit = 128 * 1024;
    private const int CacheLine = 64;

    private readonly string _type = GeneratedMembers.Scalar(network.Precision);
    private readonly int _elementBytes = network.Precision == Precision.Double ? 8 : 4;

    /// <summary>An expression that allocates so many elements.</summary>
    public string Allocate(int length) => Fits(length)
        ? $"stackalloc {_type}[{WithSlack(length)}]"
        : $"new global::NetGen.AlignedArray<{_type}>({WithSlack(length)}).Span";

    public bool Fits(int length) => (long)length * _elementBytes <= Limit;

    /// <summary>Kernels of vectors start at a cache line of it.</summary>
    private int WithSlack(int length) => network.Target.HasVectors ? length + (CacheLine / _elementBytes) : length;
}
