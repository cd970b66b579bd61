using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Reads the layers of a network, each with the number of values that the one before it gives.</summary>
internal static class LayerListParser
{
    /// <param name="context">The class.</param>
    /// <param name="network">Its attribute [Network], beside which all layers must stand.</param>
    /// <param name="inputs">Values in one sample.</param>
    public static IReadOnlyList<ParsedLayer> Parse(ParseContext context, AttributeSyntax network, int inputs)
    {
        var layers = new List<ParsedLayer>();
        var parameters = 0L;
        foreach (var (attribute, parser) in Find(context, network))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var layer = parser.Parse(attribute, layers.Count - 1, layers.Count == 0 ? inputs : layers[layers.Count - 1].Outputs);
            layers.Add(layer);

            var isReported = parameters > Limits.Parameters;
            parameters += layer.Parameters;
            if (!isReported && parameters > Limits.Parameters)
            {
                context.Report(
                    Descriptors.TooManyParameters,
                    attribute.Locate(layer.SizeArgument),
                    context.Type.Name,
                    ParseContext.Print(parameters),
                    ParseContext.Print(Limits.Parameters));
            }
        }

        return layers;
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
            if (!NetGenNames.IsNetGen(data.AttributeClass) || NetGenNames.IsNetwork(data))
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
