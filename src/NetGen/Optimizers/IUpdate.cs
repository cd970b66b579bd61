using NetGen.Numerics;

namespace NetGen;

/// <summary>What an optimiser does to one parameter, written once for every precision and width.</summary>
/// <remarks>
/// Products are rounded before they are added, on every machine, so that all of them train the same network.
/// Hyperparameters are double, and rounded to the precision of the network where they are used.
/// </remarks>
internal interface IUpdate
{
    /// <summary>Quantities that are remembered for each parameter: 0, 1 or 2.</summary>
    int StateCount { get; }

    /// <summary>Changes a parameter and what is remembered of it.</summary>
    /// <param name="parameter">w.</param>
    /// <param name="gradient">g.</param>
    /// <param name="first">The first quantity that is remembered, if there is one.</param>
    /// <param name="second">The second.</param>
    void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
        where T : unmanaged
        where TReal : struct
        where TArithmetic : struct, IArithmetic<T, TReal>;
}
