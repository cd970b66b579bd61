using NetGen;

namespace Samples;

/// <summary>
/// First weights that any program can make, so that a training can be repeated number by number elsewhere: uniform in
/// ±√(6 / (inputs + outputs)) from the linear congruential generator s ← 1664525 s + 1013904223 (mod 2³²), which starts
/// at 12345 and runs on through all layers. Biases are 0.
/// </summary>
internal static class FixedWeights
{
    public static void Set(IPredictor<float> net)
    {
        var parameters = new float[net.ParameterCount];
        int next = 0;
        uint state = 12345;
        foreach (var tensor in net.Layout.Tensors)
        {
            double limit = Math.Sqrt(6.0 / (tensor.Rows + tensor.Columns));
            for (int i = 0; i < tensor.Count; i++, next++)
            {
                if (tensor.Kind == ParameterKind.Weight)
                {
                    state = unchecked((1664525 * state) + 1013904223);
                    parameters[next] = (float)(((2 * (state / 4294967296.0)) - 1) * limit);
                }
            }
        }

        net.SetParameters(parameters);
    }
}
