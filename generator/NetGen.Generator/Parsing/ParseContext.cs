using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The class that is parsed, and the problems found so far.</summary>
/// <param name="type">The class.</param>
/// <param name="declaration">Its declaration that carries [Network].</param>
/// <param name="compilation">Where both belong.</param>
/// <param name="cancellationToken">Checked whenever syntax is looked up.</param>
internal sealed class ParseContext(
    INamedTypeSymbol type, TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellationToken)
{
    private readonly List<Problem> _problems = [];
    private OwnFunctionParser? _functions;

    public INamedTypeSymbol Type { get; } = type;

    public TypeDeclarationSyntax Declaration { get; } = declaration;

    public CSharpCompilation Compilation { get; } = (CSharpCompilation)compilation;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Of the code that is generated.</summary>
    public Precision Precision { get; set; }

    /// <summary>The user's functions.</summary>
    public OwnFunctionParser Functions => _functions ??= new(this);

    /// <summary>Whether the C# compiler rejects one of the network's attributes, so that we need not.</summary>
    public bool HasCompilerErrors { get; set; }

    public bool IsValid => _problems.Count == 0 && !HasCompilerErrors;

    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        Report(new(descriptor, location, arguments));

    /// <summary>What two functions have in common is wrong once.</summary>
    public void Report(Problem problem)
    {
        if (!_problems.Exists(other => other.Descriptor == problem.Descriptor && other.Location.Equals(problem.Location)))
            _problems.Add(problem);
    }

    /// <summary>An attribute's arguments; notes whether the compiler rejects any, and says why where a name is hidden.</summary>
    public AttributeReader Read(AttributeData attribute)
    {
        var reader = new AttributeReader(attribute, this);
        if (reader.HasCompilerErrors)
        {
            HasCompilerErrors = true;
            NameRules.CheckArguments(this, reader.Syntax);
        }

        return reader;
    }

    /// <summary>What keeps a number from being a hyperparameter, as what to write instead; null where nothing does.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isInRange">Whether it means something.</param>
    /// <param name="range">The numbers that do.</param>
    public string? ProblemOf(double value, bool isInRange, string range)
    {
        if (!isInRange || double.IsInfinity(value) || double.IsNaN(value))
            return range;
        var single = (float)value;
        return Precision == Precision.Double || (!float.IsInfinity(single) && (single != 0 || value == 0))
            ? null
            : $"{range}, that a float can hold, or Precision = Precision.Double";
    }

    /// <summary>A whole number as messages print it: 16,384.</summary>
    public static string Print(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
