namespace NetGen.Numerics;

/// <summary>A function of two real arguments, written once for every width.</summary>
internal interface IBinaryFunction<TScalar>
    where TScalar : struct
{
    TReal Invoke<TReal, TArithmetic>(TReal x, TReal y)
        where TReal : struct
        where TArithmetic : struct, IArithmetic<TScalar, TReal>;
}
