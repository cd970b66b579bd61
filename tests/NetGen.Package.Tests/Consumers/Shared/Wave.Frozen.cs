using NetGen;

namespace Consumer
{
    public sealed partial class Wave
    {
        /// <summary>The network that the experiment trains, part of the assembly: without an instance, without a file.</summary>
        [Network(20, LossFunction = nameof(Pinball), Arithmetic = Arithmetic.Exact)]
        [Dense(24, nameof(Snake))]
        [Dense(1)]
        [Weights("wave.safetensors")]
        public static partial class Frozen
        {
        }
    }
}
