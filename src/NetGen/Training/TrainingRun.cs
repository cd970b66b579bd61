namespace NetGen;

/// <summary>A training between two epochs, but for what the network, the optimiser and the schedule know themselves.</summary>
internal sealed class TrainingRun<T>
    where T : unmanaged
{
    /// <summary>A training that has not begun.</summary>
    public TrainingRun(Optimizer<T> optimizer, LearningRateSchedule schedule)
        : this(optimizer, schedule, optimizer.LearningRate, [], best: 0, bestParameters: null) => schedule.TryRestoreState([]);

    /// <param name="optimizer">What changes the parameters.</param>
    /// <param name="schedule">What sets its rate.</param>
    /// <param name="baseRate">The optimiser's rate before the first step.</param>
    /// <param name="epochs">The epochs that are over.</param>
    /// <param name="best">The best of them, from 1 on; 0 if there is none.</param>
    /// <param name="bestParameters">Those after it in canonical order, if they are kept.</param>
    public TrainingRun(Optimizer<T> optimizer, LearningRateSchedule schedule, double baseRate, IEnumerable<EpochResult> epochs, int best, T[]? bestParameters)
    {
        Optimizer = optimizer;
        Schedule = schedule;
        BaseRate = baseRate;
        Epochs = [.. epochs];
        Best = best;
        BestParameters = bestParameters;
    }

    public Optimizer<T> Optimizer { get; }

    public LearningRateSchedule Schedule { get; }

    public double BaseRate { get; }

    /// <summary>The samples that it learns from, in words.</summary>
    public string TrainingData { get; set; } = string.Empty;

    /// <summary>The samples that judge it, in words.</summary>
    public string ValidationData { get; set; } = string.Empty;

    public List<EpochResult> Epochs { get; }

    public int Best { get; private set; }

    public T[]? BestParameters { get; private set; }

    public int EpochsWithoutImprovement => Epochs.Count - Best;

    /// <summary>The epoch whose parameters <see cref="RestoreBest"/> leaves in the network.</summary>
    public int EpochOfParameters => BestParameters is null ? Epochs.Count : Best;

    /// <summary>Takes note of an epoch, whose parameters the network has.</summary>
    public void Add(EpochResult epoch, EarlyStopping? stopping)
    {
        Schedule.EndEpoch(Epochs.Count, epoch.ValidationLoss ?? epoch.TrainingLoss);
        Epochs.Add(epoch);
        if (stopping is null || !stopping.IsBetter(epoch, Best == 0 ? null : Epochs[Best - 1]))
            return;

        // A metric may be a number although the outputs are none.
        if (NotFinite.Find<T>(Optimizer.Network.Layout, Optimizer.Network.PackedParameters) is not null)
            return;
        Best = epoch.Epoch;
        if (!stopping.RestoreBest)
            return;
        BestParameters ??= new T[Optimizer.Network.ParameterCount];
        Optimizer.Network.CopyParametersTo(BestParameters);
    }

    /// <summary>Gives the network the parameters of the best epoch, if they are kept.</summary>
    public void RestoreBest()
    {
        if (BestParameters is not null && Best < Epochs.Count)
            Optimizer.Network.SetParameters(BestParameters);
    }
}
