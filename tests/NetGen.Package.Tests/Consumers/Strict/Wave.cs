namespace Consumer;

using System;
using NetGen;

/// <summary>Functions of its own.</summary>
[Network(20, LossFunction = nameof(Pinball), Arithmetic = Arithmetic.Exact)]
[Dense(24, nameof(Snake))]
[Dense(1)]
public sealed partial class Wave
{
    /// <summary>x + sin²(frequency x) / frequency.</summary>
    /// <param name="x">The sum.</param>
    /// <param name="frequency">How fast it waves.</param>
    /// <returns>The activation.</returns>
    public static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency)
    {
        float wave = (float)Math.Sin(frequency * x);
        return x + (wave * wave / frequency);
    }

    /// <summary>Nine times as much where the prediction is too low.</summary>
    /// <param name="prediction">What was predicted.</param>
    /// <param name="target">What came.</param>
    /// <returns>The loss.</returns>
    public static float Pinball(float prediction, float target)
    {
        float error = target - prediction;
        return error > 0 ? 0.9f * error : -0.1f * error;
    }
}
