namespace Locomotion.Controller.Cord;

/// <summary>What the cord brings unchanged from the higher centers to a segment. All zero behind a cut.</summary>
/// <param name="Drive">d, 0 to 1.</param>
/// <param name="Tone">s: the SEG's inhibition of trunk bending, 0 to 1.</param>
/// <param name="Turn">Bend offset, −1 (right) to 1 (left).</param>
public readonly record struct CordSignals(double Drive, double Tone, double Turn);
