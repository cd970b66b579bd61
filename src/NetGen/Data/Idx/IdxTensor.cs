using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The numbers of an IDX file, row-major: the last dimension changes fastest.</summary>
public sealed class IdxTensor
{
    // In the byte order of this machine.
    private readonly byte[] _bytes;

    internal IdxTensor(Type elementType, int[] dimensions, int count, byte[] bytes)
    {
        ElementType = elementType;
        Dimensions = Array.AsReadOnly(dimensions);
        Count = count;
        _bytes = bytes;
    }

    /// <summary>The type of the numbers: byte, sbyte, short, int, float or double.</summary>
    public Type ElementType { get; }

    /// <summary>The extent of each dimension, such as 60000, 28, 28; at least one dimension.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>Number of values: the product of the dimensions.</summary>
    public int Count { get; }

    internal double this[int index]
    {
        get
        {
            if (ElementType == typeof(byte))
                return _bytes[index];
            if (ElementType == typeof(sbyte))
                return (sbyte)_bytes[index];
            if (ElementType == typeof(short))
                return Cast<short>()[index];
            if (ElementType == typeof(int))
                return Cast<int>()[index];
            return ElementType == typeof(float) ? Cast<float>()[index] : Cast<double>()[index];
        }
    }

    /// <summary>The numbers as they are stored.</summary>
    /// <typeparam name="TValue">The <see cref="ElementType"/>.</typeparam>
    /// <exception cref="InvalidOperationException">They are of another type.</exception>
    public ReadOnlySpan<TValue> Values<TValue>()
        where TValue : unmanaged =>
        typeof(TValue) == ElementType
            ? Cast<TValue>()
            : throw new InvalidOperationException($"The values are of type {ElementType.Name}, not {typeof(TValue).Name}.");

    /// <summary>The numbers, each multiplied in double by a factor and rounded to <typeparamref name="T"/>.</summary>
    /// <param name="scale">The factor, such as 1/255 for pixels.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public T[] ToArray<T>(double scale = 1)
        where T : unmanaged
    {
        var values = new T[Count];
        for (var index = 0; index < values.Length; index++)
            values[index] = Real.FromDouble<T>(this[index] * scale);
        return values;
    }

    /// <summary>Type and dimensions, such as <c>Byte [60000, 28, 28]</c>.</summary>
    public override string ToString() => $"{ElementType.Name} [{string.Join(", ", Dimensions)}]";

    private ReadOnlySpan<TValue> Cast<TValue>()
        where TValue : unmanaged =>
        MemoryMarshal.Cast<byte, TValue>(_bytes);
}
