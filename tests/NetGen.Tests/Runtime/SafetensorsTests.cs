using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Tests.Runtime;

/// <summary>What a weight file looks like, byte by byte.</summary>
public class SafetensorsTests
{
    [Fact]
    public void FileIsHeaderLengthHeaderAndDataInCanonicalOrder()
    {
        const string Header =
            """{"__metadata__":{"format":"pt","netgen.architecture":"3 -> Dense(2) : SoftmaxCrossEntropy"}""" +
            ""","0.weight":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]}""" +
            ""","0.bias":{"dtype":"F64","shape":[2],"data_offsets":[48,64]}}""";
        var network = WeightFile.Numbered();

        var bytes = WeightFile.Save(network);

        var headerLength = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, headerLength % 8);
        Assert.Equal(Header, Encoding.UTF8.GetString(bytes, 8, headerLength).TrimEnd(' '));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], MemoryMarshal.Cast<byte, double>(bytes.AsSpan(8 + headerLength)).ToArray());
    }

    [Fact]
    public void LoadsAFileThatSortsItsTensorsByName()
    {
        const string Header =
            """{"__metadata__":{"format":"pt"},"0.bias":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}""" +
            ""","0.weight":{"dtype":"F64","shape":[2,3],"data_offsets":[16,64]}}   """;
        var network = new SoftmaxRegression<double>();

        network.Load(new MemoryStream(WeightFile.Build(Header, [7, 8, 1, 2, 3, 4, 5, 6])));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], network.Parameters);
    }

    [Fact]
    public void LoadsAHeaderThatGivesItsFieldsInAnyOrderAndNoMetadata()
    {
        const string Header =
            """{"0.bias":{"data_offsets":[48,64],"shape":[2],"dtype":"F64"}""" +
            ""","0.weigh\u0074":{"shape":[2,3],"data_offsets":[0,48],"dtype":"F64"}}""";
        var network = new SoftmaxRegression<double>();

        network.Load(new MemoryStream(WeightFile.Build(Header, [1, 2, 3, 4, 5, 6, 7, 8])));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], network.Parameters);
    }

    /// <summary>Whatever JSON allows, and other libraries write.</summary>
    [Theory]
    [InlineData("""{"__metadata__":{"format":"pt","emoji \ud83d\ude00":"\/\b\f\n\r\t\"\\ ω 漢 😀","":""},"0.weight":{"dtype":"F64","shape":[2,3],"data_offsets":[0,48]},"0.bias":{"dtype":"F64","shape":[2],"data_offsets":[48,64]}}""")]
    [InlineData("\t\r\n { \"0.bias\" : { \"shape\" : [ 2 ] , \"dtype\" : \"F64\" , \"data_offsets\" : [ 48 , 64 ] } ,\n\"0.weight\":{\"dtype\":\"\\u0046\\u00364\",\"shape\":[2,3],\"data_offsets\":[-0,48]},\"__metadata__\" : { } } \r\n\t ")]
    public void LoadsAnyHeaderThatSaysTheSame(string header)
    {
        var network = new SoftmaxRegression<double>();

        network.Load(new MemoryStream(WeightFile.Build(header, [1, 2, 3, 4, 5, 6, 7, 8])));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], network.Parameters);
    }
}
