using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>ln(1 + x): ln u + c/u, where u = 1 + x as rounded and c is what rounding took away.</summary>
internal readonly struct Log1pSingle : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<float, V>
    {
        A math = default;
        V one = math.Constant(1f);
        V sign = math.And(x, math.Bits(0x80000000));
        V u = math.Add(one, x);
        V lost = math.SelectLess(x, one, math.Subtract(x, math.Subtract(u, one)), math.Subtract(one, math.Subtract(u, x)));
        V y = LogarithmSingle.Log<V, A>(u, math.Divide(lost, u));

        // Only so that −0 stays −0: the result has the sign of x anyway.
        return math.Or(y, sign);
    }
}
