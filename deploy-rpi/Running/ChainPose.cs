using Locomotion.Body.Chain;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Robot.Running;

/// <summary>Where the simulated body is.</summary>
internal sealed class ChainPose(PlanarChain chain) : IBodyPose
{
    /// <inheritdoc/>
    public void Write(Span<double> x, Span<double> y, Span<double> heading)
    {
        for (int i = 0; i < x.Length; i++) (x[i], y[i]) = (chain.Links[i].X, chain.Links[i].Y);
        chain.Heading.CopyTo(heading);
    }
}
