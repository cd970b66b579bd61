namespace NetGen.Fuzz.Targets;

/// <summary>Weight files of a network.</summary>
internal sealed class WeightsTarget() : Target("weights", Saved(new FuzzedNetwork(seed: 1)), Sorted())
{
    /// <summary>What the header of such a file consists of.</summary>
    internal static readonly string[] HeaderTokens =
    [
        "{}", "[]", "\"\"", ":", ",", "}", "]", "\\u0030", "\\ud83d\\ude00", "\\ud800", "\\n", "null", "true", "-0", "1.5", "1e3", "9223372036854775807",
        "\"__metadata__\":{", "\"netgen.architecture\":", "\"dtype\":\"F32\"", "\"shape\":[", "\"data_offsets\":[0,24]", "\"0.weight\":{", "  ",
    ];

    public override IReadOnlyList<string> Tokens => HeaderTokens;

    protected override bool IsDocumented(Exception exception) => exception is WeightFileException;

    protected override void Read(byte[] file)
    {
        var network = new FuzzedNetwork(seed: 2);
        var before = network.PackedParameters.ToArray();
        try
        {
            network.Load(new MemoryStream(file));
        }
        catch (WeightFileException)
        {
            Require(network.PackedParameters.SequenceEqual(before), "a file that is refused changes nothing");
            throw;
        }

        var saved = Saved(network);
        var again = new FuzzedNetwork(seed: 3);
        again.Load(new MemoryStream(saved));
        Require(saved.AsSpan().SequenceEqual(Saved(again)), "what was loaded can be saved and loaded");
    }

    private static byte[] Saved(FuzzedNetwork network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }

    /// <summary>As other libraries write it, without our metadata and with tensors by name.</summary>
    private static byte[] Sorted()
    {
        const string Header =
            """{"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[12,36]}}     """;
        return [.. BitConverter.GetBytes((long)Header.Length), .. Header.Select(sign => (byte)sign), .. new byte[36]];
    }
}
