using Locomotion.Body;
using Locomotion.Body.Chain;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>How the animal is told to walk while its trunk is made softer.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Drive">d.</param>
/// <param name="Release">b: 0 holds the trunk still, so that only the legs and what they push at bend it.</param>
/// <param name="IsDamped">Whether its joints keep their damping.</param>
internal sealed record TrunkWalk(string Name, double Drive, double Release, bool IsDamped)
{
    private const double Seconds = 12, Settled = 4;
    private static readonly Scenario onLand = BuiltInScenarios.Named("fast-walk").Ending(Seconds);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TrunkWalk> All { get; } =
    [
        new("slow, trunk held", 0.15, 0, true), new("fast, trunk held", 1, 0, true), new("slow, held, joints undamped", 0.15, 0, false),
        new("fast, held, joints undamped", 1, 0, false), new("fast, trunk released", 1, 1, true),
    ];

    /// <summary>How straight it walks on level land, from four seconds on.</summary>
    /// <param name="stiffness">Of each trunk joint, N m/rad.</param>
    /// <param name="seed">Of the first phases.</param>
    /// <param name="stop">Ends the run early.</param>
    public Straightness Run(double stiffness, ulong seed, CancellationToken stop)
    {
        BodyParameters body = onLand.Animal.Body;
        JointParameters joints = body.Joints with { Stiffness = stiffness };
        if (!IsDamped) joints = joints with { Damping = 0 };
        Scenario walk = onLand with
        {
            Seed = seed,
            Animal = onLand.Animal with { Body = body with { Joints = joints } },
            Timeline = [onLand.Timeline[0] with { Command = new DescendingCommand(Drive, Release, swim: 0) }],
        };
        ScenarioRun run = new(walk);
        run.Run(stop);
        stop.ThrowIfCancellationRequested();
        int from = run.Trajectory.SampleAt(Settled);
        return Straightness.Measure(run.Trajectory, body.Shape, from);
    }
}
