namespace NetGen.Fuzz.Targets;

/// <summary>Whose files are read.</summary>
[Network(2, Loss = Loss.SoftmaxCrossEntropy)]
[Dense(3)]
public sealed partial class FuzzedNetwork;
