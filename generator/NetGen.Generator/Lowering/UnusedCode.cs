using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering;

/// <summary>Leaves out what constants have made useless: variables that nothing reads any more, and remarks on what is gone.</summary>
internal static class UnusedCode
{
    public static List<Code> Remove(IReadOnlyList<Code> body)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<Code>();

        // Backwards: remarks stay where something stays of what follows them.
        var (isFollowed, isRemark) = (false, false);
        foreach (var code in body.Reverse())
        {
            if (code is not Remark && isRemark)
                isFollowed = false;
            isRemark = code is Remark;
            var isKept = code switch
            {
                Declare declare => used.Contains(declare.Name),
                Assign assign => used.Contains(assign.Name),
                Remark => isFollowed,
                _ => true,
            };
            if (!isKept)
                continue;
            kept.Add(code);
            isFollowed = true;
            used.UnionWith(CodeLeaves.Of([code]).OfType<Local>().Select(local => local.Text));
        }

        kept.Reverse();
        return kept;
    }
}
