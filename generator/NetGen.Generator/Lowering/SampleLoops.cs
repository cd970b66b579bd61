using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Lets neighbouring groups of a batch share one loop over its samples, where a sample's values pass from one to the next
/// in registers.
/// </summary>
internal static class SampleLoops
{
    public static IReadOnlyList<Group> Share(IReadOnlyList<Group> groups, bool isExact)
    {
        var shared = new List<Group>();
        var loop = 0;
        for (var index = 0; index < groups.Count;)
        {
            var run = Run(groups, index, isExact);
            loop += run > 1 ? 1 : 0;
            shared.AddRange(groups.Skip(index).Take(run).Select(group => run > 1 ? group.InLoop(loop) : group));
            index += run;
        }

        return shared;
    }

    /// <summary>How many groups from the first on can share a loop; 1 if it must go alone.</summary>
    private static int Run(IReadOnlyList<Group> groups, int first, bool isExact)
    {
        var sums = new HashSet<Tensor>();
        var count = 0;
        while (first + count < groups.Count && CanShare(groups[first + count], isExact) && !groups[first + count].Statements.Any(statement => sums.Any(statement.ReadsTensor)))
        {
            var group = groups[first + count];
            if (!group.First.Axes.Any(axis => axis.IsBatch))
                sums.Add(group.First);
            count++;
        }

        return System.Math.Max(1, count);
    }

    /// <summary>
    /// One sample's work is a few vectors: sums over weights gain more from several samples at once. An exact sum over samples
    /// goes alone, for in company it would start from 0 and add what was there before at the end.
    /// </summary>
    private static bool CanShare(Group group, bool isExact) =>
        group.Packed is null
        && (!isExact || group.First.Axes.Any(axis => axis.IsBatch))
        && group.Statements.All(statement => statement.Domain.Any(index => index.IsBatch)
            && statement.Target.Axes.Concat(statement.Reduced).All(index => index.IsBatch || index == group.Lane || index.Extent == 1)
            && (!statement.Reduced.Any(index => index.IsBatch) || statement.Target.Axes.Count == 0)
            && (group.Lane is null || group.ReducesLanes || statement.Target.Axes.Contains(group.Lane)));
}
