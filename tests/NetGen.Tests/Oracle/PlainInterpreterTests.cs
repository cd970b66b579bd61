using NetGen.Tests.Compiling;
using NetGen.Tests.Reference;

namespace NetGen.Tests.Oracle;

/// <summary>The oracle of the generated code is itself proved against PyTorch, in all that the language will ever say.</summary>
public class PlainInterpreterTests
{
    /// <summary>Raise it with the golden files.</summary>
    private const int Interpretable = 79;

    private static readonly string[] Names =
        [.. GoldenCases.All.Where(golden => golden.IsInterpretable()).Select(golden => golden.Name)];

    public static TheoryData<string> Cases { get; } = [.. Names];

    [Fact]
    public void AllCasesAreInterpreted() => Assert.Equal(Interpretable, Names.Length);

    [Fact]
    public void EveryActivationOfTheLanguageHasAFormula() =>
        Assert.Empty(Enum.GetNames<Activation>().Except(ActivationFormula.Names));

    [Fact]
    public void EveryLossOfTheLanguageHasAFormula() => Assert.Empty(Enum.GetNames<Loss>().Except(LossFormula.Names));

    [Theory]
    [MemberData(nameof(Cases))]
    public void ForwardGivesTheOutputs(string name)
    {
        var golden = GoldenCases.Named(name);
        var interpreter = Interpret(golden);
        golden.Expected.Outputs.Check("outputs", [.. Samples(golden).SelectMany(interpreter.Forward)], Tolerance.Double);
        golden.Expected.Logits?.Check("logits", [.. Samples(golden).SelectMany(interpreter.Logits)], Tolerance.Double);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LossesAndPenaltyAreTheCases(string name)
    {
        var golden = GoldenCases.Named(name);
        var interpreter = Interpret(golden);
        golden.Expected.LossPerSample.Check(
            "lossPerSample", [.. Samples(golden).Zip(Targets(golden), interpreter.Loss)], Tolerance.Double);
        Tolerance.Double.Check("loss", golden.Expected.Loss, interpreter.Differentiate(Samples(golden), Targets(golden)).Loss);
        Tolerance.Double.Check("l2Term", golden.Expected.L2Term, interpreter.Penalty());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BackpropagationGivesTheGradients(string name)
    {
        var golden = GoldenCases.Named(name);
        var gradients = Interpret(golden).Differentiate(Samples(golden), Targets(golden));
        golden.CheckLayers(golden.Expected.GradWeights, golden.Expected.GradBiases, gradients.ByParameters, Double);
        golden.Expected.GradInputs.Check("gradInputs", gradients.ByInputs, Tolerance.Double);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void StepMovesTheParameters(string name)
    {
        var golden = GoldenCases.Named(name);
        var interpreter = Interpret(golden);
        interpreter.Step(Samples(golden), Targets(golden), golden.Expected.AfterSgd.LearningRate);
        golden.CheckLayers(golden.Expected.AfterSgd.Weights, golden.Expected.AfterSgd.Biases, interpreter.Parameters, Double);
    }

    private static Tolerance Double(string field, GoldenArray expected) => Tolerance.Double;

    private static PlainInterpreter Interpret(GoldenCase golden) => new(golden.ToModel(), golden.Parameters());

    private static double[][] Samples(GoldenCase golden) => golden.Inputs().Rows(golden.Layers[0].Inputs());

    private static double[][] Targets(GoldenCase golden) => golden.Targets().Rows(golden.Layers[^1].Outputs());
}
