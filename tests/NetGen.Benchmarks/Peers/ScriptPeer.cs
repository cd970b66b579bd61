using System.Diagnostics;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A peer behind a script of this folder.</summary>
/// <param name="column">Its column.</param>
/// <param name="command">What runs the script.</param>
/// <param name="script">File name in <c>Peers</c>.</param>
/// <param name="does">Whether it does a work.</param>
/// <param name="environment">Variables for the script.</param>
/// <param name="prepare">Writes further files into the contestant's folder.</param>
internal sealed class ScriptPeer(
    string column,
    string command,
    string script,
    Func<Work, bool> does,
    IReadOnlyDictionary<string, string>? environment = null,
    Action<Workload, string>? prepare = null) : IPeer
{
    public string Column => column;

    public Contestant Create(Workload workload)
    {
        string folder = Tool.Folder(Path.Combine(column.ToLowerInvariant().Replace(' ', '-'), workload.Shape.Name));
        prepare?.Invoke(workload, folder);
        var start = new ProcessStartInfo(command, [Path.Combine(AppContext.BaseDirectory, "Peers", script)]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ScriptContestant(column, start, workload, folder, does);
    }
}
