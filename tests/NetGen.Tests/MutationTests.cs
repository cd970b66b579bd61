using System.Text.RegularExpressions;
using NetGen.Tests.Compiling;
using NetGen.Tests.Jit;
using NetGen.Tests.Oracle;
using Xunit.Abstractions;

namespace NetGen.Tests;

/// <summary>The gradient check is worth its name: whichever factor of a derivative in the generated code is 1 % wrong, it sees it.</summary>
public partial class MutationTests(ITestOutputHelper output)
{
    private const int Inputs = 2;
    private const int Outputs = 2;

    /// <summary>So many that every branch of every formula is taken by vectors, which take whole multiples of 16 or 8.</summary>
    private const int Lanes = 32;

    /// <summary>So few that scalar code takes them one by one.</summary>
    private const int Scalars = 7;

    /// <summary>What 1 % of the least factor shows as, and central differences of a right derivative do not.</summary>
    private const double SmallestError = 1e-6;

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
        Assert.True(LargestError(original) < SmallestError, "The original is wrong.");

        // Each takes a compilation: of one network all, vectors too, and of the others every fifth.
        var isWhole = loss == Loss.Quadratic;
        var mutants = Mutants(original, ofLanes: isWhole).Where((_, index) => isWhole || index % 5 == 0).ToList();
        var survivors = mutants.AsParallel().Where(mutant => LargestError(mutant.Source) < SmallestError).Select(mutant => mutant.Line).ToList();
        output.WriteLine($"{mutants.Count - survivors.Count} of {mutants.Count} mutants found");
        Assert.InRange(mutants.Count, isWhole ? 100 : 18, 1000);
        Assert.True(survivors.Count == 0, $"Not found:\n{string.Join('\n', survivors)}");

        double LargestError(string generatedSource)
        {
            var network = (INetwork<double>)ModelCompiler.CompileWith(generatedSource, model).CreateInstance();
            network.SetParameters(RandomModels.Numbers(new(1), network.ParameterCount));
            return Enumerable.Range(0, Lanes / Scalars).Select(part => ErrorOf(part, Scalars)).Append(ErrorOf(0, Lanes)).Max();

            double ErrorOf(int part, int count)
            {
                var inputs = Array.ConvertAll(RandomModels.Numbers(new(2 + part), count * Inputs), number => 3 * number);
                var byTargets = GradientCheck.Check(network, inputs, RandomModels.Targets(new(3 + part), count * Outputs), count);
                return network is IClassifier<double> classifier
                    ? Math.Max(
                        byTargets.LargestRelativeError,
                        GradientCheck.Check(classifier, inputs, RandomModels.Labels(new(4 + part), count, Outputs)).LargestRelativeError)
                    : byTargets.LargestRelativeError;
            }
        }
    }

    /// <summary>
    /// The source with each factor under a comment that names an equation of backpropagation made 1 % larger in turn. What
    /// is compared is left alone: a number that keeps its sign decides the same. Of vectors, where asked for, the first element of
    /// each equation, in the code for this machine.
    /// </summary>
    private static IEnumerable<(string Line, string Source)> Mutants(string source, bool ofLanes)
    {
        var lines = source.Split('\n');
        var vectors = VectorWidth.OfMachine == 512 ? "Kernels" : $"Kernels{VectorWidth.OfMachine}";
        var (isDerivative, isOfLanes, element, kernels) = (false, false, 0, string.Empty);
        for (var i = 0; i < lines.Length; i++)
        {
            var isComment = lines[i].Contains("//", StringComparison.Ordinal);
            element = isComment ? -1 : element + 1;
            isOfLanes = lines[i].Contains(" static ", StringComparison.Ordinal) ? lines[i].Contains("Lanes(", StringComparison.Ordinal) : isOfLanes;
            kernels = Kernels().Match(lines[i]) is { Success: true } start ? start.Groups[1].Value : kernels;
            isDerivative = isComment ? Equation().IsMatch(lines[i]) : isDerivative && Assignment().IsMatch(lines[i]);
            if (isComment || !isDerivative || (isOfLanes && (!ofLanes || element > 0 || kernels != vectors)))
                continue;

            var value = Assignment().Match(lines[i]).Groups[2];
            var compared = Comparison().Matches(value.Value);
            foreach (var factor in Factor().Matches(value.Value).Where(factor => !compared.Any(span => Contains(span, factor))))
            {
                var place = value.Index + factor.Index;
                var mutant = (string[])lines.Clone();
                mutant[i] = $"{lines[i][..place]}(1.01 * {factor.Value}){lines[i][(place + factor.Length)..]}";
                yield return (mutant[i].Trim(), string.Join('\n', mutant));
            }
        }
    }

    [GeneratedRegex(@"\bclass (Kernels\d*)\b")]
    private static partial Regex Kernels();

    [GeneratedRegex("// BP[1-4]:")]
    private static partial Regex Equation();

    [GeneratedRegex(@"^(\s*[^/=]+ \+?=) (.+);$")]
    private static partial Regex Assignment();

    /// <summary>A variable or an element, but no function.</summary>
    [GeneratedRegex(@"\bAt\(ref \w+, \d+\)|\b[A-Za-z_]\w*(\[\d+\])?(?![\w\[(])")]
    private static partial Regex Factor();

    [GeneratedRegex("[^()?:]* (<=|>=|<|>|==) [^()?:]*\\?|\\b(Less|Greater|Equal)\\w*\\((?>[^()]+|\\((?<depth>)|\\)(?<-depth>))*(?(depth)(?!))\\)")]
    private static partial Regex Comparison();

    private static bool Contains(Match outer, Match inner) =>
        outer.Index <= inner.Index && inner.Index + inner.Length <= outer.Index + outer.Length;
}
