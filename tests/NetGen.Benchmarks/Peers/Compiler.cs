using System.Security.Cryptography;
using System.Text;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Peers;

/// <summary>A C or C++ compiler, and the libraries it has made, which it makes once.</summary>
internal sealed class Compiler
{
    private Compiler(string command, string version)
    {
        Command = command;
        Version = version;
    }

    public string Command { get; }

    /// <summary>The first line of what the compiler says of itself.</summary>
    public string Version { get; }

    /// <summary>The first of these commands that there is.</summary>
    public static Compiler? Find(params string[] commands)
    {
        foreach (string command in commands)
        {
            var version = Tool.Run(command, "--version");
            if (version.Succeeded)
                return new Compiler(command, version.Output.Split('\n')[0].Trim());
        }

        return null;
    }

    /// <summary>Compiles a source of this folder to a shared library, unless it is there from an earlier run.</summary>
    /// <param name="source">File name in <c>Peers</c>.</param>
    /// <param name="compile">Options to compile with.</param>
    /// <param name="link">Options to link with.</param>
    /// <returns>The library's path.</returns>
    /// <exception cref="InvalidOperationException">The compiler reports an error; the message is the compiler's.</exception>
    public string BuildLibrary(string source, string[] compile, params string[] link)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Peers", source);
        string header = Path.Combine(AppContext.BaseDirectory, "Peers", "peer.h");
        string identity = string.Join('\n', [
            Version, Machine.Processor, string.Join(' ', compile), string.Join(' ', link), File.ReadAllText(path), File.ReadAllText(header)]);
        string key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        string library = Path.Combine(Tool.Folder("native"), $"{Path.GetFileNameWithoutExtension(source)}-{key}.so");
        if (File.Exists(library))
            return library;

        // Linked apart, since -ffast-math makes gcc's linker add code that flushes denormals in the whole process.
        string objects = library + ".o";
        Check(Tool.Run(Command, ["-c", path, "-o", objects, "-fPIC", "-fvisibility=hidden", .. compile]));
        Check(Tool.Run(Command, ["-shared", objects, "-o", library + ".new", .. link]));
        File.Move(library + ".new", library);
        return library;
    }

    private static void Check(Tool.Result result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(result.Errors);
    }
}
