namespace Consumer;

using NetGen;

/// <summary>A network with its parameters.</summary>
[Network(20, LossFunction = nameof(Pinball), Arithmetic = Arithmetic.Exact)]
[Dense(24, nameof(Snake))]
[Dense(1)]
[Weights("./wave.safetensors")]
public static partial class FrozenWave
{
    private static float Snake(float x, [Learnable(1, PerUnit = true)] float frequency) => Wave.Snake(x, frequency);

    private static float Pinball(float prediction, float target) => Wave.Pinball(prediction, target);
}
