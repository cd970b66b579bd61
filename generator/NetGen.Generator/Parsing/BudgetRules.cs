using System.Globalization;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>[Budget]: compares what a valid network costs with the limits that are written. Nothing is scheduled for shape alone.</summary>
internal static class BudgetRules
{
    /// <summary>By the names of the attribute's properties; the text says what the network does with so many.</summary>
    private static readonly (string Name, string Text, Func<NetworkModel, CancellationToken, long> Of)[] Limits =
    [
        ("ParameterCount", "has {0} parameters", (network, _) => Cost.ParameterCount(network)),
        ("ForwardMultiplyAdds", "takes {0} multiply-adds forward", (network, _) => Cost.ForwardMultiplyAdds(network)),
        ("BackwardMultiplyAdds", "takes {0} multiply-adds backward", (network, token) => Figures.Of(network, token).BackwardMultiplyAdds),
        ("ParameterBytes", "stores {0} bytes of parameters", (network, token) => Figures.Of(network, token).ParameterBytes),
        ("InferenceBytes", "works on {0} bytes to infer", (network, token) => Figures.Of(network, token).InferenceBytes),
        ("TrainingBytes", "works on {0} bytes to train", (network, token) => Figures.Of(network, token).TrainingBytes),
        ("CodeBytes", "becomes about {0} bytes of machine code", (network, token) => Figures.Of(network, token).CodeBytes),
    ];

    public static void Check(ParseContext context, NetworkModel network)
    {
        if (context.Type.GetAttributes().FirstOrDefault(NetGenNames.IsBudget) is not { } data)
            return;
        if (network.WeightsFile is not null)
            network = StandardizeFolding.Fold(network);
        var budget = new AttributeReader(data, context);
        foreach (var (name, text, of) in Limits)
        {
            if (budget.Long(name) is not { } limit)
                continue;
            if (limit < 1)
            {
                budget.Report(Descriptors.NumberOutOfRange, name, name, limit.ToString(CultureInfo.InvariantCulture), "a positive number, or leave it out to have no limit");
                continue;
            }

            var value = of(network, context.CancellationToken);
            if (value <= limit)
                continue;
            var advice = new BudgetAdvice(network, other => of(other, context.CancellationToken), limit);
            budget.Report(
                Descriptors.OverBudget,
                name,
                context.Type.Name,
                string.Format(CultureInfo.InvariantCulture, text, ParseContext.Print(value)),
                ParseContext.Print(limit),
                advice.For(name));
        }
    }
}
