using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Ends the reading of a function at what cannot be read.</summary>
/// <param name="syntax">The sub-expression.</param>
/// <param name="reason">Why, as the end of "… cannot be differentiated: ".</param>
/// <param name="advice">What to write instead.</param>
internal sealed class UnreadableException(SyntaxNode syntax, string reason, string advice) : Exception(reason)
{
    public SyntaxNode Syntax { get; } = syntax;

    public string Reason { get; } = reason;

    public string Advice { get; } = advice;

    /// <summary>Whether it speaks of code that is generated later, which the compiler misses only now.</summary>
    public bool IsOfLaterCode { get; init; }
}

/// <summary>Ends the reading of a function that the C# compiler rejects.</summary>
internal sealed class RejectedException : Exception;
