using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>ONNX Runtime for Node.js, which infers.</summary>
internal static class OnnxRuntime
{
    private const string ColumnName = "ONNX Runtime";
    private const string Script = "onnx.mjs";

    public static PeerSearch Search()
    {
        string home = Tool.Folder("npm");
        var environment = new Dictionary<string, string> { ["NETGEN_BENCHMARKS_NPM"] = home };
        string module = Path.Combine(home, "node_modules", "onnxruntime-node", "package.json");
        return File.Exists(module) && Tool.Run("node", "--version").Succeeded
            ? new(
                ColumnName,
                [new ScriptPeer(ColumnName, "node", Script, work => work is Work.InferOne or Work.InferBatch, environment, WriteModel)],
                $"onnxruntime-node {Version(module)}, one thread; it only infers")
            : new(ColumnName, [], $"Install Node.js, then: npm install --prefix {home} onnxruntime-node --onnxruntime-node-install=skip");
    }

    private static string Version(string module) =>
        System.Text.Json.JsonDocument.Parse(File.ReadAllText(module)).RootElement.GetProperty("version").GetString()!;

    private static void WriteModel(Workload workload, string folder) =>
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), OnnxModel.Write(workload));
}
