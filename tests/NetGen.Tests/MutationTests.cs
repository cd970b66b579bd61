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
        var mutated = Mutated(ModelCompiler.Compile(model).GeneratedSource, out var mutants);
        var compiled = ModelCompiler.CompileWith(mutated, model);
        var network = (INetwork<double>)compiled.CreateInstance();
        network.SetParameters(RandomModels.Numbers(new(1), network.ParameterCount));
        var active = compiled.Type.Assembly.GetType("Mutation", throwOnError: true)!.GetField("Active")!;
        Assert.True(LargestError(mutant: -1) < SmallestError, "The original is wrong.");

        var survivors = mutants.Where((_, mutant) => LargestError(mutant) < SmallestError).ToList();
        output.WriteLine($"{mutants.Count - survivors.Count} of {mutants.Count} mutants found");
        Assert.InRange(mutants.Count, 100, 1000);
        Assert.True(survivors.Count == 0, $"Not found:\n{string.Join('\n', survivors)}");

        double LargestError(int mutant)
        {
            active.SetValue(null, mutant);
            return Enumerable.Range(0, Lanes / Scalars).Select(part => ErrorOf(part, Scalars)).Append(ErrorOf(0, Lanes)).Max();
        }

        double ErrorOf(int part, int count)
        {
            var inputs = Array.ConvertAll(RandomModels.Numbers(new(2 + part), count * Inputs), number => 3 * number);
            var byTargets = GradientCheck.Check(network, inputs, RandomModels.Targets(new(3 + part), count * Outputs));
            return network is IClassifier<double> classifier
                ? Math.Max(
                    byTargets.LargestRelativeError,
                    GradientCheck.Check(classifier, inputs, RandomModels.Labels(new(4 + part), count, Outputs)).LargestRelativeError)
                : byTargets.LargestRelativeError;
        }
    }

    /// <summary>
    /// The source with all mutants in it, of which one is active at a time, so that they take one compilation: each factor under
    /// a comment that names an equation of backpropagation is multiplied by 1, and by 1.01 where its mutant is active. What is
    /// compared is left alone: a number that keeps its sign decides the same. Of vectors the first element of each equation, in
    /// the code for this machine.
    /// </summary>
    private static string Mutated(string source, out List<string> mutants)
    {
        var lines = source.Split('\n');
        var vectors = VectorWidth.OfMachine == 512 ? "Kernels" : $"Kernels{VectorWidth.OfMachine}";
        var (isDerivative, isOfLanes, element, kernels) = (false, false, 0, string.Empty);
        var found = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var isComment = line.Contains("//", StringComparison.Ordinal);
            element = isComment ? -1 : element + 1;
            isOfLanes = line.Contains(" static ", StringComparison.Ordinal) ? line.Contains("Lanes(", StringComparison.Ordinal) : isOfLanes;
            kernels = Kernels().Match(line) is { Success: true } start ? start.Groups[1].Value : kernels;
            isDerivative = isComment ? Equation().IsMatch(line) : isDerivative && Assignment().IsMatch(line);
            if (isComment || !isDerivative || (isOfLanes && (element > 0 || kernels != vectors)))
                continue;

            var value = Assignment().Match(line).Groups[2];
            var compared = Comparison().Matches(value.Value);
            lines[i] = line[..value.Index] + Factor().Replace(value.Value, factor =>
            {
                if (compared.Any(span => Contains(span, factor)))
                    return factor.Value;
                found.Add($"{factor.Value} at {factor.Index} in {line.Trim()}");
                return $"(Mutation.Factor({found.Count - 1}) * {factor.Value})";
            }) + ";";
        }

        mutants = found;
        return string.Join('\n', lines) + """

            public static class Mutation
            {
                public static int Active;

                public static double Factor(int mutant) => mutant == Active ? 1.01 : 1;
            }
            """;
    }

    [GeneratedRegex(@"\bclass (Kernels\d*)\b")]
    private static partial Regex Kernels();

    [GeneratedRegex("// BP[1-4]:")]
    private static partial Regex Equation();

    [GeneratedRegex(@"^(\s*[^/=]+ \+?=) (.+);$")]
    private static partial Regex Assignment();

    /// <summary>A variable or an element, but no function.</summary>
    [GeneratedRegex(@"\b(At|Broadcast\d+)\(ref \w+, \d+\)|\b[A-Za-z_]\w*(\[\d+\])?(?![\w\[(])")]
    private static partial Regex Factor();

    [GeneratedRegex("[^()?:]* (<=|>=|<|>|==) [^()?:]*\\?|\\b(Less|Greater|Equal)\\w*\\((?>[^()]+|\\((?<depth>)|\\)(?<-depth>))*(?(depth)(?!))\\)")]
    private static partial Regex Comparison();

    private static bool Contains(Match outer, Match inner) =>
        outer.Index <= inner.Index && inner.Index + inner.Length <= outer.Index + outer.Length;
}
