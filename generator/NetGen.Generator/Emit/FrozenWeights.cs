using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Lowering;
using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Writes the parameters of a frozen network as data of the assembly, in the order in which kernels read them.</summary>
internal sealed class FrozenWeights(NetworkModel network, NetworkSchedule schedule)
{
    private const int NumbersPerLine = 8;

    private readonly string _type = GeneratedMembers.Scalar(network.Precision);

    public void Write(CodeWriter writer)
    {
        var packed = Freezing.Pack(network.Frozen!, schedule.Parameters);
        var starts = network.Frozen!.Tensors.Keys.ToDictionary(symbol => schedule.Parameters.Layout(symbol).Offset);
        writer.Line($"// The parameters of '{network.Frozen.File}', packed as the kernels read them; what is between them are pads.");

        // From .NET 7 on, constants of a span are read where they lie in the assembly; before, an array is filled from them once.
        writer.Line(network.Target.HasVectors
            ? $"private static global::System.ReadOnlySpan<{_type}> Weights => new {_type}[{packed.Length}]"
            : $"private static readonly {_type}[] Weights = new {_type}[{packed.Length}]");
        writer.Line("{");
        for (var first = 0; first < packed.Length;)
        {
            if (starts.TryGetValue(first, out var symbol))
                writer.Line($"    // {symbol}{Describe(symbol)}");
            var count = 1;
            while (count < NumbersPerLine && first + count < packed.Length && !starts.ContainsKey(first + count))
                count++;
            writer.Line("    " + string.Join(" ", Enumerable.Range(first, count).Select(index => Literals.Print(packed[index], network.Precision) + ",")));
            first += count;
        }

        writer.Line("};");
    }

    private string Describe(string symbol)
    {
        var strides = schedule.Parameters.Layout(symbol).Strides;
        return strides.Count < 2 ? string.Empty
            : strides[0] == 1 ? string.Format(CultureInfo.InvariantCulture, ", an input's weights in a row of {0}", strides[1])
            : string.Format(CultureInfo.InvariantCulture, ", an output's weights in a row of {0}", strides[0]);
    }
}
