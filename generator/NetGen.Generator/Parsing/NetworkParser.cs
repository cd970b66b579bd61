using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Weights;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a network from the attributes of its class. The generator and the analyzer both ask here.</summary>
internal static class NetworkParser
{
    /// <param name="type">The class.</param>
    /// <param name="network">Its attribute [Network].</param>
    /// <param name="compilation">The compilation that both come from.</param>
    /// <param name="cancellationToken">Stops the parser between any two attributes.</param>
    public static ParsedNetwork Parse(
        INamedTypeSymbol type, AttributeData network, Compilation compilation, CancellationToken cancellationToken)
    {
        var attribute = network.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        var declaration = attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        var context = new ParseContext(type, declaration, compilation, cancellationToken);
        if (!TypeRules.Check(context) || !TargetParser.CheckReferences(context))
            return new(null, null, context.Problems);
        ScopeRules.Check(context, Identifiers.Locate(declaration));

        var weights = type.GetAttributes().Where(NetGenNames.IsWeights).Select(context.Read).FirstOrDefault();
        var model = ParseModel(context, context.Read(network)) with { WeightsFile = weights is null ? null : WeightName.Of(weights.Text("file") ?? string.Empty) };
        if (weights is not null)
            model = model with { Training = false };
        var fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var members = model.WeightsFile is null
            ? GeneratedMembers.Of(fullName, model.Layers, model.Loss, model.Precision, model.Training, model.Jacobian)
            : GeneratedMembers.OfFrozen(model.Layers, model.Precision, model.Jacobian);
        var taken = NameRules.CheckMembers(context, members);
        if (!context.IsValid)
            return new(null, InvalidNetworkModel.Of(model, Identifiers.TypeParameters(type), taken), context.Problems);

        // What costs too much is an error, and works.
        BudgetRules.Check(context, model);
        return new(model, null, context.Problems, weights?.Locate("file"));
    }

    private static NetworkModel ParseModel(ParseContext context, AttributeReader network)
    {
        context.Precision = ParseEnum<Precision>(network);
        var inputs = network.Size("inputs", "The number of inputs", Limits.Inputs);
        var layers = LayerListParser.Parse(context, network.Syntax, inputs);
        var width = inputs + layers.Sum(layer => (long)layer.Outputs);
        var loss = LossParser.Parse(context, network, layers);
        context.Functions.CheckDerivatives();
        if (context.IsValid)
            LossRules.Check(context, network, loss, layers[layers.Count - 1].Model);
        return new(
            TypeParser.Parse(context.Type),
            inputs,
            TrainLastParser.Apply(context, network, [.. layers.Select(layer => layer.Model)]).ToEquatableArray(),
            loss,
            LossParser.ParseReduction(network, loss),
            ParseWeightDecay(network, layers),
            context.Precision,
            ParseBatchSize(context, network, width),
            ParseEnum<Unrolling>(network),
            TargetParser.Parse(context))
        {
            Arithmetic = ParseEnum<Arithmetic>(network),
            HuberDelta = HuberDeltaParser.Parse(network, loss),
            Training = network.Flag("Training", true),
            Jacobian = ParseJacobian(context, network, width, layers.Select(layer => layer.Outputs).LastOrDefault()),
            SparseInputs = ParseSparseInputs(network, layers),
        };
    }

    private static double ParseWeightDecay(AttributeReader network, IReadOnlyList<ParsedLayer> layers)
    {
        const string name = "WeightDecay";
        var decay = network.Number(name, 0);
        if (!network.CheckNumber(name, decay, decay >= 0, "0 or a positive finite number, such as 0.0001"))
            return 0;
        if (decay > 0 && network.IsValid && !layers.Any(layer => layer.Model is AffineModel))
            network.Report(Descriptors.NoEffect, name, name, "a network that has no weights", "a layer with some, such as [Dense(10)]");
        return decay;
    }

    private static bool ParseJacobian(ParseContext context, AttributeReader network, long width, int outputs)
    {
        const string name = "Jacobian";
        var isWanted = network.Flag(name, false);
        if (isWanted && width * outputs > Limits.BatchValues)
        {
            context.Report(
                Descriptors.JacobianTooLarge,
                network.Locate(name),
                context.Type.Name,
                ParseContext.Print(width * outputs),
                ParseContext.Print(Limits.BatchValues));
        }

        return isWanted;
    }

    /// <summary>An input that is 0 is another number once it is standardised, and cannot be skipped.</summary>
    private static bool ParseSparseInputs(AttributeReader network, IReadOnlyList<ParsedLayer> layers)
    {
        const string name = "SparseInputs";
        var skips = network.Flag(name, false);
        if (skips && layers.Count > 0 && layers[0].Model is StandardizeModel)
            network.Report(Descriptors.NoEffect, name, name, "[Standardize]", "the network without that layer");
        return skips;
    }

    private static int ParseBatchSize(ParseContext context, AttributeReader network, long width)
    {
        const int usual = 32;
        var size = network.Size("BatchSize", "The batch size", Limits.BatchSize, usual);
        if (size * width > Limits.BatchValues)
        {
            context.Report(
                Descriptors.BatchTooLarge,
                network.Locate("BatchSize"),
                context.Type.Name,
                ParseContext.Print(size * width),
                ParseContext.Print(Limits.BatchValues),
                (Limits.BatchValues / width).ToString(CultureInfo.InvariantCulture));
        }

        return size;
    }

    /// <summary>A property with the name of its type, whose first member is the default.</summary>
    private static T ParseEnum<T>(AttributeReader network)
        where T : struct, Enum =>
        Enum.TryParse<T>(network.Member(typeof(T).Name, default(T).ToString()), out var value) ? value : default;
}
