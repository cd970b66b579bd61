using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering;

/// <summary>A sum in three parts, so that a loop can be shared with others.</summary>
/// <param name="Before">Starts it.</param>
/// <param name="Inside">Adds to it.</param>
/// <param name="After">Keeps the total.</param>
internal sealed record SplitSum(IReadOnlyList<Code> Before, IReadOnlyList<Code> Inside, IReadOnlyList<Code> After)
{
    public IEnumerable<Code> All => Before.Concat(Inside).Concat(After);
}
