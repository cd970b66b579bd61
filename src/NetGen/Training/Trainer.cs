using System.Diagnostics;

namespace NetGen;

/// <summary>Trains a network: epochs of shuffled minibatches, judged by validation data.</summary>
/// <remarks>
/// <para>
/// The result follows from the initial parameters, the data and the settings alone: it has the same bits for every
/// <see cref="DegreeOfParallelism"/>, and for a training that was resumed from a checkpoint. An epoch allocates a few objects, a step
/// nothing.
/// </para>
/// <para>The network is used by the trainer alone while it trains.</para>
/// </remarks>
/// <param name="optimizer">What changes the parameters of its network.</param>
/// <exception cref="ArgumentNullException"><paramref name="optimizer"/> is null.</exception>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class Trainer<T>(Optimizer<T> optimizer)
    where T : unmanaged
{
    private TrainingRun<T>? _resumed;

    /// <summary>What changes the parameters.</summary>
    public Optimizer<T> Optimizer { get; } = optimizer ?? throw new ArgumentNullException(nameof(optimizer));

    /// <summary>Samples of a minibatch, whose mean gradient makes a step; the last one of an epoch may be shorter. At least 1; 32 if not set.</summary>
    public int BatchSize
    {
        get;
        init => field = Hyperparameter.AtLeast(1, value, nameof(BatchSize));
    } = 32;

    /// <summary>Whether each epoch takes the samples in another order; true if not set.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Decides the orders of the samples, the same on every platform. Any number.</summary>
    public int Seed { get; init; }

    /// <summary>How the optimiser's learning rate changes; it stays if not set.</summary>
    public LearningRateSchedule Schedule { get; init; } = new ConstantSchedule();

    /// <summary>The largest norm of a batch's gradient, as <see cref="Gradients.ClipNorm"/> does it; above 0; without limit if not set.</summary>
    public double? ClipNorm
    {
        get;
        init => field = value is { } limit ? Hyperparameter.Positive(limit, nameof(ClipNorm)) : null;
    }

    /// <summary>The largest absolute value in a batch's gradient, after <see cref="ClipNorm"/>; above 0; without limit if not set.</summary>
    public double? ClipValue
    {
        get;
        init => field = value is { } limit ? Hyperparameter.Positive(limit, nameof(ClipValue)) : null;
    }

    /// <summary>λ₁ of the penalty λ₁ Σ |W| over the weights; 0 or more; 0 if not set. It is not part of the losses.</summary>
    public double L1
    {
        get;
        init => field = Hyperparameter.NotNegative(value, nameof(L1));
    }

    /// <summary>
    /// Whether a training that has become infinite or no number ends with a <see cref="TrainingDivergedException"/>; true if not set. It
    /// costs a step one comparison.
    /// </summary>
    public bool StopIfDiverged { get; init; } = true;

    /// <summary>When a training that gets no better ends; never before its last epoch if not set.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>A measure of the validation data after each epoch; none if not set.</summary>
    public Metric<T>? Metric { get; init; }

    /// <summary>
    /// Threads that share a minibatch, the caller counted; at least 1, which is what it is if not set. Each shard of a batch is one
    /// thread's: it pays for batches of several shards, of networks of ten thousand parameters and more.
    /// </summary>
    public int DegreeOfParallelism
    {
        get;
        init => field = Hyperparameter.AtLeast(1, value, nameof(DegreeOfParallelism));
    } = 1;

    /// <summary>
    /// Samples whose gradients one thread adds up, before those sums are added in order; at least 1; 32 if not set. It is part of what
    /// the result follows from, unlike the number of threads.
    /// </summary>
    public int ShardSize
    {
        get;
        init => field = Hyperparameter.AtLeast(1, value, nameof(ShardSize));
    } = 32;

    /// <summary>A file that holds, after each epoch, all that <see cref="Resume"/> needs to go on; none if not set.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Epochs from checkpoint to checkpoint; at least 1, which is what it is if not set. The last epoch always has one.</summary>
    public int CheckpointEvery
    {
        get;
        init => field = Hyperparameter.AtLeast(1, value, nameof(CheckpointEvery));
    } = 1;

    /// <summary>Is called after each epoch, when the network has its parameters.</summary>
    public Action<EpochResult>? EpochEnded { get; init; }

    private INetwork<T> Network => Optimizer.Network;

    // What a batch's gradient goes through makes the network's own fused step impossible.
    private bool IsFused => Optimizer.IsPlainDescent && ClipNorm is null && ClipValue is null && L1 == 0 && BatchSize <= ShardSize;

    /// <summary>
    /// The next <see cref="Fit"/> goes on after the epoch that a checkpoint was written at. The network gets its parameters now, the
    /// optimiser and the schedule what they knew, the learning rate that all began with included. The other settings must be those
    /// of the training that wrote it, but for <see cref="DegreeOfParallelism"/>, <see cref="EarlyStopping"/>,
    /// <see cref="StopIfDiverged"/> and what is reported, and so must the data be: <see cref="Fit"/> refuses others by their number and sizes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="WeightFileException">It is no checkpoint of this network, or of other settings. Nothing has changed.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public void Resume(string path)
    {
        Guard.NotNull(path, nameof(path));
        _resumed = CheckpointFile.Load(path, Optimizer, Schedule, Settings);
    }

    /// <summary>Trains the network.</summary>
    /// <param name="training">The samples to learn from.</param>
    /// <param name="epochs">Passes over them, those before a checkpoint that it goes on from included; at least 1.</param>
    /// <param name="validation">Samples that it does not learn from, whose loss is computed after each epoch; may be left out.</param>
    /// <param name="progress">Is told after each batch and each epoch.</param>
    /// <param name="cancellationToken">
    /// Ends the training between two batches; the network then has the parameters of the last step, the checkpoint those of its epoch.
    /// </param>
    /// <returns>What each epoch ended with.</returns>
    /// <exception cref="ArgumentException">
    /// The data are empty, are of other sizes than the network, have labels although its loss takes none or labels beyond its outputs; or a
    /// training is resumed that had data of another number or other sizes. Nothing has changed.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The metric or early stopping by it needs validation data that are not given.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="TrainingDivergedException">A step computed what is infinite or not a number; see <see cref="StopIfDiverged"/>.</exception>
    /// <exception cref="IOException">The checkpoint cannot be written.</exception>
    public TrainingHistory Fit(
        Dataset<T> training, int epochs, Dataset<T>? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Hyperparameter.AtLeast(1, epochs, nameof(epochs));
        Suitability.Check(Network, training, nameof(training));
        if (validation is not null)
            Suitability.Check(Network, validation, nameof(validation));
        else if (Metric is not null)
            throw new InvalidOperationException($"The metric {Metric.Name} is one of validation data, but there are none: pass them to {nameof(Fit)}.");
        if (EarlyStopping is { WatchMetric: true } && Metric is null)
            throw new InvalidOperationException($"Early stopping is to watch the metric, but there is none: set {nameof(Metric)}.");

        if (_resumed is not null)
        {
            Suitability.CheckSame(_resumed.TrainingData, training, nameof(training));
            Suitability.CheckSame(_resumed.ValidationData, validation, nameof(validation));
        }

        var run = _resumed ?? new TrainingRun<T>(Optimizer, Schedule);
        (run.TrainingData, run.ValidationData) = (Suitability.Describe(training), Suitability.Describe(validation));
        _resumed = null;
        using var gradient = new BatchGradient<T>(Network, training, Math.Min(BatchSize, training.Count), ShardSize, DegreeOfParallelism);
        var watch = StopIfDiverged ? new DivergenceWatch<T>(Optimizer, gradient, training) : null;
        var order = new SampleOrder(training.Count, Shuffle, Seed);
        var clock = Stopwatch.StartNew();
        var stoppedEarly = HasStopped(run);
        try
        {
            for (var epoch = run.Epochs.Count; epoch < epochs && !stoppedEarly; epoch++)
            {
                order.StartEpoch(epoch);
                var loss = TrainEpoch(run, order.Indices, gradient, watch, epoch, Report, cancellationToken);
                var result = new EpochResult(
                    epoch + 1, Optimizer.LearningRate, loss, validation is null ? null : Real.ToDouble(Network.ComputeLossBatch(validation)), validation is null ? null : Metric?.Evaluate(Network, validation));
                run.Add(result, EarlyStopping);
                stoppedEarly = HasStopped(run);
                if (CheckpointPath is not null && (run.Epochs.Count % CheckpointEvery == 0 || epoch + 1 == epochs || stoppedEarly))
                    CheckpointFile.Save(CheckpointPath, run, Settings);
                Report(epoch, BatchesOf(training.Count), loss, result);
                EpochEnded?.Invoke(result);
            }
        }
        finally
        {
            Optimizer.LearningRate = run.BaseRate;
        }

        run.RestoreBest();
        return new(run.Epochs, run.EpochOfParameters, stoppedEarly);

        void Report(int epoch, int batch, double loss, EpochResult? result) => progress?.Report(new(
            epoch + 1, epochs, batch, BatchesOf(training.Count), loss, Optimizer.LearningRate, clock.Elapsed, result is not null,
            result?.ValidationLoss ?? double.NaN, result?.Metric ?? double.NaN, Metric?.Name));
    }

    /// <summary>A step for each batch.</summary>
    /// <returns>The mean loss over the samples.</returns>
    private double TrainEpoch(
        TrainingRun<T> run,
        int[] order,
        BatchGradient<T> gradient,
        DivergenceWatch<T>? watch,
        int epoch,
        Action<int, int, double, EpochResult?> report,
        CancellationToken cancellationToken)
    {
        var batches = BatchesOf(order.Length);
        var sum = 0.0;
        watch?.StartEpoch();
        for (var batch = 0; batch < batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var loss = TrainBatch(run, order, gradient, epoch, batch);
            sum += loss;
            if (watch is not null && (!Finite.Is(loss) || (batch + 1 == batches && !watch.IsSound)))
                throw watch.Find(epoch, batch, number => SamplesOf(order, number), number => TrainBatch(run, order, gradient, epoch, number));
            report(epoch, batch + 1, sum / Math.Min(order.Length, (batch + 1) * (long)BatchSize), null);
        }

        return sum / order.Length;
    }

    /// <summary>A step.</summary>
    /// <returns>The sum of the samples' losses before it.</returns>
    private double TrainBatch(TrainingRun<T> run, int[] order, BatchGradient<T> gradient, int epoch, int batch)
    {
        var samples = SamplesOf(order, batch);
        Optimizer.LearningRate = Schedule.Rate(run.BaseRate, epoch, batch, BatchesOf(order.Length));
        if (IsFused)
        {
            var sum = gradient.Train(samples, Real.FromDouble<T>(Optimizer.LearningRate));
            Optimizer.CountStep();
            return sum;
        }

        var loss = gradient.Compute(order, samples.Offset, samples.Count);
        Step(gradient.Span);
        return loss;
    }

    private ArraySegment<int> SamplesOf(int[] order, int batch) =>
        new(order, batch * BatchSize, Math.Min(BatchSize, order.Length - (batch * BatchSize)));

    private void Step(Span<T> gradient)
    {
        Network.AddWeightDecay(Real.FromDouble<T>(1), gradient);
        if (L1 > 0)
            Gradients.AddL1(Network, gradient, L1);
        if (ClipNorm is { } norm)
            Gradients.ClipNorm(Network.Layout, gradient, norm);
        if (ClipValue is { } value)
            Gradients.ClipValue(gradient, value);
        Optimizer.Step(gradient, addWeightDecay: false);
    }

    private int BatchesOf(int samples) => ((samples - 1) / BatchSize) + 1;

    private bool HasStopped(TrainingRun<T> run) => EarlyStopping is { } stopping && run.EpochsWithoutImprovement > stopping.Patience;

    /// <summary>What a resumed training must have in common with the one that wrote the checkpoint.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> Settings =>
    [
        new(nameof(Optimizer), Optimizer.ToString()),
        new(nameof(Schedule), Schedule.ToString()),
        new(nameof(BatchSize), FormattableString.Invariant($"{BatchSize}")),
        new(nameof(ShardSize), FormattableString.Invariant($"{ShardSize}")),
        new(nameof(Shuffle), Shuffle ? FormattableString.Invariant($"with {nameof(Seed)} {Seed}") : "no"),
        new(nameof(ClipNorm), Limit(ClipNorm)),
        new(nameof(ClipValue), Limit(ClipValue)),
        new(nameof(L1), RoundTrip.Text(L1)),
    ];

    private static string Limit(double? limit) => limit is { } value ? RoundTrip.Text(value) : "none";
}
