using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.CodeFixes;

/// <summary>A code fix that replaces one node of the file in which the diagnostic stands.</summary>
public abstract class SyntaxCodeFix : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var diagnostic = context.Diagnostics[0];
        var node = root!.FindNode(context.Span, getInnermostNodeForTie: true);
        if (await FixAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } fix)
            return;
        var changed = context.Document.WithSyntaxRoot(root.ReplaceNode(fix.Old, fix.New));
        context.RegisterCodeFix(
            CodeAction.Create(fix.Title, _ => Task.FromResult(changed), equivalenceKey: diagnostic.Id), diagnostic);
    }

    /// <summary>What to replace; null if there is nothing to fix.</summary>
    private protected abstract Task<SyntaxFix?> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);
}

/// <summary>A node and what takes its place.</summary>
/// <param name="title">What the editor shows.</param>
/// <param name="old">A node of the file.</param>
/// <param name="new">The node after the fix.</param>
internal sealed class SyntaxFix(string title, SyntaxNode old, SyntaxNode @new)
{
    public string Title { get; } = title;

    public SyntaxNode Old { get; } = old;

    public SyntaxNode New { get; } = @new;
}
