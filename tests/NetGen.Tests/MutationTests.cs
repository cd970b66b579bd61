using System.Text.RegularExpressions;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>The gradient check is worth its name: whichever derivative in the generated code is 1 % wrong, it sees it.</summary>
public partial class MutationTests
{
    private const int Inputs = 2;
    private const int Outputs = 2;
    private const int Count = 3;

    /// <summary>Networks so small that every derivative of theirs is a line of its own, run for each sample.</summary>
    public static TheoryData<Activation, Activation, Loss> Networks() => new()
    {
        { Activation.Tanh, Activation.Sigmoid, Loss.Quadratic },
        { Activation.LeakyRelu, Activation.Identity, Loss.SoftmaxCrossEntropy },
        { Activation.Gelu, Activation.Identity, Loss.Huber },
        { Activation.Elu, Activation.Sigmoid, Loss.BinaryCrossEntropy },
        { Activation.Softmax, Activation.Silu, Loss.LogCosh },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryCorruptedDerivativeIsFound(Activation hidden, Activation last, Loss loss)
    {
        var chain = Models.Chain(Inputs, [(3, hidden.ToString(), true), (Outputs, last.ToString(), true)], loss.ToString());
        var model = chain.With(Precision.Double, Unrolling.Full) with { WeightDecay = 0.5 };
        var original = ModelCompiler.Compile(model).GeneratedSource;
        Assert.True(LargestError(original) < 1e-6, "The original is wrong.");

        var mutants = Mutants(original).ToList();
        Assert.InRange(mutants.Count, 20, 200);
        Assert.All(mutants, mutant => Assert.True(LargestError(mutant.Source) > 1e-5, $"Not found: {mutant.Line}"));

        double LargestError(string generatedSource)
        {
            var network = (INetwork<double>)ModelCompiler.CompileWith(generatedSource, model).CreateInstance();
            network.SetParameters(RandomModels.Numbers(new(1), network.ParameterCount));
            var inputs = RandomModels.Numbers(new(2), Count * Inputs);
            var byTargets = GradientCheck.Check(network, inputs, RandomModels.Targets(new(3), Count * Outputs), Count);
            return network is IClassifier<double> classifier
                ? Math.Max(
                    byTargets.LargestRelativeError,
                    GradientCheck.Check(classifier, inputs, RandomModels.Labels(new(4), Count, Outputs)).LargestRelativeError)
                : byTargets.LargestRelativeError;
        }
    }

    /// <summary>The source with each assignment under a comment that names an equation of backpropagation corrupted in turn.</summary>
    private static IEnumerable<(string Line, string Source)> Mutants(string source)
    {
        var lines = source.Split('\n');
        var isDerivative = false;
        for (var i = 0; i < lines.Length; i++)
        {
            isDerivative = lines[i].Contains("//", StringComparison.Ordinal)
                ? Equation().IsMatch(lines[i])
                : isDerivative && Assignment().IsMatch(lines[i]);
            if (!isDerivative || !Assignment().IsMatch(lines[i]))
                continue;

            var mutant = (string[])lines.Clone();
            mutant[i] = Assignment().Replace(lines[i], "$1 1.01 * ($2);");
            yield return (lines[i].Trim(), string.Join('\n', mutant));
        }
    }

    [GeneratedRegex("// BP[1-4]:")]
    private static partial Regex Equation();

    [GeneratedRegex(@"^(\s*[^/=]+ \+?=) (.+);$")]
    private static partial Regex Assignment();
}
