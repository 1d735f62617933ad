using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Safety;

namespace Locomotion.Tests.Hardware.Safety;

/// <summary>Everything that can happen × every state, as docs/robot-safety.md writes it; what becomes of it is asked of the supervisor.</summary>
internal static class SafetyTable
{
    /// <summary>The columns.</summary>
    public static readonly SafetyState[] States = Enum.GetValues<SafetyState>();

    /// <summary>What happens, with what the supervisor sees of it and for how long, s; 0: one frame.</summary>
    /// <param name="Name">The row's name.</param>
    /// <param name="Change">What is seen.</param>
    /// <param name="Seconds">For how long; requests count in their first frame.</param>
    /// <param name="Set">Settings that it needs.</param>
    public sealed record Event(string Name, Func<SafetyObservations, SafetyObservations> Change, double Seconds,
        Func<SafetySettings, SafetySettings>? Set = null);

    private const double Settled = 1.4;     // longer than holding first, shorter than engaging, moving to the safe pose, and the delay of arming

    /// <summary>The rows.</summary>
    public static readonly Event[] Events =
    [
        Request("arm", OperatorRequests.Arm, 2.2),
        new("arm, a check fails", seen => seen with { Requests = OperatorRequests.Arm, Checks = ArmingChecks.AllOfPlant & ~ArmingChecks.Calibration }, 2.2),
        Request("run", OperatorRequests.Run),
        Request("hold", OperatorRequests.Hold),
        Request("stop, off is hold", OperatorRequests.Stop, 0, Off(OffMeaning.Hold)),
        Request("stop, off is slump", OperatorRequests.Stop, 0, Off(OffMeaning.Slump)),
        Request("stop, off is safe-pose-then-release", OperatorRequests.Stop, 0, Off(OffMeaning.SafePoseThenRelease)),
        Request("disarm", OperatorRequests.Disarm),
        Request("reset", OperatorRequests.Reset),
        new("rail on", seen => seen with { RailVoltage = 6 }, Settled),
        new("rail off", seen => seen with { RailVoltage = 0 }, Settled),
        new("missed-deadlines, 1", seen => seen with { MissedInARow = 1 }, Settled),
        new("missed-deadlines, deadlines.hold", seen => seen with { MissedInARow = 3 }, Settled),
        new("missed-deadlines, deadlines.fault", seen => seen with { MissedInARow = 20 }, Settled),
        new("stale-senses, senses.freeze", seen => seen with { SensesAge = 0.2 }, Settled),
        new("stale-senses, senses.hold", seen => seen with { SensesAge = 0.4 }, Settled),
        new("stale-senses, senses.safe-pose", seen => seen with { SensesAge = 6 }, Settled),
        new("stale-drive, drive.freeze", seen => seen with { DriveAge = 1 }, Settled),
        new("stale-drive, drive.hold", seen => seen with { DriveAge = 6 }, Settled),
        Lost("link-loss, at once", new LinkSettings { Freeze = 0, Hold = 0, SafePose = 0 }),
        Lost("link-loss, link.freeze", new LinkSettings { Freeze = 0.1, Hold = 0, SafePose = 0 }),
        Lost("link-loss, link.hold", new LinkSettings { Freeze = 0, Hold = 0.1, SafePose = 0 }),
        Lost("link-loss, link.safe-pose", new LinkSettings { Freeze = 0, Hold = 0, SafePose = 0.1 }),
        Lost("link-loss, link.release", new LinkSettings { Freeze = 0, Hold = 0, SafePose = 0, Release = 0.1 }),
        new("over-current, current.warn", seen => seen with { RailCurrent = 7 }, Settled, s => s with { Engagement = s.Engagement with { Current = 0 } }),
        new("over-current, engagement.current", seen => seen with { RailCurrent = 4 }, Settled),
        new("over-current, current.release", seen => seen with { RailCurrent = 20 }, Settled),
        new("low-voltage, voltage.warn", seen => seen with { RailVoltage = 5.3 }, Settled),
        new("low-voltage, voltage.slow", seen => seen with { RailVoltage = 5.1 }, Settled),
        new("low-voltage, voltage.safe-pose", seen => seen with { RailVoltage = 4.8 }, Settled),
        new("low-voltage, voltage.release", seen => seen with { RailVoltage = 4 }, Settled),
        new("attitude, attitude.freeze", seen => seen with { Roll = -1 }, Settled),
        new("attitude, attitude.release", seen => seen with { Pitch = 1.5 }, 1.6),
        new("limit-dwell, limit-dwell.warn", seen => seen with { LimitDwell = 3 }, Settled),
        new("limit-dwell, limit-dwell.hold", seen => seen with { LimitDwell = 30 }, Settled),
        new("bus-errors, bus.warn", seen => seen with { BusErrors = 1 }, Settled),
        new("bus-errors, bus.hold", seen => seen with { BusErrors = 3 }, Settled),
        new("bus-errors, bus.fault", seen => seen with { BusErrors = 20 }, Settled),
        new("sensor-lost", seen => seen with { SensorLost = true }, Settled),
        new("clock, time goes back", seen => seen with { Time = -5 }, 0),
        new("a reading is no number", seen => seen with { SensesAge = double.NaN }, Settled),
        new("not-finite", seen => seen with { CommandsNotFinite = true }, 0),
        new("emergency-stop", seen => seen with { EmergencyStop = true }, 0),
        new("idle, off.idle-time", seen => seen with { DriveIdle = true }, Settled, s => s with { Off = s.Off with { IdleTime = 1 } }),
    ];

    /// <summary>Events as rows, states as columns.</summary>
    public static string[] Header => ["event", .. States.Select(state => Naming.Word(state))];

    /// <summary>What the supervisor does in <paramref name="state"/> when <paramref name="happens"/>: "hold, hold-pose".</summary>
    public static string Outcome(Event happens, SafetyState state)
    {
        SafetyScene scene = new SafetyScene(happens.Set?.Invoke(new()) ?? new()).Into(state);
        bool railOff = state is SafetyState.Unpowered or SafetyState.Fault;
        SafetyObservations seen = happens.Change(SafetyScene.AllWell with { RailVoltage = railOff ? 0 : SafetyScene.AllWell.RailVoltage });
        scene.Step(seen);
        scene.For(happens.Seconds, seen);
        return Text(scene.Orders, seen.Requests.HasFlag(OperatorRequests.Arm));
    }

    private static string Text(SafetyOrders orders, bool asked)
    {
        string text = $"{Naming.Word(orders.State)}, {Naming.Word(orders.Motion)}";
        if (orders.State == SafetyState.Running) text += $" ×{Naming.Number(orders.DriveScale)}";
        if (!orders.RailOn) text += ", rail off";
        if (asked && orders.Refused != ArmingChecks.None) text += ", refused";
        return text;
    }

    private static Event Request(string name, OperatorRequests request, double seconds = 0, Func<SafetySettings, SafetySettings>? set = null) =>
        new(name, seen => seen with { Requests = request }, seconds, set);

    private static Event Lost(string name, LinkSettings link) =>
        new(name, seen => seen with { Link = LinkState.Lost }, Settled, s => s with { Link = link });

    private static Func<SafetySettings, SafetySettings> Off(OffMeaning meaning) => s => s with { Off = s.Off with { Meaning = meaning } };
}
