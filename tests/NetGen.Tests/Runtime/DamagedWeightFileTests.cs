using System.Buffers.Binary;

namespace NetGen.Tests.Runtime;

/// <summary>
/// A damaged or hostile weight file is refused in the documented way, and the network keeps its parameters.
/// </summary>
public class DamagedWeightFileTests
{
    private const string Weight = """ "0.weight":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]} """;
    private const string Bias = """ "0.bias":{"dtype":"F64","shape":[2],"data_offsets":[48,64]} """;

    [Fact]
    public void EveryTruncationIsRefused()
    {
        var bytes = WeightFile.Save(WeightFile.Numbered());

        for (var length = 0; length < bytes.Length; length++)
            Refuse(bytes.AsSpan(0, length).ToArray());
    }

    [Fact]
    public void MoreThanTheTensorsIsRefused()
    {
        var message = Refuse([.. WeightFile.Save(WeightFile.Numbered()), 0]);

        Assert.Contains("goes on after the last tensor", message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFlippedBitBeforeTheDataIsRefusedOrHarmless()
    {
        var bytes = WeightFile.Save(WeightFile.Numbered());
        var dataStart = bytes.Length - 64;

        for (var bit = 0; bit < dataStart * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            RefuseOrLoad(bytes, [1, 2, 3, 4, 5, 6, 7, 8]);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void EveryByteOfTheHeaderMayBeAnySign()
    {
        var bytes = WeightFile.Save(WeightFile.Numbered());
        var dataStart = bytes.Length - 64;

        for (var i = 8; i < dataStart; i++)
        {
            var original = bytes[i];
            foreach (var sign in "\0\"\\{}[]:,-+.eEuntf09 \n\x7f\x80\xff")
            {
                bytes[i] = (byte)sign;
                RefuseOrLoad(bytes, [1, 2, 3, 4, 5, 6, 7, 8]);
            }

            bytes[i] = original;
        }
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("nonsense", "not valid JSON")]
    [InlineData("\uFEFF{}", "not valid JSON")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("{" + Weight + "," + Bias + "} x", "not valid JSON")]
    [InlineData("{" + Weight + "," + Bias + ",}", "not valid JSON")]
    [InlineData("{/**/" + Weight + "," + Bias + "}", "not valid JSON")]
    [InlineData("[]", "'header' is not an object")]
    [InlineData("null", "'header' is not an object")]
    [InlineData("{}", "has no tensor '0.weight', which Regression needs: 0.weight, 0.bias")]
    [InlineData("{" + Weight + "}", "has no tensor '0.bias'")]
    [InlineData("{" + Weight + "," + Weight + "}", "has the field '0.weight' twice")]
    [InlineData("""{"\ud800":{}}""", "not valid JSON")]
    [InlineData("""{"\ud83dx":{}}""", "not valid JSON")]
    [InlineData("""{"\u12g4":{}}""", "not valid JSON: expected a hexadecimal digit at byte 6")]
    [InlineData("""{"\x":{}}""", "not valid JSON: expected an escape of JSON at byte 3")]
    [InlineData("{\"a\nb\":{}}", "not valid JSON: expected no control character in a string at byte 3")]
    [InlineData("""{"x":{"shape":[01]}}""", "not valid JSON: expected ',' or ']' at byte 16")]
    [InlineData("""{"x":{"shape":[1.]}}""", "not valid JSON: expected a digit at byte 17")]
    [InlineData("""{"x":{"shape":[-]}}""", "not valid JSON: expected a digit at byte 16")]
    [InlineData("""{"x":{"shape":[1,]}}""", "not valid JSON: expected a value at byte 17")]
    [InlineData("""{"x":{"dtype":nul}}""", "not valid JSON: expected a value at byte 14")]
    [InlineData("""{"x":1}""", "'x' is not an object")]
    [InlineData("""{"x":{"dtype":"F64","dtype":"F64"}}""", "has the field 'dtype' twice")]
    [InlineData("""{"x":{"dtype":64}}""", "'dtype' is not a string")]
    [InlineData("""{"x":{"shape":2}}""", "'shape' is not a list")]
    [InlineData("""{"x":{"shape":[2.0]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"shape":[1e3]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"shape":[-1]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"shape":["1"]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"shape":[[1]]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"shape":[9223372036854775808]}}""", "'shape' is not a list of integers")]
    [InlineData("""{"x":{"size":[1]}}""", "unknown field 'size'")]
    [InlineData("""{"x":{"dtype":"F64","shape":[]}}""", "does not give 'x' a dtype, a shape and two data_offsets")]
    [InlineData("""{"x":{"dtype":"F64","shape":[],"data_offsets":[0]}}""", "does not give 'x' a dtype, a shape and two data_offsets")]
    [InlineData("""{"__metadata__":1}""", "'__metadata__' is not an object")]
    [InlineData("""{"__metadata__":{"format":1}}""", "'format' is not a string")]
    [InlineData("""{"__metadata__":{"a":"","a":""}}""", "has the field 'a' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "has the field '__metadata__' twice")]
    public void HeaderThatDoesNotFitIsRefused(string header, string reason) =>
        Assert.Contains(reason, Refuse(WeightFile.Build(header, new double[8])), StringComparison.Ordinal);

    [Theory]
    [InlineData("F32", "[2,3]", "[0,24]", "'0.weight' is of type 'F32', but the network computes in 'F64'")]
    [InlineData("F64", "[3,2]", "[0,48]", "'0.weight' has the shape '3, 2', but the network needs '2, 3'")]
    [InlineData("F64", "[6]", "[0,48]", "'0.weight' has the shape '6'")]
    [InlineData("F64", "[]", "[0,48]", "'0.weight' has the shape ''")]
    [InlineData("F64", "[2,3]", "[0,40]", "'0.weight' has data_offsets [0, 40], but takes 48 bytes")]
    [InlineData("F64", "[2,3]", "[48,0]", "'0.weight' has data_offsets [48, 0], but takes 48 bytes")]
    [InlineData("F64", "[2,3]", "[9223372036854775760,9223372036854775807]", "but takes 48 bytes")]
    [InlineData("F64", "[2,3]", "[8,56]", "'0.weight' starts at byte 8 of the data instead of 0")]
    [InlineData("F64", "[2,3]", "[1000000000000,1000000000048]", "'0.bias' starts at byte 48 of the data instead of 0")]
    public void TensorThatDoesNotFitIsRefused(string dtype, string shape, string offsets, string reason)
    {
        var weight = $$"""
            "0.weight":{"dtype":"{{dtype}}","shape":{{shape}},"data_offsets":{{offsets}}}
            """;

        var message = Refuse(WeightFile.Build($"{{{weight},{Bias}}}", new double[8]));

        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void TensorWithoutAPlaceIsRefused()
    {
        const string Other = """ "1.weight":{"dtype":"F64","shape":[],"data_offsets":[64,72]} """;

        Assert.Contains(
            "has a tensor '1.weight', for which Regression has no place: 0.weight, 0.bias",
            Refuse(WeightFile.Build($"{{{Weight},{Bias},{Other}}}", new double[9])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OtherArchitectureIsRefused()
    {
        const string Metadata = """ "__metadata__":{"netgen.architecture":"3 -> Dense(2) : Quadratic"} """;

        Assert.Contains(
            "belongs to the network '3 -> Dense(2) : Quadratic', but Regression is '3 -> Dense(2) : SoftmaxCrossEntropy'",
            Refuse(WeightFile.Build($"{{{Metadata},{Weight},{Bias}}}", new double[8])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OverlappingTensorsAreRefused()
    {
        const string Overlapping = """ "0.bias":{"dtype":"F64","shape":[2],"data_offsets":[40,56]} """;

        Assert.Contains(
            "'0.bias' starts at byte 40 of the data instead of 48",
            Refuse(WeightFile.Build($"{{{Weight},{Overlapping}}}", new double[8])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatIsNotUtf8IsRefused()
    {
        byte[] header = [(byte)'{', (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)':', (byte)'{', (byte)'}', (byte)'}'];

        Assert.Contains("not valid JSON", Refuse(WeightFile.Build(header, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsRefused() =>
        Refuse(WeightFile.Build(string.Concat(Enumerable.Repeat("""{"__metadata__":""", 100_000)), []));

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 32)]
    [InlineData((16UL << 20) + 1)]
    public void HugeHeaderIsRefusedBeforeItIsRead(ulong length)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        Assert.Contains($"claims a header of {length} bytes", Refuse(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void LongNamesAreCutInMessages()
    {
        var name = new string('x', 1_000_000);

        var message = Refuse(WeightFile.Build($$"""{"{{name}}":1}""", []));

        Assert.InRange(message.Length, 0, 500);
    }

    /// <summary>Asserts that loading fails in the documented way and changes nothing; gives the message.</summary>
    private static string Refuse(byte[] bytes)
    {
        var network = new SoftmaxRegression<double>(seed: 5);
        var before = network.PackedParameters.ToArray();

        var e = Assert.Throws<WeightFileException>(() => network.Load(new MemoryStream(bytes)));

        Assert.Equal(before, network.PackedParameters.ToArray());
        Assert.Null(e.Path);
        return e.Message;
    }

    private static void RefuseOrLoad(byte[] bytes, double[] expected)
    {
        var network = new SoftmaxRegression<double>(seed: 5);
        var before = network.PackedParameters.ToArray();
        try
        {
            network.Load(new MemoryStream(bytes));
            Assert.Equal(expected, network.Parameters);
        }
        catch (WeightFileException)
        {
            Assert.Equal(before, network.PackedParameters.ToArray());
        }
    }
}
