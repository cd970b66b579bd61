using NetGen.Tests.Reference;

namespace NetGen.Tests.Training;

/// <summary>Schedules give the rates that PyTorch 1.13 gives, base rate 0.5.</summary>
public class ScheduleTests
{
    private const double BaseRate = 0.5;

    private static readonly Tolerance Closely = new(0, 1e-14);

    [Fact]
    public void Constant() => Check(new ConstantSchedule(), 1, 0.5, 0.5, 0.5);

    [Fact]
    public void Step() => Check(new StepSchedule(3), 1, 0.5, 0.5, 0.5, 0.05, 0.05, 0.05, 0.005000000000000001, 0.005000000000000001);

    [Fact]
    public void Exponential() =>
        Check(new ExponentialSchedule(0.9), 1, 0.5, 0.45, 0.405, 0.36450000000000005, 0.32805000000000006, 0.2952450000000001);

    [Fact]
    public void Cosine() => Check(
        new CosineSchedule(8, minimum: 0.05), 1, 0.5, 0.48287289481503953, 0.4340990257669732, 0.36110377228214524, 0.275, 0.18889622771785486, 0.11590097423302685,
        0.0671271051849605, 0.05, 0.05);

    [Fact]
    public void WarmUp() => Check(
        new WarmUpSchedule(2, startFactor: 0.1), 5, 0.05, 0.095, 0.14, 0.18500000000000003, 0.23000000000000004, 0.275, 0.32, 0.365, 0.41000000000000003,
        0.45500000000000007, 0.5, 0.5);

    [Fact]
    public void WhatFollowsAWarmUpCountsFromThere() => Check(new WarmUpSchedule(1, new StepSchedule(1), startFactor: 0.5), 2, 0.25, 0.375, 0.5, 0.5, 0.05, 0.05);

    [Fact]
    public void OneCycle() => Check(
        new OneCycleSchedule(4), 5, 0.020000000000000018, 0.06583592135001265, 0.18583592135001265, 0.3341640786499874, 0.45416407864998737, 0.5, 0.49373200311754367,
        0.47524231600673683, 0.445458088785525, 0.40587282697488153, 0.3584715008956504, 0.30563101096814466, 0.250001, 0.19437098903185537, 0.14153049910434962,
        0.09412917302511849, 0.05454391121447502, 0.024759683993263143, 0.006269996882456277, 2e-06, 2e-06);

    /// <summary>The peak of fewer than four steps lies before the first of them, which is on its way down already.</summary>
    [Fact]
    public void OneCycleOfFewSteps()
    {
        Check(new OneCycleSchedule(1), 1, 2e-06, 2e-06);
        Check(new OneCycleSchedule(1), 2, 0.4058728269748815, 2e-06);
        Check(new OneCycleSchedule(1), 3, 0.49720771772545586, 0.23131855133348753, 2e-06);
        Check(new OneCycleSchedule(3), 1, 0.49720771772545586, 0.23131855133348753, 2e-06);
        Check(new OneCycleSchedule(1), 4, 0.020000000000000018, 0.4058728269748815, 0.14153049910434962, 2e-06);
        Check(new OneCycleSchedule(1, rise: 0.1), 5, 0.4849232155038563, 0.3750005, 0.2065891292314451, 0.05849065526469865, 2e-06);
        Check(new OneCycleSchedule(1, rise: 0.9), 2, 0.020000000000000018, 2e-06);
    }

    /// <summary>Its bad epochs begin with the first whose rate is its own.</summary>
    [Fact]
    public void APlateauBeginsAfterTheWarmUp()
    {
        double[] losses = [1, 1, 1, 1, 1, 1, 1];
        double[] expected = [0.05, 0.2, 0.35, 0.5, 0.5, 0.25, 0.125];
        var schedule = new WarmUpSchedule(3, new ReduceOnPlateau(0.5, patience: 0));
        for (var epoch = 0; epoch < losses.Length; epoch++)
        {
            Closely.Check($"rate of epoch {epoch}", expected[epoch], schedule.Rate(BaseRate, epoch, 0, 1));
            schedule.EndEpoch(epoch, losses[epoch]);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 10)]
    public void OneCycleOfFewStepsHasRates(int epochs, int batches)
    {
        for (var step = 0; step <= epochs * batches; step++)
            Assert.InRange(new OneCycleSchedule(epochs).Rate(BaseRate, step / batches, step % batches, batches), 1e-7, BaseRate);
    }

    [Fact]
    public void Plateau()
    {
        double[] losses = [1, 0.9, 0.9, 0.9, 0.9, 0.89, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.6, 0.6, 0.6, 0.6];
        double[] expected = [0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.125, 0.1, 0.1, 0.1, 0.1, 0.1];
        LearningRateSchedule schedule = new ReduceOnPlateau(factor: 0.5, patience: 2, threshold: 0.01, cooldown: 1, minimum: 0.1);
        for (var epoch = 0; epoch < losses.Length; epoch++)
        {
            Assert.Equal(expected[epoch], schedule.Rate(BaseRate, epoch, 0, 1));
            schedule.EndEpoch(epoch, losses[epoch]);

            // Another one that is given the state goes on alike.
            var state = schedule.SaveState();
            schedule = new ReduceOnPlateau(factor: 0.5, patience: 2, threshold: 0.01, cooldown: 1, minimum: 0.1);
            Assert.True(schedule.TryRestoreState(state));
        }
    }

    [Fact]
    public void BadNumbersAreNamed()
    {
        Assert.Equal("every", Assert.Throws<ArgumentOutOfRangeException>(() => new StepSchedule(0)).ParamName);
        Assert.Equal("factor", Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialSchedule(double.NaN)).ParamName);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => new CosineSchedule(0)).ParamName);
        Assert.Equal("startFactor", Assert.Throws<ArgumentOutOfRangeException>(() => new WarmUpSchedule(1, startFactor: 2)).ParamName);
        Assert.Equal("rise", Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycleSchedule(1, rise: 1)).ParamName);
        Assert.Equal("patience", Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(patience: -1)).ParamName);
    }

    private static void Check(LearningRateSchedule schedule, int batches, params double[] expected)
    {
        for (var step = 0; step < expected.Length; step++)
            Closely.Check($"rate of step {step}", expected[step], schedule.Rate(BaseRate, step / batches, step % batches, batches));
    }
}
