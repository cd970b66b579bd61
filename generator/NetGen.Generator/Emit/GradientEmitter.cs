using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the method that gives a function's gradient: straight-line code, and one loop for each sum over a vector.</summary>
internal static class GradientEmitter
{
    public static string Emit(GradientModel model, CancellationToken cancellationToken) =>
        PartFile.Write(model.Namespace, model.Types, writer => Write(model, writer, cancellationToken));

    private static void Write(GradientModel model, CodeWriter writer, CancellationToken cancellationToken)
    {
        var names = new GradientNames(model);
        writer.Line($"/// <summary>The value of <c>{model.Method}</c> and its partial derivatives.</summary>");
        foreach (var parameter in model.Parameters)
            writer.Line($"/// <param name=\"{parameter.Name}\">As that method takes it.</param>");
        foreach (var parameter in model.Parameters.Where(parameter => parameter.IsWanted))
            writer.Line($"/// <param name=\"{names.Derivative(parameter.Name).TrimStart('@')}\">Receives {(parameter.IsVector ? "the derivatives by its elements; as long, and of its own memory" : "the derivative by it")}: ∂{model.Method}/∂{parameter.Name}.</param>");
        writer.Line("/// <returns>The value.</returns>");

        var member = GeneratedMembers.OfGradient(model, names);
        var parameters = member.Parameters.Select(parameter => $"{(parameter.IsReference ? "out " : string.Empty)}{parameter.Type} {parameter.Name}");
        var header = $"{model.Accessibility} static {member.Type} {member.Name}({string.Join(", ", parameters)})";
        if (model.Formula is null)
        {
            writer.Line($"{header} =>");
            writer.Line($"    throw new global::System.InvalidOperationException(\"Fix the errors of {model.Method} to use its gradient.\");");
            return;
        }

        using (writer.Block(header))
            new GradientBody(model, model.Formula, names, writer, cancellationToken).Write();
    }
}
