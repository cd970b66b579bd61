using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

[Collection(nameof(AllocationTests))]
public class TrainerAllocationTests
{
    [Fact]
    public void WholeStepsOfAnOptimiserAllocateNothing()
    {
        var data = TrainerTests.Data(seed: 1);
        foreach (var optimizer in new Optimizer<float>[] { new Sgd<float>(new WideNetwork(), 0.01), new Adam<float>(new WideNetwork(), 0.01) })
        {
            Train();
            var least = Enumerable.Range(0, 5).Min(_ =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Train();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
            Assert.Equal(0, least);

            void Train()
            {
                optimizer.TrainBatch(data);
                optimizer.TrainBatch(data.Inputs, data.Labels);
            }
        }
    }

    /// <summary>More epochs cost a few objects each, more steps nothing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void StepsAllocateNothing(int degree)
    {
        var (train, rounds) = (TrainerTests.Data(seed: 1), 40);
        Allocated(batchSize: 60);
        var least = Enumerable.Range(0, 5).Min(_ => Allocated(batchSize: 4) - Allocated(batchSize: 60));

        // Fifteen times as many steps; the smallest object in each would be 24 bytes.
        Assert.InRange(least, long.MinValue, rounds * 14);

        long Allocated(int batchSize)
        {
            var (before, between) = (0L, 0L);
            var trainer = new Trainer<float>(new Adam<float>(new WideNetwork(), 0.01))
            {
                BatchSize = batchSize,
                ShardSize = 2,
                DegreeOfParallelism = degree,
                ClipNorm = 1,
                ClipValue = 0.5,
                L1 = 1e-4,
                Schedule = new OneCycleSchedule(rounds),
                EpochEnded = result =>
                {
                    if (result.Epoch == 1)
                        before = GC.GetTotalAllocatedBytes(precise: true);
                    if (result.Epoch == rounds)
                        between = GC.GetTotalAllocatedBytes(precise: true) - before;
                },
            };
            trainer.Fit(train, rounds);
            return between;
        }
    }
}
