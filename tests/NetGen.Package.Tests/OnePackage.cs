namespace NetGen.Package.Tests;

/// <summary>All tests are of one package, one after the other.</summary>
[CollectionDefinition(nameof(PackedConsumers))]
public sealed class OnePackage : ICollectionFixture<PackedConsumers>;
