using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Words of C# that are no keywords: generated code says them, and a declaration around it can give them another meaning.</summary>
internal static class ScopeRules
{
    /// <summary>Reports what gives such a word another meaning in the class.</summary>
    public static void Check(ParseContext context, Location location)
    {
        var model = context.Compilation.GetSemanticModel(context.Declaration.SyntaxTree);
        var place = PlaceIn(context.Declaration);
        Report("var", model.LookupNamespacesAndTypes(place, name: "var").FirstOrDefault());
        Report("nameof", model.LookupSymbols(place, name: "nameof").FirstOrDefault(IsCalled));

        void Report(string word, ISymbol? meaning)
        {
            if (meaning is not null)
                context.Report(Descriptors.WordTaken, location, word, $"'{meaning.ToDisplayString()}'", context.Type.Name);
        }
    }

    private static bool IsCalled(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => true,
        IFieldSymbol field => field.Type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic,
        IPropertySymbol property => property.Type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic,
        IEventSymbol => true,
        _ => false,
    };

    /// <summary>Where the type's members are in scope.</summary>
    private static int PlaceIn(TypeDeclarationSyntax type) =>
        type.OpenBraceToken.Span.IsEmpty ? type.SemicolonToken.SpanStart : type.OpenBraceToken.Span.End;
}
