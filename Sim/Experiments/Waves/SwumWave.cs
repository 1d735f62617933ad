namespace Locomotion.Sim.Experiments;

/// <summary>How fast a written wave swims, as U/V: speed over the wave's speed.</summary>
/// <param name="DragRatio">C_T / C_N.</param>
/// <param name="Slope">Largest slope of the wave, a k.</param>
/// <param name="Theory">By resistive theory of an endless wave.</param>
/// <param name="Long">Four waves on a body of 100 links.</param>
/// <param name="Animal">One wave on the animal's 21 links.</param>
internal readonly record struct SwumWave(double DragRatio, double Slope, double Theory, double Long, double Animal);
