namespace NetGen.Numerics;

/// <summary>A function of one real argument, written once for every width.</summary>
internal interface IFunction<TScalar>
    where TScalar : struct
{
    TReal Invoke<TReal, TArithmetic>(TReal x)
        where TReal : struct
        where TArithmetic : struct, IArithmetic<TScalar, TReal>;
}
