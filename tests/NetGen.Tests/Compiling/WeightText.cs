using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Tests.Compiling;

/// <summary>A weight file as the build hands it to the compiler.</summary>
internal sealed class WeightText(string name, byte[] file) : AdditionalText
{
    public override string Path => $"{name}.netgen-weights";

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From($"NetGen weights 1\n{name}\n{Convert.ToBase64String(file)}\n", System.Text.Encoding.UTF8);
}
