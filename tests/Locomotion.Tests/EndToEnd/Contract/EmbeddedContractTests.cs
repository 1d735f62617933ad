namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>docs/mqtt.md on the broker inside the program.</summary>
[Collection(Alone.Name)]
public sealed class EmbeddedContractTests() : ContractTests(new EmbeddedStage());
