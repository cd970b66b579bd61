namespace NetGen.Tests.Runtime;

/// <summary>The fixed numbers come from an independent implementation of the generator and of the formulas.</summary>
public class InitializerTests
{
    private const int Rows = 40;
    private const int Columns = 160;

    public static TheoryData<string, double> UniformRanges => new()
    {
        { nameof(Initializer.GlorotUniform), Math.Sqrt(6.0 / (Rows + Columns)) },
        { nameof(Initializer.HeUniform), Math.Sqrt(6.0 / Columns) },
        { nameof(Initializer.LeCunUniform), Math.Sqrt(3.0 / Columns) },
        { nameof(Initializer.Uniform), 1 / Math.Sqrt(Columns) },
    };

    public static TheoryData<string, double> NormalDeviations => new()
    {
        { nameof(Initializer.GlorotNormal), Math.Sqrt(2.0 / (Rows + Columns)) },
        { nameof(Initializer.HeNormal), Math.Sqrt(2.0 / Columns) },
        { nameof(Initializer.LeCunNormal), Math.Sqrt(1.0 / Columns) },
        { nameof(Initializer.Normal), 0.01 },
    };

    public static TheoryData<string> Names => [.. Enum.GetNames<Initializer>()];

    [Theory]
    [MemberData(nameof(UniformRanges))]
    public void UniformWeightsFillTheirRange(string initializer, double range)
    {
        var weights = Draw(initializer);

        Assert.All(weights, weight => Assert.InRange(weight, -range, range));
        Assert.Equal(-range, weights.Min(), range / 100);
        Assert.Equal(range, weights.Max(), range / 100);
        Assert.Equal(range * range / 3, weights.Average(weight => weight * weight), range * range / 50);
    }

    [Theory]
    [MemberData(nameof(NormalDeviations))]
    public void NormalWeightsHaveTheirDeviation(string initializer, double deviation)
    {
        var weights = Draw(initializer);

        Assert.Equal(0, weights.Average(), deviation / 20);
        Assert.Equal(deviation, Math.Sqrt(weights.Average(weight => weight * weight)), deviation / 20);
        Assert.Contains(weights, weight => Math.Abs(weight) > 3 * deviation);
    }

    [Theory]
    [InlineData("HeNormal", 2, 3, 0.7873981555275131, -0.8685508486932316, -0.24815790697724896, -0.8973046931420642, 0.24886355145955497, 1.3948369951153188)]
    [InlineData("Orthogonal", 2, 3, 0.6570878041832711, -0.7248101433600708, -0.20708904769678407, -0.15497096128995583, -0.39874170391092234, 0.9038744684518317)]
    [InlineData("Orthogonal", 3, 2, 0.6570878041832711, -0.15497096128995583, -0.7248101433600708, -0.39874170391092234, -0.20708904769678407, 0.9038744684518317)]
    [InlineData("Zeros", 1, 2, 0.0, 0.0)]
    public void NumbersAreThoseOfTheReference(string initializer, int rows, int columns, params double[] expected) =>
        Assert.Equal(expected, Draw(initializer, rows: rows, columns: columns, seed: 7), (a, b) => Math.Abs(a - b) < 1e-14);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(30, 30)]
    [InlineData(20, 50)]
    [InlineData(50, 20)]
    public void TheShorterVectorsOfAnOrthogonalMatrixAreOrthonormal(int rows, int columns)
    {
        var weights = Draw(nameof(Initializer.Orthogonal), rows: rows, columns: columns);
        var count = Math.Min(rows, columns);
        var vectors = Enumerable.Range(0, count).Select(index => rows <= columns
            ? weights.Skip(index * columns).Take(columns).ToArray()
            : [.. Enumerable.Range(0, rows).Select(row => weights[(row * columns) + index])]).ToList();

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                Assert.Equal(i == j ? 1 : 0, vectors[i].Zip(vectors[j], (a, b) => a * b).Sum(), 1e-14);
        }
    }

    [Theory]
    [InlineData(nameof(Activation.Selu), nameof(Initializer.LeCunNormal))]
    [InlineData(nameof(Activation.Relu), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.LeakyRelu), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Elu), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Gelu), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.GeluTanh), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Silu), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Softplus), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.HardSwish), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Mish), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Relu6), nameof(Initializer.HeUniform))]
    [InlineData(nameof(Activation.Identity), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.Sigmoid), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.Tanh), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.Softsign), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.HardSigmoid), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.HardTanh), nameof(Initializer.GlorotUniform))]
    [InlineData(nameof(Activation.Softmax), nameof(Initializer.GlorotUniform))]
    public void TheActivationChoosesTheDefault(string activation, string initializer) => Assert.Equal(
        Draw(initializer, "Identity"), Draw(nameof(Initializer.Default), activation));

    [Theory]
    [MemberData(nameof(Names))]
    public void BiasesStartAtZeroAndDrawNothing(string initializer)
    {
        var bias = new ParameterTensor("0.bias", ParameterKind.Bias, 3, 1, 0, 1, 1, "Relu", 0, initializer);
        var weight = new ParameterTensor("2.weight", ParameterKind.Weight, 1, 1, 3, 1, 1, "Relu", 1);
        var packed = new double[4];

        new ParameterLayout("Net", "", "", 4, bias, weight).Initialize(packed.AsSpan(), seed: 3);

        Assert.Equal([0, 0, 0, Draw(nameof(Initializer.Default), "Relu", 1, 1, seed: 3)[0]], packed);
    }

    [Theory]
    [InlineData("Glorot")]
    [InlineData("3")]
    [InlineData("")]
    public void AnUnknownInitializerIsRefused(string initializer) =>
        Assert.Throws<ArgumentException>(nameof(initializer), () => Draw(initializer));

    private static double[] Draw(
        string initializer, string activation = "Tanh", int rows = Rows, int columns = Columns, int seed = 1)
    {
        var weight = new ParameterTensor(
            "0.weight", ParameterKind.Weight, rows, columns, 0, columns, 1, activation, 0, initializer);
        var packed = new double[rows * columns];
        new ParameterLayout("Net", "", "", packed.Length, weight).Initialize(packed.AsSpan(), seed);
        return packed;
    }
}
