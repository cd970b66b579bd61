using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>Steps divided by the root of what squared gradients have come to: v ← decay v + weight g², w ← w − ηg / (√v + ε).</summary>
internal readonly struct SquaredGradientRule(double learningRate, double decay, double weight, double epsilon) : IUpdate
{
    public int StateCount => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
        where T : unmanaged
        where TReal : struct
        where TArithmetic : struct, IArithmetic<T, TReal>
    {
        TArithmetic math = default;
        first = math.Add(
            math.Multiply(math.Constant(Real.FromDouble<T>(decay)), first),
            math.Multiply(math.Constant(Real.FromDouble<T>(weight)), math.Multiply(gradient, gradient)));
        var divisor = math.Add(math.SquareRoot(first), math.Constant(Real.FromDouble<T>(epsilon)));
        parameter = math.Subtract(
            parameter, math.Divide(math.Multiply(math.Constant(Real.FromDouble<T>(learningRate)), gradient), divisor));
    }
}
