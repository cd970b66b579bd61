using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Tests.Compiling;

/// <summary>
/// Models that an earlier run has compiled without a problem, beside the tests: runs that differ in the machine's vectors
/// compile none of them again. A key holds all that a compilation depends on.
/// </summary>
internal static class CompiledCache
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "compiled");

    private static readonly byte[] Generator = File.ReadAllBytes(typeof(NetworkGenerator).Assembly.Location);

    /// <summary>The assembly and the generated text; null if there is none.</summary>
    public static (byte[] Image, string GeneratedSource)? Find(string source, Target target)
    {
        var file = FileOf(source, target);
        return File.Exists(file) ? (File.ReadAllBytes(file), File.ReadAllText(TextOf(file))) : null;
    }

    public static void Add(string source, Target target, byte[] image, string generatedSource)
    {
        var file = FileOf(source, target);
        Directory.CreateDirectory(Folder);
        Write(TextOf(file), Encoding.UTF8.GetBytes(generatedSource));
        Write(file, image);
    }

    /// <summary>The file is there whole, or not at all.</summary>
    private static void Write(string file, byte[] content)
    {
        var part = $"{file}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        File.WriteAllBytes(part, content);
        File.Move(part, file, overwrite: true);
    }

    private static string TextOf(string file) => Path.ChangeExtension(file, ".cs");

    private static string FileOf(string source, Target target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Generator);
        hash.AppendData(TargetReferences.Of(target).NetGen);
        hash.AppendData(Encoding.UTF8.GetBytes($"{typeof(CSharpCompilation).Assembly.FullName}\n{Environment.Version}\n{target}\n{source}"));
        return Path.Combine(Folder, Convert.ToHexString(hash.GetHashAndReset())[..32] + ".dll");
    }
}
