namespace NetGen;

/// <summary>A copy of what steps change: the parameters, and what the optimizer remembers.</summary>
internal sealed class TrainingState<T>(Optimizer<T> optimizer)
    where T : unmanaged
{
    private readonly T[] _parameters = new T[optimizer.Network.Layout.PackedLength];
    private readonly T[] _memory = new T[optimizer.StateLength];
    private long _steps;

    public void Save()
    {
        optimizer.Network.PackedParameters.CopyTo(_parameters);
        optimizer.CopyStateTo(_memory);
        _steps = optimizer.StepCount;
    }

    public void Restore()
    {
        _parameters.CopyTo(optimizer.Network.PackedParameters);
        optimizer.SetState(_memory, _steps);
    }
}
