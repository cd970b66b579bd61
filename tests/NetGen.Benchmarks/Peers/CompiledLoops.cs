using System.Runtime.InteropServices;

namespace NetGen.Benchmarks.Peers;

/// <summary><c>Peers/loops.cpp</c> by each compiler there is, in both layouts and each width that the machine may prefer.</summary>
internal static class CompiledLoops
{
    public const string ColumnName = "C";

    private const string HowToInstall = "apt-get install g++ clang";

    private static readonly string[] Common = ["-O3", "-ffast-math", "-std=c++17"];

    private static readonly (string Name, string Option)[] Layouts = [("[out][in]", "-DOUTPUT_MAJOR=1"), ("[in][out]", "-DOUTPUT_MAJOR=0")];

    /// <param name="width">Bits of the widest vectors that it may use.</param>
    public static PeerSearch Search(int width)
    {
        var variants = new List<IPeer>();
        var versions = new List<string>();
        foreach (var compiler in new[] { Compiler.Find("g++"), Compiler.Find("clang++-19", "clang++") }.OfType<Compiler>())
        {
            try
            {
                variants.AddRange(Variants(compiler, width));
                versions.Add(compiler.Version);
            }
            catch (InvalidOperationException exception)
            {
                versions.Add($"not {compiler.Version}, which says: {exception.Message.Split('\n')[0]}");
            }
        }

        string remark = string.Join(", ", [
            $"the best of {variants.Count} variants: {string.Join(" or ", versions)}",
            string.Join(' ', Common),
            string.Join(" or ", Targets(width).Select(target => string.Join(' ', target.Options))),
            $"weights as {string.Join(" or ", Layouts.Select(layout => layout.Name))}"]);
        return new(ColumnName, variants, variants.Count > 0 ? remark : HowToInstall);
    }

    private static List<IPeer> Variants(Compiler compiler, int width) =>
    [
        .. from layout in Layouts
           from target in Targets(width)
           let library = compiler.BuildLibrary("loops.cpp", [.. Common, .. target.Options, layout.Option], "-lm")
           select new NativeLibraryPeer(ColumnName, $"{compiler.Command} {layout.Name} {target.Name}", library),
    ];

    /// <summary>What lets a compiler use vectors of up to so many bits and no more.</summary>
    private static (string Name, string[] Options)[] Targets(int width) => width switch
    {
        _ when RuntimeInformation.ProcessArchitecture == Architecture.Arm64 => [("128", ["-mcpu=native"])],
        128 => [("128", ["-march=x86-64-v2"])],
        256 => [("256", ["-march=native", "-mno-avx512f", "-mprefer-vector-width=256"])],
        _ => [("256", ["-march=native", "-mprefer-vector-width=256"]), ("512", ["-march=native", "-mprefer-vector-width=512"])],
    };
}
