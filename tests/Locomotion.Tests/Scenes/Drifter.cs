using Locomotion.Body;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Body.Water;
using Locomotion.Controller.Loop;

namespace Locomotion.Tests.Scenes;

/// <summary>Bodies that nobody drives, thrown into water or onto land.</summary>
public static class Drifter
{
    /// <summary>Water without any drag or added mass, as a start for <c>with</c>.</summary>
    public static readonly WaterParameters Void = new() { NormalDrag = 0, TangentialDrag = 0, LegDrag = 0, AddedMass = 0 };

    /// <summary>A limp body: no joint holds or damps, no leg stands.</summary>
    public static CentipedeBody InWater(WaterParameters water, int segments = 21) => new(new BodyParameters
    {
        Shape = new() { Segments = segments },
        Joints = new() { Stiffness = 0, Damping = 0 },
        Water = water,
    }, Habitat.Water);

    /// <summary>A straight body on land, feet lifted as <paramref name="lift"/> says. [leg]</summary>
    public static CentipedeBody OnLand(FeetParameters feet, IReadOnlyList<double> lift, double legYaw = 0)
    {
        int segments = lift.Count / 2;
        CentipedeBody body = new(new BodyParameters { Shape = new() { Segments = segments }, Feet = feet }, Habitat.Land);
        Command command = new(segments);
        for (int leg = 0; leg < lift.Count; leg++)
        {
            command.LegYaw[leg] = legYaw;
            command.LegLift[leg] = lift[leg];
        }
        body.Settle(command);
        return body;
    }

    /// <summary>Throws <paramref name="body"/>, all links alike.</summary>
    public static CentipedeBody Throw(CentipedeBody body, double vx, double vy)
    {
        PlanarChain chain = body.Chain;
        (chain.Vx, chain.Vy) = (vx, vy);
        chain.Locate();
        return body;
    }

    /// <summary>Steps <paramref name="body"/> for <paramref name="seconds"/>.</summary>
    public static CentipedeBody Run(CentipedeBody body, double seconds, double h)
    {
        for (int k = 0; k < (int)Math.Round(seconds / h); k++) body.Step(h);
        return body;
    }
}
