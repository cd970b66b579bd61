namespace NetGen;

/// <summary>
/// Conversions for code that is written once for float and double, without the generic maths that netstandard2.0 lacks.
/// </summary>
internal static class Real
{
    // The JIT knows T in each instantiation: the tests vanish and nothing is boxed.
    public static T FromDouble<T>(double value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return (T)(object)value;
        if (typeof(T) == typeof(float))
            return (T)(object)(float)value;
        throw NotReal<T>();
    }

    public static double ToDouble<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return (double)(object)value;
        if (typeof(T) == typeof(float))
            return (float)(object)value;
        throw NotReal<T>();
    }

    public static NotSupportedException NotReal<T>() => new($"Networks compute in float or double, not in {typeof(T)}.");
}
