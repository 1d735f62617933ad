namespace Locomotion.Telemetry.Recording;

/// <summary>Writes where the body is, for viewing; only a simulated body knows.</summary>
/// <param name="x">Center of each segment, m. [segment]</param>
/// <param name="y">The same across. [segment]</param>
/// <param name="heading">Rad, counter-clockwise from x. [segment]</param>
public delegate void BodyPose(Span<double> x, Span<double> y, Span<double> heading);
