using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary><c>Alpha</c>: the slope of leaky relu, the α of elu.</summary>
internal static class AlphaParser
{
    private const string Name = "Alpha";

    /// <returns>NaN for the usual value.</returns>
    public static double Parse(AttributeReader attribute, FunctionChoice activation)
    {
        var alpha = attribute.Number(Name, double.NaN);
        if (double.IsNaN(alpha) || !attribute.IsValid)
            return double.NaN;
        if (activation.BuiltIn is not ("LeakyRelu" or "Elu"))
        {
            attribute.Report(
                Descriptors.NoEffect, Name, Name, activation.Own is null ? $"Activation.{activation}" : activation.Name, "Activation.LeakyRelu or Activation.Elu");
        }
        else
        {
            attribute.CheckNumber(Name, alpha, alpha >= 0, "0 or a positive finite number, such as 0.01");
        }

        return alpha;
    }
}
