namespace Locomotion.Sim.Optimisation;

/// <summary>An optimisation between two generations: what was asked for, and where it stands.</summary>
/// <param name="Objective">Name of the objective.</param>
/// <param name="Description">What its cost is made of.</param>
/// <param name="Parameters">The numbers that are chosen.</param>
/// <param name="FirstSigma">Deviation of the first candidates.</param>
/// <param name="StartCost">Cost of the start; infinite if it was not finite.</param>
/// <param name="State">Where the search stands.</param>
public sealed record OptimisationCheckpoint(
    string Objective, string Description, IReadOnlyList<OptimisedParameter> Parameters, double FirstSigma, double StartCost, CmaEsState State);
