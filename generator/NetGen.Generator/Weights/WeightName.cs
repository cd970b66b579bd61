using System.Collections.Generic;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Weights;

/// <summary>What a project's item and an attribute call a weight file, so that both mean the same one.</summary>
internal static class WeightName
{
    /// <summary>A path with slashes, without detours such as <c>./</c>, on one line.</summary>
    public static string Of(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            var last = segments.Count == 0 ? null : segments[segments.Count - 1];
            if (segment == ".." && last is not (null or "" or ".."))
                segments.RemoveAt(segments.Count - 1);
            else if (segment != "." && (segment.Length > 0 || last is null))
                segments.Add(segment);
        }

        return OneLine.Of(string.Join("/", segments));
    }
}
