using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;

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
        yield return "<code><![CDATA[";
        foreach (var line in functions.SelectMany(Describe))
            yield return line;
        yield return "]]></code>";
    }

    private static IEnumerable<string> Describe(FunctionModel function)
    {
        var learnables = function.Learnables.Select(learnable => learnable.Name).ToList();
        List<(string Name, Expr Value)> lines = [($"{function.Name}({string.Join(", ", function.Arguments.Concat(learnables))})", function.Formula)];

        // Of a loss, nothing asks for the derivative by the target.
        lines.AddRange(function.TakesVectors
            ? ByElements(function)
            : learnables.Prepend(function.Arguments[0]).Select(name => ($"∂{function.Name}/∂{name}", function.Formula.By(new Variable(name)))));
        return Describe([.. lines.Select(line => (line.Name, Simplification.Finish(line.Value)))]);
    }

    /// <summary>By any element of the prediction, where there are sums over them, and by those that the formula speaks of.</summary>
    private static IEnumerable<(string Name, Expr Value)> ByElements(FunctionModel function)
    {
        var number = 0;
        var sums = new Sums(function.Formula, _ => $"Σ{++number}");
        var elements = sums.Value.Leaves.Concat(sums.All.SelectMany(sum => sum.Fold.Term.Leaves)).OfType<Element>()
            .Where(element => element.Vector == function.Arguments[0]).GroupBy(element => element.Key).Select(group => group.First());
        return elements.OrderBy(element => !element.IsRunning).ThenBy(element => element.Place)
            .Select(element => ($"∂{function.Name}/∂{element.Text}", sums.By(element)));
    }

    /// <summary>The lines, behind those of the elementary functions that are in several places.</summary>
    private static IEnumerable<string> Describe(List<(string Name, Expr Value)> lines)
    {
        var calls = lines.SelectMany(line => line.Value.Nodes).Where(node => node.KeptAs is not null).GroupBy(node => node.Key)
            .Where(group => group.Count() > 1).Select(group => group.First()).OrderBy(call => call.Size).ToList();
        var names = new Dictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            var name = call.KeptAs!;
            var number = names.Values.Count(other => other.Name.StartsWith(name + "_", StringComparison.Ordinal)) + 1;
            yield return $"{name}_{number} = {ExprText.Print(call.WithChildren([.. call.Children.Select(Shorten)]))}";
            names.Add(call.Key, new Variable($"{name}_{number}"));
        }

        foreach (var (name, value) in lines)
            yield return $"{name} = {ExprText.Print(Shorten(value))}";

        // From the outside in: what a replaced expression contains is not looked at.
        Expr Shorten(Expr expression) => names.TryGetValue(expression.Key, out var name) ? name
            : expression is Leaf ? expression
            : expression.WithChildren([.. expression.Children.Select(Shorten)]);
    }
}
