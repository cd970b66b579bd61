using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>A function in arithmetic without fused multiply-add.</summary>
internal readonly struct Unfused<TScalar, TFunction> : IFunction<TScalar>
    where TScalar : struct
    where TFunction : struct, IFunction<TScalar>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V, A>(V x)
        where V : struct
        where A : struct, IArithmetic<TScalar, V> =>
        default(TFunction).Invoke<V, UnfusedArithmetic<TScalar, V, A>>(x);
}
