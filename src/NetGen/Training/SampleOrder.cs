namespace NetGen;

/// <summary>The order in which an epoch takes the samples; it follows from the seed and the epoch alone.</summary>
internal sealed class SampleOrder(int count, bool shuffles, long seed)
{
    private readonly SeededRandom _random = new(seed);

    /// <summary>The samples' indices in the order of the current epoch.</summary>
    public int[] Indices { get; } = new int[count];

    /// <summary>Brings the indices into the order of an epoch.</summary>
    /// <param name="epoch">From 0 on.</param>
    public void StartEpoch(int epoch)
    {
        for (var sample = 0; sample < Indices.Length; sample++)
            Indices[sample] = sample;
        if (!shuffles)
            return;

        // An odd factor sends different epochs of one seed to different states.
        _random.Restart(unchecked(seed + (epoch * 0x5851F42D4C957F2D)));
        _random.Shuffle(Indices);
    }
}
