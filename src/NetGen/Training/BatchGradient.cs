namespace NetGen;

/// <summary>
/// Computes the mean gradient of a minibatch with several workers. The batch is cut into shards of a fixed size, whose
/// gradients are added in order: the result has the same bits for every number of workers.
/// </summary>
internal sealed class BatchGradient<T> : IDisposable
    where T : unmanaged
{
    private readonly int _shardSize;
    private readonly SampleGatherer<T>[] _workers;
    private readonly AlignedArray<T>[] _gradients;
    private readonly double[] _losses;
    private readonly WorkerCrew _crew;

    private int[] _order = [];
    private int _start;
    private int _count;
    private int _nextShard;
    private bool _isAdding;

    /// <param name="network">Takes labels if the data have any.</param>
    /// <param name="data">What samples are taken from.</param>
    /// <param name="batchSize">Samples of a minibatch at most.</param>
    /// <param name="shardSize">Samples of a shard at most.</param>
    /// <param name="degree">Workers at most.</param>
    public BatchGradient(INetwork<T> network, Dataset<T> data, int batchSize, int shardSize, int degree)
    {
        _shardSize = Math.Min(shardSize, batchSize);
        var shards = ShardsOf(batchSize);
        _gradients = new AlignedArray<T>[shards];
        for (var shard = 0; shard < shards; shard++)
            _gradients[shard] = new(network.Layout.PackedLength);
        _losses = new double[shards];
        _workers = new SampleGatherer<T>[Math.Min(degree, shards)];
        for (var worker = 0; worker < _workers.Length; worker++)
            _workers[worker] = new(network, data, _shardSize);
        _crew = new(_workers.Length, Work);
    }

    /// <summary>The gradient, packed. Free to be changed until the next one is computed.</summary>
    public Span<T> Span => _gradients[0].Span;

    /// <summary>Computes the mean gradient of the samples order[start], …, order[start + count − 1], without penalties.</summary>
    /// <returns>The sum of their losses.</returns>
    public double Compute(int[] order, int start, int count)
    {
        (_order, _start, _count, _nextShard, _isAdding) = (order, start, count, 0, false);
        _crew.Run();
        var shards = ShardsOf(count);
        if (shards > 1)
        {
            _isAdding = true;
            _crew.Run();
        }

        var loss = 0.0;
        for (var shard = 0; shard < shards; shard++)
            loss += _losses[shard];
        return loss;
    }

    /// <summary>Makes one step of plain gradient descent on a batch that is one shard.</summary>
    /// <returns>The sum of its samples' losses before it.</returns>
    public double Train(ReadOnlySpan<int> samples, T learningRate) => _workers[0].Train(samples, learningRate);

    public void Dispose() => _crew.Dispose();

    private int ShardsOf(int count) => ((count - 1) / _shardSize) + 1;

    private void Work(int worker)
    {
        if (_isAdding)
            Add(worker);
        else
            Accumulate(_workers[worker]);
    }

    private void Accumulate(SampleGatherer<T> worker)
    {
        var shards = ShardsOf(_count);
        var scale = Real.FromDouble<T>(1.0 / _count);
        for (var shard = Interlocked.Increment(ref _nextShard) - 1; shard < shards; shard = Interlocked.Increment(ref _nextShard) - 1)
        {
            var first = shard * _shardSize;
            var gradients = _gradients[shard].Span;
            gradients.Clear();
            _losses[shard] = worker.Accumulate(_order.AsSpan(_start + first, Math.Min(_shardSize, _count - first)), scale, gradients);
        }
    }

    /// <summary>Adds the shards' gradients to the first's, each worker in a range of its own.</summary>
    private void Add(int worker)
    {
        var length = Span.Length;
        var from = (int)((long)length * worker / _workers.Length);
        var to = (int)((long)length * (worker + 1) / _workers.Length);
        for (var shard = 1; shard < ShardsOf(_count); shard++)
            Gradients.Add(Span.Slice(from, to - from), _gradients[shard].Span.Slice(from, to - from));
    }
}
