namespace Locomotion.Sim.Optimisation;

/// <summary>How far an optimisation is.</summary>
/// <param name="Generation">Generations that are done.</param>
/// <param name="Generations">Generations in all.</param>
/// <param name="Evaluations">Costs that were computed, that of the start included.</param>
/// <param name="BestCost">The lowest cost so far, the start included; infinite while none was finite.</param>
/// <param name="Sigma">Step size: the overall deviation of the candidates, as a share of the range of a parameter.</param>
public readonly record struct OptimisationProgress(int Generation, int Generations, int Evaluations, double BestCost, double Sigma);
