using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Reads the layers of a network, each with the number of values that the layers it reads give.</summary>
internal static class LayerListParser
{
    /// <param name="context">The class.</param>
    /// <param name="network">Its attribute [Network], beside which all layers must stand.</param>
    /// <param name="inputs">Values in one sample.</param>
    public static IReadOnlyList<ParsedLayer> Parse(ParseContext context, AttributeSyntax network, int inputs)
    {
        var layers = Find(context, network);
        var scope = new LayerScope(context, inputs, [.. layers.Select(layer => layer.Attribute.Text("Name"))]);
        var visible = new VisibleParser();
        var parameters = 0L;
        foreach (var (attribute, parser) in layers)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var isLast = scope.Layers.Count == layers.Count - 1;
            var seen = scope.CheckName(attribute) ? visible.Parse(attribute, isLast) : null;
            var layer = parser.Parse(attribute, scope.Source(attribute), scope);
            scope.Add(layer with { Model = layer.Model with { Visible = seen } });

            var isReported = parameters > Limits.Parameters;
            parameters += layer.Parameters;
            if (!isReported && parameters > Limits.Parameters)
            {
                attribute.Report(
                    Descriptors.TooManyParameters,
                    layer.SizeArgument,
                    context.Type.Name,
                    ParseContext.Print(parameters),
                    ParseContext.Print(Limits.Parameters));
            }
        }

        // The last layer is the network's output. Where a name is wrong, the layer that it meant is not at fault.
        if (context.IsValid)
        {
            foreach (var index in scope.Unread.Where(index => index < layers.Count - 1))
                context.Report(Descriptors.UnreadLayer, layers[index].Attribute.Syntax.GetLocation());
        }

        return scope.Layers;
    }

    /// <summary>The layers' attributes in the order of the source. Reports those that are elsewhere or unknown.</summary>
    private static List<(AttributeReader Attribute, LayerParser Parser)> Find(ParseContext context, AttributeSyntax network)
    {
        var problems = context.Problems.Count;
        var layers = new List<(AttributeReader Attribute, LayerParser Parser)>();
        foreach (var data in context.Type.GetAttributes())
        {
            if (data.AttributeClass is { TypeKind: TypeKind.Error })
                context.HasCompilerErrors = true;
            NameRules.CheckAttribute(context, data);
            if (!NetGenNames.IsNetGen(data.AttributeClass) || NetGenNames.IsNetwork(data) || NetGenNames.IsSetting(data))
                continue;

            var attribute = context.Read(data);
            if (LayerParser.For(data.AttributeClass!.Name) is not { } parser)
                context.Report(Descriptors.UnknownLayer, attribute.Syntax.GetLocation(), attribute.Name);
            else if (attribute.Syntax.Parent!.Parent != network.Parent!.Parent)
                context.Report(Descriptors.LayerOnOtherPart, attribute.Syntax.GetLocation(), attribute.Name, context.Type.Name);
            else
                layers.Add((attribute, parser));
        }

        if (layers.Count == 0 && context.Problems.Count == problems && !context.HasCompilerErrors)
            context.Report(Descriptors.NoLayer, network.GetLocation(), context.Type.Name);
        layers.Sort((left, right) => left.Attribute.Syntax.SpanStart.CompareTo(right.Attribute.Syntax.SpanStart));
        return layers;
    }
}
