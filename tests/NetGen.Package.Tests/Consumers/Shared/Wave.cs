using System;
using NetGen;

namespace Consumer
{
    /// <summary>Functions of its own, on every framework with the same bits.</summary>
    [Network(20, LossFunction = nameof(Pinball), Arithmetic = Arithmetic.Exact)]
    [Dense(24, nameof(Snake))]
    [Dense(1)]
    public sealed partial class Wave
    {
        public static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency)
        {
            float wave = (float)Math.Sin(frequency * x);
            return x + (wave * wave / frequency);
        }

        public static float Pinball(float prediction, float target)
        {
            float error = target - prediction;
            return error > 0 ? 0.9f * error : -0.1f * error;
        }
    }
}
