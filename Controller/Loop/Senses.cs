using Locomotion.Controller.State;

namespace Locomotion.Controller.Loop;

/// <summary>What the body reports to the controller. Numbering: <see cref="Leg"/>.</summary>
public sealed class Senses(int segments) : IHasState
{
    /// <summary>Load N on each foot, in units of one segment's weight. [leg]</summary>
    public readonly double[] FootLoad = new double[2 * segments];

    /// <summary>Ground within the leg's reach, carrying load, 0 to 1, whether the leg is lifted, folded or not. [leg]</summary>
    public readonly double[] FootContact = new double[2 * segments];

    /// <summary>How far each segment is under water, 0 to 1. [segment]</summary>
    public readonly double[] Wetness = new double[segments];

    /// <summary>Bend measured at each trunk joint, rad, positive to the left. [joint]</summary>
    public readonly double[] Bend = new double[segments - 1];

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("senses");
        visitor.Visit<double>("foot-load", FootLoad);
        visitor.Visit<double>("foot-contact", FootContact);
        visitor.Visit<double>("wetness", Wetness);
        visitor.Visit<double>("bend", Bend);
    }
}
