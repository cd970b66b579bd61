using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class BroadcastLaneTests
{
    public static TheoryData<int> Lanes => [.. Enumerable.Range(0, 16)];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void EveryLaneIsTheOneAskedFor(int lane)
    {
        Assert.Equal(Vector512.Create((float)lane), Kernel.OfSingle(Vector512.Create([.. Enumerable.Range(0, 16).Select(x => (float)x)]), lane));
        Assert.Equal(Vector256.Create((float)(lane % 8)), Kernel.OfSingle(Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7), lane % 8));
        Assert.Equal(Vector128.Create((float)(lane % 4)), Kernel.OfSingle(Vector128.Create(0f, 1, 2, 3), lane % 4));
        Assert.Equal(Vector512.Create((double)(lane % 8)), Kernel.OfDouble(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), lane % 8));
        Assert.Equal(Vector256.Create((double)(lane % 4)), Kernel.OfDouble(Vector256.Create(0.0, 1, 2, 3), lane % 4));
        Assert.Equal(Vector128.Create((double)(lane % 2)), Kernel.OfDouble(Vector128.Create(0.0, 1), lane % 2));
    }

    private sealed class Kernel : KernelBase<float>
    {
        public static Vector512<float> OfSingle(Vector512<float> vector, int lane) => BroadcastLane(vector, lane);

        public static Vector256<float> OfSingle(Vector256<float> vector, int lane) => BroadcastLane(vector, lane);

        public static Vector128<float> OfSingle(Vector128<float> vector, int lane) => BroadcastLane(vector, lane);

        public static Vector512<double> OfDouble(Vector512<double> vector, int lane) => BroadcastLane(vector, lane);

        public static Vector256<double> OfDouble(Vector256<double> vector, int lane) => BroadcastLane(vector, lane);

        public static Vector128<double> OfDouble(Vector128<double> vector, int lane) => BroadcastLane(vector, lane);
    }
}
