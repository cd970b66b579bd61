using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Calculus;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the static methods that a network names as its activations and its loss, and reads them.</summary>
/// <remarks>
/// A method is looked for in the network's class, its base classes and the types around it. Each is read once.
/// </remarks>
internal sealed class OwnFunctionParser(ParseContext context)
{
    private readonly Dictionary<string, FunctionModel?> _activations = new(StringComparer.Ordinal);

    /// <summary>The activation that an argument names; null where there is none, which is reported.</summary>
    public FunctionModel? Activation(AttributeReader attribute, string argument, string name)
    {
        if (!_activations.TryGetValue(name, out var activation))
        {
            var method = Find(attribute, argument, name, OwnSignature.OfActivation, "static float f(float x)");
            activation = method is null ? null : Read(method, takesVectors: false, outputs: null);
            _activations.Add(name, activation);
            if (activation is not null)
                CheckDependence(attribute, argument, activation, activation.Arguments.Concat(activation.Learnables.Select(learnable => learnable.Name)));
        }

        return activation;
    }

    /// <summary>The loss that an argument names; null where there is none, which is reported.</summary>
    /// <param name="outputs">Values in one prediction.</param>
    public FunctionModel? Loss(AttributeReader attribute, string argument, string name, int outputs)
    {
        var method = Find(
            attribute,
            argument,
            name,
            OwnSignature.OfLoss,
            "static float f(float prediction, float target) or static float f(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target)");
        var loss = method is null ? null : Read(method, OwnSignature.TakesVectors(method), outputs);
        if (loss is not null)
            CheckDependence(attribute, argument, loss, [loss.Arguments[0]]);
        return loss;
    }

    /// <summary>Reports the first parameter that the formula does not speak of: nothing would be learnt through it.</summary>
    private static void CheckDependence(AttributeReader attribute, string argument, FunctionModel function, IEnumerable<string> parameters)
    {
        var used = new HashSet<string>(function.Formula.Leaves.Select(leaf => leaf switch
        {
            Variable variable => variable.Name,
            Element element => element.Vector,
            _ => string.Empty,
        }));
        if (parameters.FirstOrDefault(parameter => !used.Contains(parameter)) is { } unused)
            attribute.Report(Descriptors.FunctionSignature, argument, function.Name, $"does not depend on '{unused}'", "a formula of it, or leave it out where it is to be learned");
    }

    /// <summary>Reports methods of the class with [Derivative] that are the derivative of nothing, or one of two.</summary>
    public void CheckDerivatives()
    {
        foreach (var problem in GeneratedPart.UserMembers(context.Type).OfType<IMethodSymbol>().Select(method => Derivatives.ProblemOf(method, context.CancellationToken)))
        {
            if (problem is not null)
                context.Report(problem);
        }
    }

    private IMethodSymbol? Find(
        AttributeReader attribute, string argument, string name, Func<IMethodSymbol, string?> problemOf, string signature)
    {
        var methods = Scopes().Select(type => type.GetMembers(name).OfType<IMethodSymbol>().ToList()).FirstOrDefault(found => found.Count > 0);
        if (methods is null)
        {
            attribute.Report(Descriptors.UnknownFunction, argument, name, context.Type.Name, signature);
            return null;
        }

        if (methods.FirstOrDefault(method => problemOf(method) is null) is { } fitting)
            return fitting;
        attribute.Report(Descriptors.FunctionSignature, argument, name, problemOf(methods[0])!, signature);
        return null;
    }

    private IEnumerable<INamedTypeSymbol> Scopes()
    {
        for (var type = context.Type; type is not null; type = type.ContainingType)
        {
            for (var parent = type; parent is not null; parent = parent.BaseType)
                yield return parent;
        }
    }

    private FunctionModel? Read(IMethodSymbol method, bool takesVectors, int? outputs)
    {
        var arguments = method.Parameters.Where(parameter => OwnSignature.Learnable(parameter) is null).ToList();
        var learnables = method.Parameters.Except(arguments, SymbolEqualityComparer.Default).Cast<IParameterSymbol>().Select(Learnable).ToEquatableArray();
        return Formula(method, outputs) is { } formula
            ? new(method.Name, arguments.Select(parameter => parameter.Name).ToEquatableArray(), learnables, formula, takesVectors)
            : null;
    }

    /// <summary>A method's value as an expression of its parameters; null where it cannot be read, which is reported.</summary>
    /// <param name="length">Elements of the vectors that it takes; null where that is known at run time only.</param>
    public Expr? Formula(IMethodSymbol method, int? length)
    {
        var values = method.Parameters.Select(parameter => OwnSignature.IsVector(parameter.Type)
            ? (Value)new Value.Vector(parameter.Name, length)
            : new Value.Real(new Variable(parameter.Name))).ToList();
        try
        {
            var place = method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
            var reader = new FunctionReader(method, context.Precision, context.Compilation, context.CancellationToken);
            return ExpressionReader.Number(reader.Read(values), place);
        }
        catch (UnreadableException exception) when (exception.IsOfLaterCode || !IsRejected(exception.Syntax))
        {
            context.Report(Descriptors.NotDifferentiable, exception.Syntax.GetLocation(), Shorten(exception.Syntax), exception.Reason, exception.Advice);
        }
        catch (Exception exception) when (exception is UnreadableException or RejectedException)
        {
            context.HasCompilerErrors = true;
        }

        return null;
    }

    /// <summary>Whether the compiler has an error in a member, which then is enough.</summary>
    private bool IsRejected(SyntaxNode syntax) => context.Compilation.GetSemanticModel(syntax.SyntaxTree)
        .GetDiagnostics(syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Span, context.CancellationToken)
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private LearnableModel Learnable(IParameterSymbol parameter)
    {
        var attribute = OwnSignature.Learnable(parameter)!;
        var initial = attribute.ConstructorArguments.ElementAtOrDefault(0).Value is double number ? number : 0;
        if (context.ProblemOf(initial, isInRange: true, "a finite number, such as 1") is { } advice)
        {
            context.Report(
                Descriptors.NumberOutOfRange,
                attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken).GetLocation(),
                "The initial value",
                initial.ToString(CultureInfo.InvariantCulture),
                advice);
        }

        return new(parameter.Name, initial, attribute.NamedArguments.Any(argument => argument is { Key: "PerUnit", Value.Value: true }));
    }

    /// <summary>Source text for a message: one line.</summary>
    private static string Shorten(SyntaxNode syntax)
    {
        const int longest = 60;
        var text = string.Join(" ", syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= longest ? text : text.Substring(0, longest) + "…";
    }
}
