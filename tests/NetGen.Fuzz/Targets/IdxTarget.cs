using NetGen.Tests.Data;

namespace NetGen.Fuzz.Targets;

/// <summary>IDX files, plain or compressed.</summary>
internal sealed class IdxTarget() : Target(
    "idx",
    IdxBytes.Of(0x08, [2, 3, 2], [.. Enumerable.Range(0, 12).Select(value => (byte)value)]),
    IdxBytes.Of(0x0B, [3], 0, 1, 2, 3, 4, 5),
    IdxBytes.Of(0x0D, [1, 2], 0x3F, 0x80, 0, 0, 0xBF, 0x80, 0, 0),
    IdxBytes.Of(0x0E, [1], 0x3F, 0xF0, 0, 0, 0, 0, 0, 0),
    IdxBytes.Zipped(IdxBytes.Of(0x09, [2, 2], 1, 2, 3, 4)))
{
    public override IReadOnlyList<string> Tokens => ["\0\0\x08\x01", "\0\0\x0C\x02", "\0\0\0\x01", "\x1F\x8B\x08"];

    protected override bool IsDocumented(Exception exception) => exception is DataFileException;

    protected override void Read(byte[] file)
    {
        var tensor = IdxFile.Read(new MemoryStream(file));
        var written = IdxBytes.Of(tensor);
        if (file[0] == 0)
            Require(written.AsSpan().SequenceEqual(file), "a plain file is its tensor");
        var again = IdxBytes.Of(IdxFile.Read(new MemoryStream(IdxBytes.Zipped(written))));
        Require(again.AsSpan().SequenceEqual(written), "what was read can be written and read");
    }
}
