namespace NetGen.Tests.Networks;

/// <summary>A call of one method.</summary>
/// <param name="Samples">Samples that a call works on.</param>
internal sealed record NetworkCall(int Samples, Action Run);
