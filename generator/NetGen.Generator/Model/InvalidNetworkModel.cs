namespace NetGen.Generator.Model;

/// <summary>What can be known of a network with errors: enough to give its class the members that its users call.</summary>
/// <param name="Type">Where the generated part belongs.</param>
/// <param name="TypeParameters">The class's own type parameters, such as <c>&lt;T&gt;</c>; empty for most.</param>
/// <param name="Inputs">Values in one sample; 1 where it is not known, for users may divide by it.</param>
/// <param name="Outputs">Outputs of the last layer; 1 where it is not known.</param>
/// <param name="Layers">The layers that could be read.</param>
/// <param name="Loss">One of <c>NetGen.Loss</c>, or the user's.</param>
/// <param name="Precision">The arithmetic.</param>
/// <param name="BatchSize">Samples that the training workspace would hold.</param>
/// <param name="Training">Whether the network can be trained.</param>
/// <param name="Jacobian">Whether the network gives its Jacobian.</param>
/// <param name="TakenNames">Names of generated members that the user has used, so the generated part leaves them out.</param>
internal sealed record InvalidNetworkModel(
    TypeModel Type,
    string TypeParameters,
    int Inputs,
    int Outputs,
    EquatableArray<LayerModel> Layers,
    FunctionChoice Loss,
    Precision Precision,
    int BatchSize,
    bool Training,
    bool Jacobian,
    EquatableArray<string> TakenNames)
{
    /// <summary>Whether its members would be static.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>The members of a network that was read wholly or in part, but is not compiled.</summary>
    public static InvalidNetworkModel Of(
        NetworkModel model, string typeParameters = "", IEnumerable<string>? takenNames = null) => new(
        model.Type,
        typeParameters,
        model.Inputs,
        model.Outputs,
        model.Layers,
        model.Loss,
        model.Precision,
        model.BatchSize,
        model.Training,
        model.Jacobian,
        (takenNames ?? []).ToEquatableArray())
        {
            IsFrozen = model.WeightsFile is not null,
        };
}
