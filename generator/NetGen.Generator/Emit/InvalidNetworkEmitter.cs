using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>
/// Writes the part of a network with errors: the members that a valid network has, so that nobody who calls them gets an
/// error of his own, and all of them throw. Plain C# 7.3, because an old language may be the error.
/// </summary>
internal static class InvalidNetworkEmitter
{
    private const string Body = " => throw __Errors();";

    public static string Emit(InvalidNetworkModel model)
    {
        var contract = model.Type.IsStatic
            ? string.Empty
            : " : " + Interface(model, GeneratedMembers.ContractOf(model.Loss, model.Training, model.IsFrozen))
                + (model.Jacobian ? ", " + Interface(model, Contract.Differentiable) : string.Empty);
        return PartFile.Write(
            [$"// The attributes of {model.Type.Name} have errors, so its members only throw.", "#pragma warning disable"],
            model.Type.Namespace,
            [.. model.Type.Containers, $"partial {model.Type.Keyword} {model.Type.Name}{model.TypeParameters}{contract}"],
            writer =>
            {
                foreach (var member in Members(model))
                    writer.Line(member);
            });
    }

    private static IEnumerable<string> Members(InvalidNetworkModel model)
    {
        var name = model.Type.Name;
        if (!model.Type.HasConstructor && !model.IsFrozen)
        {
            yield return $"public {name}(){Body}";
            yield return $"public {name}(int seed){Body}";
        }

        var members = model.IsFrozen
            ? GeneratedMembers.OfFrozen(model.Layers, model.Precision, model.Jacobian)
            : GeneratedMembers.Of(name + model.TypeParameters, model.Layers, model.Loss, model.Precision, model.Training, model.Jacobian);
        foreach (var member in members)
        {
            var isTaken = model.TakenNames.Contains(member.Name);
            if (!isTaken && member.Kind != MemberKind.Implementation)
                yield return (model.IsFrozen && member.Kind != MemberKind.Constant ? "public static " : "public ") + Declare(member, member.Name, model);
            if (!model.Type.IsStatic && member.Contract != Contract.None && (isTaken || model.IsFrozen || member.Kind == MemberKind.Constant))
                yield return Declare(member with { Kind = Implemented(member.Kind) }, Explicit(member, model), model);
        }

        if (!model.Type.HasToString && !model.IsFrozen)
            yield return $"public override string ToString(){Body}";

        // C# reserves names with two underscores for its implementations, so no user's member is called so.
        yield return "private static global::System.Exception __Errors() =>";
        yield return $"    new global::System.InvalidOperationException(\"Fix the errors of the network {name} to use it.\");";
    }

    private static string Declare(GeneratedMember member, string name, InvalidNetworkModel model) => member.Kind switch
    {
        MemberKind.Constant => $"const {member.Type} {name} = {Value(member.Name, model)};",
        MemberKind.Property => $"{member.Type} {name}{Body}",
        _ => $"{member.Type} {name}({string.Join(", ", member.Parameters.Select(Declare))}){Body}",
    };

    private static string Declare(Parameter parameter) => $"{parameter.Type} {parameter.Name}";

    private static MemberKind Implemented(MemberKind kind) => kind == MemberKind.Constant ? MemberKind.Property : kind;

    private static string Explicit(GeneratedMember member, InvalidNetworkModel model) =>
        $"{Interface(model, member.Contract)}.{member.Name}";

    /// <summary>The sizes where they are known; otherwise 1, which users can divide by.</summary>
    private static int Value(string constant, InvalidNetworkModel model) => constant switch
    {
        "InputSize" => model.Inputs,
        "OutputSize" => model.Outputs,
        "BatchSize" => model.BatchSize,
        _ => 1,
    };

    private static string Interface(InvalidNetworkModel model, Contract contract) =>
        GeneratedMembers.Interface(contract, model.Precision);
}
