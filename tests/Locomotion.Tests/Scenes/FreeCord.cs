using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller;

namespace Locomotion.Tests.Scenes;

/// <summary>A nervous system without a body: its senses are what the test writes.</summary>
internal static class FreeCord
{
    /// <summary>Legs that neither feel each other nor load.</summary>
    public static readonly ControllerParameters Uncoupled = new()
    {
        Legs = new LegRhythmParameters { Contralateral = 0, FromAhead = 0, FromBehind = 0, LoadFeedback = 0 },
    };

    public static CentipedeController Make(ControllerParameters p, int segments = 8, double dt = 1e-3, ulong seed = 1) =>
        new(segments, p, new LoopTiming(dt, dt), seed);

    public static CentipedeController Run(this CentipedeController controller, DescendingCommand command, double seconds)
    {
        controller.Descending = command;
        long steps = controller.Timing.Ticks(seconds);
        for (long k = 0; k < steps; k++) controller.Step();
        return controller;
    }

    /// <summary>The angle in (−π, π].</summary>
    public static double Wrapped(double angle) => Math.IEEERemainder(angle, Math.Tau);
}
