using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Jit;

/// <summary>How long the machine code is that the JIT makes of a network's class, with the kernels of its widest vectors.</summary>
internal static partial class CodeSizeProbe
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>In bytes, by the JIT's own summary of a process that compiles every method.</summary>
    public static int Measure(CompiledModel model)
    {
        var folder = Directory.CreateTempSubdirectory("NetGen").FullName;
        try
        {
            var (image, summary) = (Path.Combine(folder, "model.dll"), Path.Combine(folder, "summary.txt"));
            File.WriteAllBytes(image, model.Image);
            Program.Run([nameof(CodeSizeProbe), image], new()
            {
                // Without tiers every method is compiled once, optimised.
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_JitDisasmSummary"] = "1",
                ["DOTNET_JitStdOutFile"] = summary,
            });
            return File.ReadLines(summary).Select(line => Line().Match(line)).Where(line => line.Success)
                .Sum(line => int.Parse(line.Groups["bytes"].Value, CultureInfo.InvariantCulture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Compiles all methods of the class in an assembly, in this process.</summary>
    public static void Compile(string image)
    {
        var type = new AssemblyLoadContext(image).LoadFromAssemblyPath(image).GetType(ModelSource.TypeName, throwOnError: true)!;
        var kernels = type.GetNestedType("Kernels", All)!;
        foreach (var method in type.GetMembers(All).Concat(kernels.GetMembers(All)).OfType<MethodBase>())
            RuntimeHelpers.PrepareMethod(method.MethodHandle);

        // Those that implement an interface are compiled when they are called.
        switch (Activator.CreateInstance(type))
        {
            case IPredictor<float> network:
                Call(network);
                break;
            case IPredictor<double> network:
                Call(network);
                break;
        }
    }

    private static void Call<T>(IPredictor<T> network)
        where T : unmanaged
    {
        T[] x = new T[network.InputSize], y = new T[network.OutputSize], parameters = new T[network.ParameterCount];
        network.Forward(x, y);
        network.ForwardBatch(x, y);
        network.ForwardLogits(x, y);
        network.Classify(x);
        network.Initialize(0);
        network.CopyParametersTo(parameters);
        network.SetParameters(parameters);
        T[] packed = new T[network.Layout.PackedLength], inputGradients = new T[x.Length], more = [.. network.PackedParameters];
        Assert.Equal(packed.Length, more.Length);
        if (network is INetwork<T> trained)
        {
            Assert.True(trained.BatchSize > 0);
            trained.ComputeLoss(x, y);
            trained.ComputeGradients(x, y, parameters);
            trained.ComputeInputGradients(x, y, inputGradients);
            trained.TrainStep(x, y, default);
            trained.ComputeLossBatch(x, y);
            trained.ComputeGradientsBatch(x, y, parameters);
            trained.ComputeInputGradientsBatch(x, y, inputGradients);
            trained.TrainBatch(x, y, default);
            trained.TrainSequence(x, y, default);
            trained.AccumulateGradients(x, y, default, packed, trained.CreateWorkspace());
            trained.AddWeightDecay(default, packed);
            trained.WeightDecayPenalty();
        }

        if (network is IClassifier<T> classifier)
        {
            int[] labels = [0];
            classifier.ComputeLoss(x, 0);
            classifier.ComputeGradients(x, 0, parameters);
            classifier.ComputeInputGradients(x, 0, inputGradients);
            classifier.TrainStep(x, 0, default);
            classifier.ComputeLossBatch(x, labels);
            classifier.ComputeGradientsBatch(x, labels, parameters);
            classifier.ComputeInputGradientsBatch(x, labels, inputGradients);
            classifier.TrainBatch(x, labels, default);
            classifier.TrainSequence(x, labels, default);
            classifier.AccumulateGradients(x, labels, default, packed, classifier.CreateWorkspace());
        }
    }

    /// <summary><c>JIT compiled Compiled.Model+Kernels:Layer1(byref,byref) [FullOpts, IL size=123, code size=456]</c>.</summary>
    [GeneratedRegex(@"JIT compiled Compiled\.Model(\+Kernels)?:.* \[FullOpts.*, code size=(?<bytes>\d+)\]")]
    private static partial Regex Line();
}
