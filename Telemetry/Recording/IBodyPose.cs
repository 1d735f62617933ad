namespace Locomotion.Telemetry.Recording;

/// <summary>Where the body is, for viewing; only a simulated body knows.</summary>
public interface IBodyPose
{
    /// <summary>Writes the center of each segment, m, and its heading, rad counter-clockwise from x. [segment]</summary>
    void Write(Span<double> x, Span<double> y, Span<double> heading);
}
