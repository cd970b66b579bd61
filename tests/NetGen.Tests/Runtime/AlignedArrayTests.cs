using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Tests.Runtime;

public class AlignedArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void StartsOnA64ByteBoundary(int length)
    {
        AssertAligned(new AlignedArray<float>(length));
        AssertAligned(new AlignedArray<double>(length));
        AssertAligned(new AlignedArray<int>(length));
    }

    [Fact]
    public void StaysOnItsBoundaryThroughCollections()
    {
        var arrays = Enumerable.Range(0, 100).Select(i => new AlignedArray<float>(i)).ToArray();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.All(arrays, AssertAligned);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(1000)]
    public void HasItsLengthAndIsZero(int length)
    {
        var array = new AlignedArray<double>(length);

        Assert.Equal(length, array.Length);
        Assert.Equal(new double[length], array.Span.ToArray());
    }

    [Fact]
    public void SpanIsTheSameMemoryEachTime()
    {
        var array = new AlignedArray<double>(3);
        array.Span[2] = 5;

        Assert.Equal([0, 0, 5], array.Span.ToArray());
    }

    [Fact]
    public void TakesElementsThatDivideNoBoundary()
    {
        var array = new AlignedArray<(int, int, int)>(10);
        array.Span[9] = (1, 2, 3);

        Assert.Equal((1, 2, 3), array.Span[9]);
    }

    [Fact]
    public void NegativeLengthIsRefused()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedArray<float>(-1));

        Assert.Equal("length", e.ParamName);
    }

    [Fact]
    public void WorkspaceIsZeroedAndKeepsWhatIsWritten()
    {
        var workspace = new Workspace<float>(20);
        Assert.Equal(new float[20], workspace.Span.ToArray());

        workspace.Span[19] = 1;

        Assert.Equal(20, workspace.Length);
        Assert.Equal(1, workspace.Span[19]);
    }

    private static void AssertAligned<T>(AlignedArray<T> array)
        where T : unmanaged
    {
        // The distance from address 0; the array is pinned, so that it stays.
        ref var first = ref MemoryMarshal.GetReference(array.Span);
        Assert.Equal(0, Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref first) % 64);
    }
}
