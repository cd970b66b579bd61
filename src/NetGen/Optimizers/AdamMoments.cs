using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>The hyperparameters of <see cref="Adam{T}"/> and <see cref="AdamW{T}"/>, and the step that follows from them.</summary>
internal sealed class AdamMoments(double beta1, double beta2, double epsilon)
{
    public double Beta1 { get; } = Hyperparameter.BelowOne(beta1, nameof(beta1));

    public double Beta2 { get; } = Hyperparameter.BelowOne(beta2, nameof(beta2));

    public double Epsilon { get; } = Hyperparameter.Positive(epsilon, nameof(epsilon));

    /// <param name="count">k, from 1 on.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="decay">λ of the decoupled weight decay.</param>
    public Rule Step(long count, double learningRate, double decay) => new(
        Beta1, Beta2, Epsilon, learningRate / (1 - PortableMath.Power(Beta1, count)), Math.Sqrt(1 - PortableMath.Power(Beta2, count)), 1 - (learningRate * decay));

    public override string ToString() => FormattableString.Invariant($"beta1 = {RoundTrip.Text(Beta1)}, beta2 = {RoundTrip.Text(Beta2)}, epsilon = {RoundTrip.Text(Epsilon)}");

    // stepSize = η / (1 − β₁ᵏ), correction = √(1 − β₂ᵏ), shrink = 1 − ηλ.
    public readonly struct Rule(double beta1, double beta2, double epsilon, double stepSize, double correction, double shrink) : IUpdate
    {
        public int StateCount => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<T, TReal, TArithmetic>(ref TReal parameter, TReal gradient, ref TReal first, ref TReal second)
            where T : unmanaged
            where TReal : struct
            where TArithmetic : struct, IArithmetic<T, TReal>
        {
            TArithmetic math = default;
            first = math.Add(
                math.Multiply(math.Constant(Real.FromDouble<T>(beta1)), first),
                math.Multiply(math.Constant(Real.FromDouble<T>(1 - beta1)), gradient));
            second = math.Add(
                math.Multiply(math.Constant(Real.FromDouble<T>(beta2)), second),
                math.Multiply(math.Constant(Real.FromDouble<T>(1 - beta2)), math.Multiply(gradient, gradient)));
            var divisor = math.Add(
                math.Divide(math.SquareRoot(second), math.Constant(Real.FromDouble<T>(correction))),
                math.Constant(Real.FromDouble<T>(epsilon)));
            parameter = math.Subtract(
                math.Multiply(math.Constant(Real.FromDouble<T>(shrink)), parameter),
                math.Divide(math.Multiply(math.Constant(Real.FromDouble<T>(stepSize)), first), divisor));
        }
    }
}
