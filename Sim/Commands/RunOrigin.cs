using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Commands;

/// <summary>What a run begins with.</summary>
/// <param name="Simulation">To be run.</param>
/// <param name="Whole">Its scenario before it was cut or stretched to the length that was asked for.</param>
internal sealed record RunOrigin(Simulation Simulation, Scenario Whole);
