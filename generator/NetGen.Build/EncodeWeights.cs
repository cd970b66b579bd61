using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Weights;

namespace NetGen.Build;

/// <summary>
/// Writes weight files as text that the compiler may read: generators must not open files, and what the compiler hands them is
/// text.
/// </summary>
/// <remarks>
/// The text is three lines: the format, the file as the project calls it, and the file's bytes in base 64; or behind a "!" why
/// there are none, which the generator reports at the attribute that asks for them. A text that says the same already stays as
/// it is, whatever the files' times, so that the compiler has nothing to do again.
/// </remarks>
public sealed class EncodeWeights : ITask
{
    private const string Format = "NetGen weights 1";

    // What the largest frozen network takes, with room for its header.
    private const long LargestFile = ((4L << 20) * sizeof(double)) + (16L << 20);

    // Of 255 that file systems take.
    private const int LongestName = 200;

    private bool _hasErrors;

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The items: a path, and maybe a <c>Link</c>, by which attributes call it.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Where the texts go.</summary>
    [Required]
    public string Folder { get; set; } = string.Empty;

    /// <summary>The texts, in the order of the files.</summary>
    [Output]
    public string[] Texts { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        Texts = [.. Files.Select(Encode)];
        return !_hasErrors;
    }

    private string Encode(ITaskItem file)
    {
        var link = file.GetMetadata("Link");
        var name = WeightName.Of(link.Length > 0 ? link : file.ItemSpec);
        var source = new FileInfo(file.GetMetadata("FullPath"));
        var target = new FileInfo(Path.Combine(Folder, $"{Plain(name.Substring(name.LastIndexOf('/') + 1))}.{Hash(name)}.netgen-weights"));
        Write(target, $"{Format}\n{name}\n{Read(source)}\n");
        return target.FullName;
    }

    private static string Read(FileInfo source)
    {
        if (!source.Exists)
            return "!is not there";
        if (source.Length > LargestFile)
            return $"!has {source.Length} bytes, more than a frozen network may have";
        try
        {
            return Convert.ToBase64String(File.ReadAllBytes(source.FullName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "!cannot be read: " + OneLine.Of(e.Message);
        }
    }

    /// <summary>Whole or not at all, and only if it is another text.</summary>
    private void Write(FileInfo target, string text)
    {
        try
        {
            if (target.Exists && File.ReadAllText(target.FullName) == text)
                return;

            target.Directory!.Create();
            var temporary = target.FullName + ".tmp";
            File.WriteAllText(temporary, text);
            File.Delete(target.FullName);
            File.Move(temporary, target.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = OneLine.Of($"NetGen cannot write the weights to '{target.FullName}': {e.Message}");
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs(null, "NGPKG03", BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0, message, null, nameof(EncodeWeights)));
            _hasErrors = true;
        }
    }

    /// <summary>The end of a name, without letters that mean something to file systems, shells and logs.</summary>
    private static string Plain(string name) => string.Concat(name.Skip(name.Length - LongestName).Select(letter =>
        letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-' or '_' ? letter : '_'));

    /// <summary>Files of the same name in different folders have different texts.</summary>
    private static string Hash(string name)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(4).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
