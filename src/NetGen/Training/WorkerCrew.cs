using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>Threads that do the same work again and again together with the caller. A run allocates nothing.</summary>
internal sealed class WorkerCrew : IDisposable
{
    private readonly Action<int> _work;
    private readonly Barrier? _barrier;
    private ExceptionDispatchInfo? _failure;
    private bool _isOver;

    /// <param name="degree">Workers, the caller counted; at least 1.</param>
    /// <param name="work">Given the worker's number, 0 for the caller.</param>
    public WorkerCrew(int degree, Action<int> work)
    {
        _work = work;
        if (degree == 1)
            return;
        _barrier = new(degree);
        for (var worker = 1; worker < degree; worker++)
        {
            var number = worker;
            new Thread(() => Serve(number)) { IsBackground = true, Name = $"NetGen worker {number}" }.Start();
        }
    }

    /// <summary>Has every worker do its work, and waits for all. The first failure is thrown here.</summary>
    public void Run()
    {
        _barrier?.SignalAndWait();
        Work(0);
        _barrier?.SignalAndWait();
        var failure = _failure;
        _failure = null;
        failure?.Throw();
    }

    public void Dispose()
    {
        if (_barrier is null || _isOver)
            return;
        _isOver = true;
        _barrier.SignalAndWait();
    }

    private void Serve(int worker)
    {
        while (true)
        {
            _barrier!.SignalAndWait();
            if (_isOver)
                return;
            Work(worker);
            _barrier.SignalAndWait();
        }
    }

    private void Work(int worker)
    {
        try
        {
            _work(worker);
        }
        catch (Exception e)
        {
            // A barrier that one of them never reaches would keep the others waiting for ever.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
        }
    }
}
