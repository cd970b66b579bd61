using System.Globalization;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary><c>Alpha</c>: the slope of leaky relu, the α of elu.</summary>
internal static class AlphaParser
{
    private const string Name = "Alpha";

    /// <returns>NaN for the usual value.</returns>
    public static double Parse(AttributeReader attribute, string activation)
    {
        var alpha = attribute.Number(Name, double.NaN);
        if (double.IsNaN(alpha) || !attribute.IsValid)
            return double.NaN;
        if (activation is not ("LeakyRelu" or "Elu"))
        {
            attribute.Report(
                Descriptors.NoEffect, Name, Name, $"Activation.{activation}", "Activation.LeakyRelu or Activation.Elu");
        }
        else if (alpha < 0 || double.IsInfinity(alpha))
        {
            attribute.Report(
                Descriptors.NumberOutOfRange,
                Name,
                Name,
                alpha.ToString(CultureInfo.InvariantCulture),
                "0 or a positive finite number, such as 0.01");
        }

        return alpha;
    }
}
