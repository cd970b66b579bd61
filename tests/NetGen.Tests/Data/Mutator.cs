using System.Buffers.Binary;

namespace NetGen.Tests.Data;

/// <summary>Damages files at random, as a disk, a network or an enemy might. A seed gives the same files always.</summary>
/// <param name="seed">Any number.</param>
/// <param name="tokens">What else stands in such files.</param>
internal sealed class Mutator(long seed, params IEnumerable<string> tokens)
{
    private readonly SeededRandom _random = new(seed);
    private readonly string[] _tokens = [.. Tokens, .. tokens];

    /// <summary>The file after one to four mutations.</summary>
    public byte[] Mutate(byte[] file)
    {
        List<byte> bytes = [.. file];
        for (var left = 1 + _random.NextInt32(4); left > 0; left--)
            MutateOnce(bytes);
        return [.. bytes];
    }

    private void MutateOnce(List<byte> bytes)
    {
        var at = _random.NextInt32(bytes.Count + 1);
        var length = Math.Min(1 + _random.NextInt32(16), bytes.Count - at);
        switch (_random.NextInt32(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.NextInt32(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)_random.NextUInt64();
                break;
            case 2:
                bytes.Insert(at, (byte)_random.NextUInt64());
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                var block = bytes.GetRange(at, length);
                for (var times = 1 + _random.NextInt32(20); times > 0; times--)
                    bytes.InsertRange(at, block);
                break;
            case 6:
                // What matters in a text.
                bytes.InsertRange(at, _tokens[_random.NextInt32(_tokens.Length)].Select(sign => (byte)sign));
                break;
            case 7 when at + 4 <= bytes.Count:
                // A number in a header becomes huge.
                var word = new byte[4];
                BinaryPrimitives.WriteUInt32BigEndian(word, uint.MaxValue >> _random.NextInt32(24));
                for (var i = 0; i < word.Length; i++)
                    bytes[at + i] = word[i];
                break;
            default:
                break;
        }
    }

    private static readonly string[] Tokens =
    [
        "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\n\n", "\0", "\xFF\xFE", "\xEF\xBB\xBF", "NaN", "-Infinity", "1e999", "1e-999",
        "99999999999999999999", "-", ".", " ", "65535",
    ];
}
