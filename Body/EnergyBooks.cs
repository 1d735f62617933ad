using Locomotion.Controller.State;

namespace Locomotion.Body;

/// <summary>Where the energy went since the start, J. Work done on the body is positive, losses are positive.</summary>
public sealed class EnergyBooks : IHasState
{
    /// <summary>Work of the trunk joints' actuators.</summary>
    public double JointWork { get; internal set; }

    /// <summary>Work of the legs.</summary>
    public double LegWork { get; internal set; }

    /// <summary>What all actuators gave, each counted only while it gives: an actuator stores nothing of what it gets back.</summary>
    public double Effort { get; internal set; }

    /// <summary>Lost in the trunk joints' own damping.</summary>
    public double LostInJoints { get; internal set; }

    /// <summary>Lost to friction under the feet.</summary>
    public double LostByFeet { get; internal set; }

    /// <summary>Lost to friction under the belly.</summary>
    public double LostByBelly { get; internal set; }

    /// <summary>Lost to the water's drag.</summary>
    public double LostToWater { get; internal set; }

    /// <summary>Work put in less losses: equals the change of kinetic energy, but for the integrator's error.</summary>
    public double Balance => JointWork + LegWork - LostInJoints - LostByFeet - LostByBelly - LostToWater;

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("books");
        Span<double> books = [JointWork, LegWork, Effort, LostInJoints, LostByFeet, LostByBelly, LostToWater];
        visitor.Table(Names, books);
        if (visitor.Restores) (JointWork, LegWork, Effort, LostInJoints, LostByFeet, LostByBelly, LostToWater) = (books[0], books[1], books[2], books[3], books[4], books[5], books[6]);
    }

    private static readonly string[] Names = ["joint-work", "leg-work", "effort", "lost-in-joints", "lost-by-feet", "lost-by-belly", "lost-to-water"];
}
