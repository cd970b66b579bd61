using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>HuberDelta</c>: where the Huber loss turns from a square into a line.</summary>
internal static class HuberDeltaParser
{
    private const string Name = "HuberDelta";
    private const double Usual = 1;

    public static double Parse(AttributeReader network, FunctionChoice loss)
    {
        if (!network.Has(Name))
            return Usual;
        var delta = network.Number(Name, Usual);
        if (network.CheckNumber(Name, delta, delta > 0, "a positive finite number, such as 1") && loss.BuiltIn != "Huber" && network.IsValid)
            network.Report(Descriptors.NoEffect, Name, Name, loss.Own is null ? $"Loss.{loss}" : loss.Name, "Loss.Huber");

        return delta;
    }
}
