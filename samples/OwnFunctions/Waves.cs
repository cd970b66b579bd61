using NetGen;

namespace Samples;

/// <summary>One wave, learnt from two periods and asked about the next two.</summary>
[Network(1)]
[Dense(24, nameof(Snake))]
[Dense(24, nameof(Snake))]
[Dense(1)]
public sealed partial class Waves
{
    /// <summary>
    /// Liu Ziyin et al., "Neural Networks Fail to Learn Periodic Functions and How to Fix It", 2020, equation 3; each unit learns its
    /// frequency.
    /// </summary>
    private static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency)
    {
        var wave = MathF.Sin(frequency * x);
        return x + (wave * wave / frequency);
    }
}

/// <summary>The same network with an activation of the library.</summary>
[Network(1)]
[Dense(24, Activation.Tanh)]
[Dense(24, Activation.Tanh)]
[Dense(1)]
public sealed partial class WavesByTanh;
