using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Scalars that follow each other in memory, and are broadcast one after the other, come from one load: processors that load as
/// many vectors as they multiply and add have none left for what each weight is multiplied with. At 256 and 128 bits a layer of
/// one sample gains up to an eighth; at 512 bits, where an operation broadcasts from memory itself, nothing.
/// </summary>
internal sealed class SpreadInputs(int width, LoweringContext context)
{
    private const int RepeatedBits = 128;

    private readonly int _together = RepeatedBits / context.Widths.Bits;
    private readonly Dictionary<string, Helper> _loaded = [];

    /// <summary>Loads what the next steps broadcast, unless it is there.</summary>
    /// <param name="values">Of this step and those that follow.</param>
    public void Load(IEnumerable<Expr> values, string name, List<Code> code)
    {
        var next = values.Take(_together).OfType<Broadcast>().Select(broadcast => broadcast.Value).OfType<Load>().ToList();
        if (next.Count < _together || next[0].Address.Memory == Memory.Parameters || _loaded.ContainsKey(next[0].Text) || next.Where((load, element) => !Follows(next[0], load, element)).Any())
            return;
        var repeated = new Local(context.Variable(name, new Load(next[0].Address, width, isRepeated: true), width, code));
        for (var element = 0; element < next.Count; element++)
            _loaded[next[element].Text] = new Helper("Spread", [repeated], width, element);
    }

    /// <summary>The value, from what was loaded if it was.</summary>
    public Expr Find(Expr value) => value is Broadcast { Value: Load load } && _loaded.TryGetValue(load.Text, out var spread) ? spread : value;

    private static bool Follows(Load first, Load load, int element) =>
        load.Address.Memory == first.Address.Memory && load.Address.Offset.ToString() == (first.Address.Offset + element).ToString();
}
