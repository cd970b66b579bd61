namespace NetGen.Tests.Networks;

/// <summary>Its losses are as large as its inputs, and so are its gradients.</summary>
[Network(2, Loss = Loss.MeanAbsoluteError)]
[Dense(1)]
public sealed partial class AbsoluteNetwork;
