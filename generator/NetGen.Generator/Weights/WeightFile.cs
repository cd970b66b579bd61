using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Weights;

/// <summary>A weight file of the project, from the text that the build made of it. Equal if the text is.</summary>
internal sealed class WeightFile : IEquatable<WeightFile>
{
    private const string Format = "NetGen weights 1";
    private const int PrefixLength = sizeof(ulong);

    private readonly string _checksum;
    private readonly byte[] _bytes = [];
    private readonly int _start;

    private WeightFile(string text, string checksum)
    {
        _checksum = checksum;
        var lines = text.Split(['\n'], 4);
        Name = lines.Length > 1 ? lines[1] : string.Empty;
        try
        {
            if (lines.Length < 3 || lines[0] != Format)
                throw new InvalidDataException("is not as this version of the generator reads it; use the tasks and the generator of one version of the package NetGen");
            if (lines[2].StartsWith("!", StringComparison.Ordinal))
                throw new InvalidDataException(lines[2].Substring(1));
            _bytes = Convert.FromBase64String(lines[2]);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            Problem = e.Message;
            return;
        }

        try
        {
            var length = HeaderLength(_bytes);
            _start = PrefixLength + length;
            Header = SafetensorsHeaderReader.Read(_bytes, PrefixLength, length);
        }
        catch (InvalidDataException e)
        {
            Problem = "is no safetensors file: " + Clause(e.Message);
        }
    }

    /// <summary>A sentence of the reader's, such as "It has no tensor.", as part of another.</summary>
    public static string Clause(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence.Substring(1).TrimEnd('.');

    /// <summary>What build items of weights end in once they are text.</summary>
    public const string Extension = ".netgen-weights";

    /// <summary>The file as the project calls it, with slashes.</summary>
    public string Name { get; }

    /// <summary>Why it cannot be read, to follow its name; null if it can.</summary>
    public string? Problem { get; }

    public SafetensorsHeader? Header { get; }

    /// <summary>The bytes behind the header.</summary>
    public long DataLength => _bytes.Length - _start;

    /// <summary>The file that a compilation's additional text holds; null for any other text.</summary>
    public static WeightFile? Read(AdditionalText text, CancellationToken cancellationToken)
    {
        if (!text.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || text.GetText(cancellationToken) is not { } source)
            return null;
        return new(source.ToString(), string.Concat(source.GetChecksum().Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>The elements of a tensor of the header, in its order.</summary>
    public double[] Values(SafetensorsTensor tensor)
    {
        var size = tensor.Dtype == "F64" ? sizeof(double) : sizeof(float);
        var values = new double[(tensor.End - tensor.Begin) / size];
        var element = new byte[size];
        for (var index = 0; index < values.Length; index++)
        {
            Array.Copy(_bytes, _start + tensor.Begin + ((long)index * size), element, 0, size);
            if (!BitConverter.IsLittleEndian)
                Array.Reverse(element);
            values[index] = size == sizeof(double) ? BitConverter.ToDouble(element, 0) : BitConverter.ToSingle(element, 0);
        }

        return values;
    }

    public bool Equals(WeightFile? other) => other is not null && other.Name == Name && other._checksum == _checksum;

    public override bool Equals(object? obj) => Equals(obj as WeightFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_checksum);

    private static int HeaderLength(byte[] bytes)
    {
        var length = 0UL;
        for (var index = PrefixLength - 1; index >= 0 && bytes.Length >= PrefixLength; index--)
            length = (length << 8) | bytes[index];
        if (bytes.Length < PrefixLength)
            throw new InvalidDataException("It ends inside the header's length.");
        SafetensorsHeader.CheckLength(length);
        if (length > (ulong)(bytes.Length - PrefixLength))
            throw new InvalidDataException("It ends inside the header.");
        return (int)length;
    }
}
