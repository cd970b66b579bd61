namespace NetGen;

/// <summary>Checks of the numbers that steer a training.</summary>
internal static class Hyperparameter
{
    public static double NotNegative(double value, string name) => value >= 0 && !double.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number that is 0 or more.");

    public static double Positive(double value, string name) => value > 0 && !double.IsInfinity(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");

    /// <summary>A rate of decay or a momentum: 1 would never forget.</summary>
    public static double BelowOne(double value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a number from 0 to below 1.");

    public static int AtLeast(int least, int value, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"Expected {least} or more.");
}
