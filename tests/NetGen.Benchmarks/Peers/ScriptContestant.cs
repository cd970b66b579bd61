using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>
/// A contestant in a process of its own, which times itself. It is given a folder with the files inputs, targets and
/// parameters of little-endian floats, then the sizes, the hidden and the last activation. It answers each line:
/// <c>time work times rate</c> with nanoseconds, <c>parameters</c> and <c>outputs</c> with the values, and <c>set</c>, after
/// the parameters' file was written anew, with an empty line.
/// </summary>
internal sealed class ScriptContestant : Contestant
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Func<Work, bool> _does;

    public ScriptContestant(string name, ProcessStartInfo start, Workload workload, string folder, Func<Work, bool> does)
        : base(name)
    {
        _folder = folder;
        _does = does;
        WriteFile("inputs", workload.Inputs);
        WriteFile("targets", workload.Targets);
        WriteFile("parameters", workload.Parameters);
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(string.Join(',', workload.Shape.Sizes));
        start.ArgumentList.Add($"{workload.Shape.Hidden}");
        start.ArgumentList.Add($"{workload.Shape.Output}");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        // Threads that wait for work would take the one core from the one that works.
        start.Environment["OMP_NUM_THREADS"] = "1";
        _process = Process.Start(start)!;
    }

    public override bool Does(Work work) => _does(work);

    public override double Time(Work work, int times, float learningRate) =>
        Values(string.Create(CultureInfo.InvariantCulture, $"time {(int)work} {times} {learningRate}"))[0];

    public override float[] GetParameters() => [.. Values("parameters").Select(value => (float)value)];

    public override void SetParameters(float[] values)
    {
        WriteFile("parameters", values);
        Ask("set");
    }

    public override float[] GetOutputs() => [.. Values("outputs").Select(value => (float)value)];

    public override void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        base.Dispose();
    }

    private double[] Values(string question) =>
        [.. Ask(question).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{Name} ended at \"{question}\".");
    }

    private void WriteFile(string name, ReadOnlySpan<float> values) =>
        File.WriteAllBytes(Path.Combine(_folder, name), MemoryMarshal.AsBytes(values));
}
