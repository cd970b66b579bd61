using System.Globalization;

namespace NetGen;

/// <summary>How far predicted values are from the true ones, for one output or on average over outputs.</summary>
/// <remarks>NaN where a prediction or a target is NaN.</remarks>
public readonly record struct RegressionMetrics
{
    internal RegressionMetrics(double rootMeanSquaredError, double meanAbsoluteError, double rSquared) =>
        (RootMeanSquaredError, MeanAbsoluteError, RSquared) = (rootMeanSquaredError, meanAbsoluteError, rSquared);

    /// <summary>RMSE, √((1/n) Σ (prediction − target)²), in the unit of the targets.</summary>
    public double RootMeanSquaredError { get; }

    /// <summary>MAE, (1/n) Σ |prediction − target|, in the unit of the targets.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>
    /// The coefficient of determination R² = 1 − Σ (prediction − target)² / Σ (target − mean of the targets)²: 1 at best, 0 for
    /// predicting that mean.
    /// </summary>
    /// <remarks>
    /// As in scikit-learn, where all targets are equal it is 1 if all predictions are exact and else 0; NaN for a single sample.
    /// </remarks>
    public double RSquared { get; }

    /// <summary>All three in one line.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "RMSE {0:G5}, MAE {1:G5}, R² {2:F4}", RootMeanSquaredError, MeanAbsoluteError, RSquared);
}
