using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>Names the equation of backpropagation that a statement is, as texts number them.</summary>
internal static class Equations
{
    /// <summary>The statements of one target as a formula, with its equation's number.</summary>
    public static string Describe(IReadOnlyList<Statement> statements, TensorProgram program)
    {
        var formula = statements[0].Text + string.Concat(statements.Skip(1).Select(statement => statement.AsTerm()));
        var number = Number(statements[0], program);
        return number is null ? formula : $"{number}: {formula}";
    }

    public static bool IsLayer(string stage) => stage.StartsWith("Layer", StringComparison.Ordinal);

    public static bool IsBackward(string stage) => stage.StartsWith("Backward", StringComparison.Ordinal);

    public static bool IsTangents(string stage) => stage.StartsWith("Tangents", StringComparison.Ordinal);

    /// <summary>The number that a layer's stage ends with.</summary>
    public static string LayerNumber(string stage) => stage.Substring(stage.TakeWhile(letter => !char.IsDigit(letter)).Count());

    /// <summary>A sentence on a part of the pass.</summary>
    public static string Summarise(string stage)
    {
        var number = LayerNumber(stage).Replace("To", " to ");
        var layers = number.Contains(" ") ? "Layers" : "Layer";
        return stage switch
        {
            _ when stage.EndsWith("Lanes", StringComparison.Ordinal) => "Of a batch, a sample in each lane of the vectors; what is left of the batch is for the caller.",
            _ when IsLayer(stage) => $"{layers} {number}, forward.",
            _ when IsBackward(stage) => $"{layers} {number}, backward.",
            "Loss" => "The loss.",
            "Output" or "Softmax" or "Sigmoid" => "The prediction, from the last layer's result.",
            "LossGradient" or "SoftmaxGradient" or "SigmoidGradient" => "The loss, and the error of the last layer.",
            "OutputErrors" => "The prediction, and the errors of the last layer for each output.",
            "OutputTangents" => "The derivatives of the prediction by each input.",
            _ when IsTangents(stage) => $"{layers} {number}, the derivatives by each input.",
            "Penalty" => "The weight decay penalty.",
            _ => "The gradient of the weight decay penalty.",
        };
    }

    /// <summary>BP1 to BP4 of M. Nielsen, Neural Networks and Deep Learning, chapter 2.</summary>
    private static string? Number(Statement statement, TensorProgram program) => statement.Target.Role switch
    {
        _ when program.Tensors.Any(tensor => tensor.Role == TensorRole.Jacobian) => null,
        TensorRole.Delta => IsLast(statement, program) ? "BP1" : "BP2",
        TensorRole.Adjoint or TensorRole.InputGradient when statement.Reads.Any(read => read.Tensor.Role == TensorRole.Delta) => "BP2",
        TensorRole.Gradient when statement.Stage != "PenaltyGradient" => statement.Target.Axes.Count == 2 ? "BP3" : "BP4",
        _ => null,
    };

    private static bool IsLast(Statement delta, TensorProgram program) =>
        program.Statements.First(statement => statement.Target.Role == TensorRole.Delta).Target == delta.Target;
}
