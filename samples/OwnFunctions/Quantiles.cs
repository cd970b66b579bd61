using NetGen;

namespace Samples;

/// <summary>The progression of diabetes that nine of ten patients stay below.</summary>
[Network(10, LossFunction = nameof(Pinball))]
[Standardize]
[Dense(8, Activation.Tanh)]
[Dense(1)]
public sealed partial class UpperQuantile
{
    private const float Quantile = 0.9f;

    /// <summary>
    /// Its smallest mean is at the quantile: what lies above costs 9 times as much as what lies below. R. Koenker and G. Bassett,
    /// "Regression Quantiles", 1978.
    /// </summary>
    public static float Pinball(float prediction, float target)
    {
        var error = target - prediction;
        return error > 0 ? Quantile * error : (Quantile - 1) * error;
    }
}
