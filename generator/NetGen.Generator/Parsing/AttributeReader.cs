using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads the arguments of one attribute by the name of their parameter or property. A value out of range is reported
/// where it is written and replaced by one in range, so that it is reported once.
/// </summary>
internal sealed class AttributeReader
{
    private readonly AttributeData _data;
    private readonly ParseContext _context;
    private bool _hasProblems;

    public AttributeReader(AttributeData data, ParseContext context)
    {
        _data = data;
        _context = context;
        Syntax = (AttributeSyntax)data.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken);
    }

    public AttributeSyntax Syntax { get; }

    /// <summary>The name as users write it.</summary>
    public string Name => NetGenNames.Short(_data.AttributeClass!.Name);

    /// <summary>Whether the C# compiler rejects an argument or misses one.</summary>
    public bool HasCompilerErrors =>
        _data.AttributeConstructor is null
        || _data.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error)
        || _data.NamedArguments.Any(argument => argument.Value.Kind == TypedConstantKind.Error)
        || _data.NamedArguments.Length != Arguments.Count(argument => argument.NameEquals is not null);

    /// <summary>Whether nothing is wrong with what was read so far.</summary>
    public bool IsValid => !_hasProblems && !HasCompilerErrors;

    private IEnumerable<AttributeArgumentSyntax> Arguments => Syntax.ArgumentList?.Arguments ?? [];

    /// <summary>A whole number from 1 to <paramref name="maximum"/>.</summary>
    public int Size(string name, string description, int maximum, int fallback = 1)
    {
        if (Find(name)?.Value is not int size)
            return fallback;
        if (size >= 1 && size <= maximum)
            return size;
        Report(
            Descriptors.SizeOutOfRange,
            name,
            description,
            size.ToString(CultureInfo.InvariantCulture),
            ParseContext.Print(maximum));
        return fallback;
    }

    /// <summary>The name of an enumeration's member.</summary>
    public string Member(string name, string fallback)
    {
        if (Find(name) is not { Type: INamedTypeSymbol type } constant)
            return fallback;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        if (members.FirstOrDefault(field => Equals(field.ConstantValue, constant.Value)) is { } member)
            return member.Name;
        Report(
            Descriptors.UnknownValue,
            name,
            type.Name,
            Convert.ToString(constant.Value, CultureInfo.InvariantCulture),
            string.Join(", ", members.Select(field => $"{type.Name}.{field.Name}")));
        return fallback;
    }

    public bool Flag(string name, bool fallback) => Find(name)?.Value as bool? ?? fallback;

    public double Number(string name, double fallback) => Find(name)?.Value as double? ?? fallback;

    public int Whole(string name, int fallback) => Find(name)?.Value as int? ?? fallback;

    public long? Long(string name) => Find(name)?.Value as long?;

    public string? Text(string name) => Find(name)?.Value as string;

    /// <summary>A text in the place of an enumeration's member; empty for null, and null where it is no text.</summary>
    public string? Alternative(string name) => Find(name) is { Type.SpecialType: SpecialType.System_String } constant ? constant.Value as string ?? string.Empty : null;

    /// <summary>Whether a property is written.</summary>
    public bool Has(string property) => Find(property) is not null;

    /// <summary>Reports a number that is out of range, or that the network does not compute with.</summary>
    /// <returns>Whether it is neither.</returns>
    public bool CheckNumber(string name, double value, bool isInRange, string range)
    {
        if (_context.ProblemOf(value, isInRange, range) is not { } advice)
            return true;
        Report(Descriptors.NumberOutOfRange, name, name, value.ToString(CultureInfo.InvariantCulture), advice);
        return false;
    }

    /// <summary>Reports what is wrong with an argument, where it is written.</summary>
    public void Report(DiagnosticDescriptor descriptor, string name, params string[] arguments)
    {
        _hasProblems = true;
        _context.Report(new(descriptor, Locate(name), arguments));
    }

    /// <summary>Where an argument is written; the whole attribute if it is left out.</summary>
    public Location Locate(string name)
    {
        var ordinal = Ordinal(name);
        var position = 0;
        foreach (var argument in Arguments)
        {
            var isIt = argument switch
            {
                { NameEquals: { } property } => property.Name.Identifier.ValueText == name,
                { NameColon: { } parameter } => parameter.Name.Identifier.ValueText == name,
                _ => position == ordinal,
            };
            if (isIt)
                return argument.Expression.GetLocation();
            position++;
        }

        return Syntax.GetLocation();
    }

    private TypedConstant? Find(string name)
    {
        var ordinal = Ordinal(name);
        if (ordinal >= 0 && ordinal < _data.ConstructorArguments.Length)
            return Sound(_data.ConstructorArguments[ordinal]);
        foreach (var argument in _data.NamedArguments)
        {
            if (argument.Key == name)
                return Sound(argument.Value);
        }

        return null;
    }

    private static TypedConstant? Sound(TypedConstant constant) => constant.Kind == TypedConstantKind.Error ? null : constant;

    private int Ordinal(string name) =>
        _data.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? -1;
}
