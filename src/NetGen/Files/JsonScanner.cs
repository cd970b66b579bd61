using System.Text;

namespace NetGen;

/// <summary>The signs of JSON in UTF-8 (RFC 8259), from left to right, for who knows what is to come.</summary>
internal sealed class JsonScanner
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _end;
    private int _position;

    public JsonScanner(byte[] bytes, int start, int length) => (_bytes, _start, _end, _position) = (bytes, start, start + length, start);

    /// <summary>Whether a number is next.</summary>
    public bool IsAtNumber => Next is '-' or (>= '0' and <= '9');

    /// <summary>Whether any value is next.</summary>
    public bool IsAtValue => Next is '{' or '[' or '"' || IsAtNumber || IsAt("true") || IsAt("false") || IsAt("null");

    // The sign after white space; 0, which stands nowhere in JSON but in strings, at the end.
    private char Next
    {
        get
        {
            while (_position < _end && _bytes[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
                _position++;
            return Current;
        }
    }

    private char Current => _position < _end ? (char)_bytes[_position] : '\0';

    /// <summary>Reads a sign if it is next.</summary>
    public bool TryRead(char sign)
    {
        if (Next != sign)
            return false;
        _position++;
        return true;
    }

    /// <summary>Reads the name of an object's next field; false at its end, which is read too.</summary>
    /// <param name="isFirst">Whether it would be the first.</param>
    /// <param name="name">The name.</param>
    public bool TryReadField(bool isFirst, out string name)
    {
        name = string.Empty;
        if (!TryReadNext(isFirst, '}'))
            return false;
        Require('"', "a name in quotes");
        name = ReadRestOfString();
        Require(':', "':'");
        return true;
    }

    /// <summary>Goes to the next item of a list; false at its end, which is read.</summary>
    /// <param name="isFirst">Whether it would be the first.</param>
    public bool TryReadItem(bool isFirst) => TryReadNext(isFirst, ']');

    /// <summary>Reads a string whose opening quote has been read.</summary>
    public string ReadRestOfString()
    {
        StringBuilder? built = null;
        var start = _position;
        while (Current != '"')
        {
            if (Current < ' ')
                throw Invalid(_position < _end ? "no control character in a string" : "the end of a string");
            if (Current != '\\')
            {
                _position++;
                continue;
            }

            built = (built ?? new()).Append(Decode(start, _position));
            _position++;
            built.Append(ReadEscape());
            start = _position;
        }

        var last = Decode(start, _position);
        _position++;
        return built is null ? last : WholeCharacters(built.Append(last).ToString());
    }

    /// <summary>Reads a number as it is written.</summary>
    public string ReadNumber()
    {
        var start = _position;
        SkipIf('-');
        if (!SkipIf('0'))
            SkipDigits();
        if (SkipIf('.'))
            SkipDigits();
        if (SkipIf('e') || SkipIf('E'))
        {
            if (!SkipIf('+'))
                SkipIf('-');
            SkipDigits();
        }

        return Decode(start, _position);
    }

    /// <exception cref="InvalidDataException">Something follows.</exception>
    public void RequireEnd()
    {
        if (Next != '\0' || _position < _end)
            throw Invalid("its end");
    }

    /// <summary>What is not JSON.</summary>
    /// <param name="expected">What it should be.</param>
    public InvalidDataException Invalid(string expected) =>
        new($"Its header is not valid JSON: expected {expected} at byte {_position - _start}.");

    private bool TryReadNext(bool isFirst, char end)
    {
        if (TryRead(end))
            return false;
        if (!isFirst)
            Require(',', $"',' or '{end}'");
        return true;
    }

    private void Require(char sign, string expected)
    {
        if (!TryRead(sign))
            throw Invalid(expected);
    }

    private bool IsAt(string word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (_position + index >= _end || _bytes[_position + index] != word[index])
                return false;
        }

        return true;
    }

    private bool SkipIf(char sign)
    {
        if (Current != sign)
            return false;
        _position++;
        return true;
    }

    private void SkipDigits()
    {
        if (Current is not (>= '0' and <= '9'))
            throw Invalid("a digit");
        while (Current is >= '0' and <= '9')
            _position++;
    }

    private char ReadEscape()
    {
        var sign = Current;
        var escaped = sign switch
        {
            '"' or '\\' or '/' => sign,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => '\0',
            _ => throw Invalid("an escape of JSON"),
        };
        _position++;
        return sign == 'u' ? ReadCodeUnit() : escaped;
    }

    private char ReadCodeUnit()
    {
        var unit = 0;
        for (var digit = 0; digit < 4; digit++, _position++)
        {
            unit = (unit << 4) | Current switch
            {
                >= '0' and <= '9' => Current - '0',
                >= 'a' and <= 'f' => Current - 'a' + 10,
                >= 'A' and <= 'F' => Current - 'A' + 10,
                _ => throw Invalid("a hexadecimal digit"),
            };
        }

        return (char)unit;
    }

    private string Decode(int start, int end)
    {
        try
        {
            return _utf8.GetString(_bytes, start, end - start);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"Its header is not valid JSON: the text at byte {start - _start} is not UTF-8.", e);
        }
    }

    private string WholeCharacters(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                throw Invalid("both halves of a character before this");
            index++;
        }

        return text;
    }
}
