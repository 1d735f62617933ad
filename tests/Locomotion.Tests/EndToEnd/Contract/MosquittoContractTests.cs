namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>docs/mqtt.md on a real Mosquitto.</summary>
[Collection(Alone.Name)]
public sealed class MosquittoContractTests() : ContractTests(new MosquittoStage());
