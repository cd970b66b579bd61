using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads which layers can be looked at, and makes the names of their members.</summary>
internal sealed class VisibleParser
{
    private const string Property = "Visible";

    // The other members do not end as these do.
    private readonly HashSet<string> _taken = [.. GeneratedMembers.OfFrozen([], Precision.Single, jacobian: false).Select(member => member.Name)];

    /// <param name="attribute">A layer's attribute, after those above it.</param>
    /// <param name="isLast">Whether its output is the network's.</param>
    public VisibleModel? Parse(AttributeReader attribute, bool isLast)
    {
        if (!attribute.Flag(Property, false))
            return null;
        if (isLast)
        {
            attribute.Report(Descriptors.NoEffect, Property, Property, "the last layer, whose output Forward gives", "it on a layer above");
            return null;
        }

        if (attribute.Text("Name") is not { } name)
        {
            attribute.Report(Descriptors.NotVisible, Property, "there is none");
            return null;
        }

        var member = string.Concat(name.Split('_', '-', '.', ' ').Where(word => word.Length > 0).Select(LearnableModel.ViewOf));
        if (!SyntaxFacts.IsValidIdentifier(member))
        {
            attribute.Report(Descriptors.NotVisible, "Name", $"'{name}' makes none");
            return null;
        }

        var visible = new VisibleModel(name, member, Identifiers.Escape(char.ToLowerInvariant(member[0]) + member.Substring(1)));
        if (_taken.Add(visible.Size))
            return visible;
        attribute.Report(Descriptors.NotVisible, "Name", $"'{name}' makes {visible.Size}, which another member is called");
        return null;
    }
}
