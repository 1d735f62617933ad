namespace Locomotion.Controller.Cord;

/// <summary>What is handed from segment to segment, head to tail. All zero across a cut.</summary>
/// <param name="Swim">M as passed on, 0 to 1.</param>
/// <param name="Fold">σ as passed on, 0 to 1.</param>
public readonly record struct CordMessages(double Swim, double Fold);
