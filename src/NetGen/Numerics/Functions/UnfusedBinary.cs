using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>A function of two arguments in arithmetic without fused multiply-add.</summary>
internal readonly struct UnfusedBinary<TScalar, TFunction> : IBinaryFunction<TScalar>
    where TScalar : struct
    where TFunction : struct, IBinaryFunction<TScalar>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x, V y)
        where V : struct
        where A : struct, IArithmetic<TScalar, V> =>
        default(TFunction).Invoke<V, UnfusedArithmetic<TScalar, V, A>>(x, y);
}
