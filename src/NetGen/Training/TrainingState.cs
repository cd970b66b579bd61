namespace NetGen;

/// <summary>A copy of what steps change: the parameters, and what the optimizer remembers.</summary>
internal sealed class TrainingState<T>
    where T : unmanaged
{
    private readonly Optimizer<T> _optimizer;
    private readonly T[] _parameters;
    private readonly T[][] _states;
    private long _steps;

    public TrainingState(Optimizer<T> optimizer)
    {
        var length = optimizer.Network.Layout.PackedLength;
        _optimizer = optimizer;
        _parameters = new T[length];
        _states = new T[optimizer.StateCount][];
        for (var state = 0; state < _states.Length; state++)
            _states[state] = new T[length];
    }

    public void Save()
    {
        _optimizer.Network.PackedParameters.CopyTo(_parameters);
        for (var state = 0; state < _states.Length; state++)
            _optimizer.State(state).CopyTo(_states[state]);
        _steps = _optimizer.StepCount;
    }

    public void Restore()
    {
        _parameters.AsSpan().CopyTo(_optimizer.Network.PackedParameters);
        for (var state = 0; state < _states.Length; state++)
            _states[state].AsSpan().CopyTo(_optimizer.State(state));
        _optimizer.StepCount = _steps;
    }
}
