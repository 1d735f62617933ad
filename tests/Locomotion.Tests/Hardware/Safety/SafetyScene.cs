using Locomotion.Hardware.Safety;

namespace Locomotion.Tests.Hardware.Safety;

/// <summary>A supervisor in a robot on which all is well, unless a test says otherwise, with servo frames of 20 ms.</summary>
internal sealed class SafetyScene(SafetySettings settings, int groups = SafetyScene.Groups)
{
    public const double Period = 0.02;
    public const int Groups = 6;

    private readonly SafetySupervisor supervisor = new(settings, groups);
    private long frame;

    public static SafetyObservations AllWell { get; } = new()
    {
        DriveAge = 0.01, SensesAge = 0.01, Link = LinkState.Up, RailCurrent = 1, RailVoltage = 6, Checks = ArmingChecks.AllOfPlant,
    };

    public SafetyOrders Orders { get; private set; }

    public double Time => frame * Period;

    /// <summary>One frame.</summary>
    public SafetyOrders Step(SafetyObservations seen)
    {
        seen = seen with { Frame = frame, Time = seen.Time + Time };    // a test's own time is an offset
        frame++;
        return Orders = supervisor.Step(in seen);
    }

    /// <summary>One frame with a request, in which all else is well.</summary>
    public SafetyOrders Ask(OperatorRequests request) => Step(AllWell with { Requests = request });

    /// <summary>Frames for so many seconds.</summary>
    public SafetyOrders For(double seconds, SafetyObservations seen)
    {
        for (long left = (long)Math.Round(seconds / Period); left > 0; left--) Step(seen);
        return Orders;
    }

    /// <summary>All well, until the state is <paramref name="state"/>.</summary>
    public void Until(SafetyState state)
    {
        for (int left = 10_000; Orders.State != state; left--)
        {
            Assert.True(left > 0, $"The supervisor stays {Orders.State} and never gets to {state}.");
            Step(AllWell);
        }
    }

    /// <summary>On the shortest way, from the start.</summary>
    public SafetyScene Into(SafetyState state)
    {
        Step(AllWell with { RailVoltage = 0 });
        if (state == SafetyState.Unpowered) return this;
        Until(SafetyState.Disarmed);
        if (state == SafetyState.Disarmed) return this;
        Ask(OperatorRequests.Arm);
        Until(SafetyState.Engaging);
        if (state == SafetyState.Engaging) return this;
        Until(SafetyState.Armed);
        if (state == SafetyState.Armed) return this;
        Ask(OperatorRequests.Run);
        Assert.Equal(SafetyState.Running, Orders.State);
        switch (state)
        {
            case SafetyState.Hold: Ask(OperatorRequests.Hold); break;
            case SafetyState.SafePose: For(1.5, AllWell with { SensesAge = 6 }); break;
            case SafetyState.Released: For(0.5, AllWell with { RailCurrent = 20 }); break;
            case SafetyState.Fault: Step(AllWell with { CommandsNotFinite = true }); break;
        }
        Assert.Equal(state, Orders.State);
        return this;
    }
}
