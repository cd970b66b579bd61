using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Calculus;
using NetGen.Generator.Parsing;
using NetGen.Generator.Tests.Functions.Cases;
using NetGen.Generator.Tests.Harness;

namespace NetGen.Generator.Tests.Functions;

/// <summary>The methods of <c>Cases</c>, compiled into these tests, and their source in one project of its own.</summary>
internal static class CaseSource
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Lazy<Compilation> Project = new(() =>
        GeneratorHarness.For([.. typeof(CaseSource).Assembly.GetManifestResourceNames().Where(name => name.EndsWith("Cases.cs", StringComparison.Ordinal)).Select(Text)]).Compile());

    /// <summary>Names of a class's methods that are cases: those without an accessibility.</summary>
    public static TheoryData<string> Names(Type cases) => new(Symbol(cases).GetMembers().OfType<IMethodSymbol>()
        .Where(method => method.MethodKind == MethodKind.Ordinary && !((MethodDeclarationSyntax)Syntax(method)).Modifiers.Any(SyntaxKind.PrivateKeyword))
        .Select(method => method.Name));

    public static MethodInfo Method(Type cases, string name) => cases.GetMethod(name, Static)!;

    /// <summary>What the generator reads of a method.</summary>
    /// <param name="length">Elements of its vectors.</param>
    public static Expr Read(Type cases, string name, int length = 0) => Read(Symbol(cases).GetMembers(name).OfType<IMethodSymbol>().Single(), Project.Value, length);

    public static Expr Read(IMethodSymbol method, Compilation project, int length = 0)
    {
        var arguments = method.Parameters.Select(parameter => OwnSignature.IsVector(parameter.Type)
            ? (Value)new Value.Vector(parameter.Name, length)
            : new Value.Real(new Variable(parameter.Name))).ToList();
        var place = Syntax(method);
        return ExpressionReader.Number(new FunctionReader(method, Generator.Model.Precision.Double, project, CancellationToken.None).Read(arguments), place);
    }

    private static INamedTypeSymbol Symbol(Type cases) => Project.Value.GetTypeByMetadataName(cases.FullName!)!;

    private static SyntaxNode Syntax(IMethodSymbol method) => method.DeclaringSyntaxReferences[0].GetSyntax();

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(CaseSource).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
