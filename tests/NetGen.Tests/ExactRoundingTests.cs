using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>
/// The runtimes of .NET Standard 2.0 may compute in more precision than a type has: exact arithmetic casts every result
/// that memory does not round.
/// </summary>
public class ExactRoundingTests
{
    private const int SmallWidth = 7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryOperationIsRounded(int seed)
    {
        Check(RandomModels.Draw(seed));
        Check(RandomModels.Draw(seed, SmallWidth));
    }

    private static void Check(NetworkModel model)
    {
        var exact = model with { Arithmetic = Generator.Model.Arithmetic.Exact };
        var options = new CSharpParseOptions(LanguageVersion.CSharp9);
        var generated = CSharpSyntaxTree.ParseText(ModelCompiler.Compile(exact, Target.NetStandard).GeneratedSource, options);
        var compilation = CSharpCompilation.Create(
            "Compiled",
            [generated, CSharpSyntaxTree.ParseText(ModelSource.Of(exact), options)],
            TargetReferences.Of(Target.NetStandard).Compilation);
        var semantics = compilation.GetSemanticModel(generated);
        var operations = generated.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Where(node => IsArithmetic(node, semantics)).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.True(IsRounded(operation), operation.Parent!.ToString()));
    }

    private static bool IsArithmetic(ExpressionSyntax node, SemanticModel semantics) =>
        node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            or SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression
        && semantics.GetTypeInfo(node).Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>A cast rounds, and so does writing to an element of memory.</summary>
    private static bool IsRounded(ExpressionSyntax operation) => operation is AssignmentExpressionSyntax assignment
        ? assignment.Left is ElementAccessExpressionSyntax
        : operation.Parent is ParenthesizedExpressionSyntax { Parent: CastExpressionSyntax };
}
