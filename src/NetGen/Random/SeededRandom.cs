namespace NetGen;

/// <summary>
/// A generator of random numbers that gives the same sequence for a seed on every platform and in every version.
/// </summary>
/// <remarks>
/// xoshiro256** of Blackman and Vigna ("Scrambled linear pseudorandom number generators", 2021), its state filled by
/// SplitMix64. Only integer arithmetic, + − × ÷ and √ are used, which IEEE 754 defines to the last bit. Not for
/// cryptography, and not thread-safe.
/// </remarks>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spareGaussian;

    /// <summary>Starts the sequence that belongs to a seed.</summary>
    /// <param name="seed">Any number.</param>
    public SeededRandom(long seed) => Restart(seed);

    /// <summary>Starts another sequence.</summary>
    /// <param name="seed">Any number.</param>
    public void Restart(long seed)
    {
        _spareGaussian = double.NaN;
        var state = unchecked((ulong)seed);
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>64 random bits.</summary>
    [CLSCompliant(false)]
    public ulong NextUInt64()
    {
        unchecked
        {
            var result = RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A multiple of 2⁻⁵³, uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>An integer, uniform in [0, <paramref name="exclusive"/>) without bias.</summary>
    /// <param name="exclusive">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusive"/> is less than 1.</exception>
    public int NextInt32(int exclusive)
    {
        if (exclusive < 1)
            throw new ArgumentOutOfRangeException(nameof(exclusive), exclusive, "The range has at least one number.");

        // Lemire, "Fast random integer generation in an interval" (2019): the upper half of a product is in range, and the
        // few lower halves that would make some numbers likelier are drawn again.
        unchecked
        {
            var range = (uint)exclusive;
            var biased = (uint)(-exclusive) % range;
            ulong product;
            do
                product = (NextUInt64() >> 32) * range;
            while ((uint)product < biased);
            return (int)(product >> 32);
        }
    }

    /// <summary>A normally distributed number of mean 0 and variance 1, by Marsaglia's polar method.</summary>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            var spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2 * NextDouble()) - 1;
            y = (2 * NextDouble()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);

        var factor = Math.Sqrt(-2 * PortableMath.Log(square) / square);
        _spareGaussian = y * factor;
        return x * factor;
    }

    /// <summary>Brings the items into random order, every order equally likely (Fisher and Yates).</summary>
    /// <param name="items">Such as the indices of samples.</param>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt32(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    // Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
    private static ulong SplitMix64(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private static ulong RotateLeft(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
}
