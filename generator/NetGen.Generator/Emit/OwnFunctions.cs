using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>The user's functions and their derivatives as formulas, for the reader of the generated part.</summary>
internal static class OwnFunctions
{
    public static IEnumerable<string> Describe(NetworkModel network)
    {
        var functions = network.Layers.OfType<ActivatedModel>().Select(layer => layer.Activation.Own)
            .Append(network.Loss.Own).OfType<FunctionModel>().Distinct().ToList();
        if (functions.Count == 0)
            yield break;
        yield return "<code>";
        foreach (var line in functions.SelectMany(Describe))
            yield return line.Replace("<", "&lt;").Replace(">", "&gt;");
        yield return "</code>";
    }

    private static IEnumerable<string> Describe(FunctionModel function)
    {
        var learnables = function.Learnables.Select(learnable => learnable.Name).ToList();
        var parameters = string.Join(", ", function.Arguments.Concat(learnables));
        yield return $"{function.Name}({parameters}) = {ExprText.Print(function.Formula)}";

        // Of a loss, nothing asks for the derivative by the target.
        foreach (var name in function.TakesVectors ? [] : learnables.Prepend(function.Arguments[0]))
            yield return $"∂{function.Name}/∂{name} = {ExprText.Print(function.Formula.By(new Variable(name)))}";
    }
}
