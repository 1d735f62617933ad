using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>
/// Decides, once a servo frame, whether and how servos may be driven. A state machine without clock, bus or allocation: the same observations give
/// the same orders. docs/robot-safety.md has it as a table.
/// </summary>
public sealed class SafetySupervisor
{
    /// <summary>The most time that one frame counts for, s, so that a pause of the program cannot use up a delay.</summary>
    public const double LongestFrame = 0.1;

    private readonly SafetySettings settings;
    private readonly FailsafeTriggers triggers;
    private readonly ArmingSequence arming;
    private readonly int groups;
    private OperatorRequests before = (OperatorRequests)~0;     // last frame's; at the start all count as pressed already
    private double time = double.NegativeInfinity;
    private double inState;                                     // s
    private double lastFrame;                                   // s, as counted

    /// <summary>A supervisor that starts without power.</summary>
    /// <param name="settings">Thresholds.</param>
    /// <param name="groups">Groups of joints to engage, one after the other; see <see cref="EngagementPlan"/>.</param>
    /// <exception cref="InvalidInputException">Thresholds are in the wrong order, or there is no group.</exception>
    public SafetySupervisor(SafetySettings settings, int groups)
    {
        settings.CheckOrder();
        if (groups < 1) throw new InvalidInputException("Engagement", $"{groups} groups", "is less than 1", "engage at least one group of joints");
        this.settings = settings;
        this.groups = groups;
        triggers = new FailsafeTriggers(settings);
        arming = new ArmingSequence(settings.Engagement.Delay);
    }

    /// <summary>The state after the last frame.</summary>
    public SafetyState State { get; private set; } = SafetyState.Unpowered;

    /// <summary>The latest escalation.</summary>
    public SafetyReason Reason { get; private set; }

    /// <summary>One servo frame.</summary>
    public SafetyOrders Step(in SafetyObservations seen)
    {
        bool first = double.IsNegativeInfinity(time);
        double step = !double.IsFinite(seen.Time) ? double.NaN : first ? LongestFrame : seen.Time - time;
        // a frame whose clock went wrong counts as long as the one before: nothing that is due may wait for a clock that stands
        double dt = step > 0 ? Math.Min(step, LongestFrame) : lastFrame;
        lastFrame = dt;
        if (double.IsFinite(seen.Time)) time = seen.Time;
        OperatorRequests request = Strongest(seen.Requests);
        before = seen.Requests;

        FailsafeRung inForce = Max(triggers.Worst, RungOf(State));
        triggers.Update(in seen, request, State, step, dt);
        SafetyState next = Next(in seen, request, dt);
        if (next != State)
        {
            arming.Cancel();
            State = next;
            inState = 0;
        }
        else
        {
            inState += dt;
        }
        if (triggers.Worst > inForce)
            Reason = new SafetyReason(triggers.WorstCause, Max(triggers.Worst, RungOf(State)), triggers.WorstValue, seen.Frame);
        return Orders(in seen);
    }

    private SafetyState Next(in SafetyObservations seen, OperatorRequests request, double dt)
    {
        bool railOn = !settings.Voltage.Watch || seen.RailVoltage >= settings.Voltage.On;
        if (request == OperatorRequests.Arm && State is SafetyState.Hold or SafetyState.SafePose or SafetyState.Released or SafetyState.Fault)
            arming.Refuse(ArmingChecks.Disarmed);
        switch (State)
        {
            case SafetyState.Unpowered:
                if (request == OperatorRequests.Arm) arming.Refuse(ArmingChecks.RailOn);
                return railOn ? SafetyState.Disarmed : SafetyState.Unpowered;
            case SafetyState.Disarmed:
                if (!railOn) return SafetyState.Unpowered;
                return arming.Step(request, Holding(in seen), dt) ? SafetyState.Engaging : SafetyState.Disarmed;
            case SafetyState.Fault:
                return request == OperatorRequests.Reset && triggers.Worst < FailsafeRung.Hold ? SafetyState.Disarmed : SafetyState.Fault;
            default:
                if (triggers.Worst == FailsafeRung.CutRail) return SafetyState.Fault;
                return request == OperatorRequests.Disarm ? SafetyState.Disarmed : Climb(Goal(request));
        }
    }

    /// <summary>Where a powered state would go by itself.</summary>
    private SafetyState Goal(OperatorRequests request) => State switch
    {
        SafetyState.Engaging when inState >= groups * settings.Engagement.GroupTime => SafetyState.Armed,
        SafetyState.Armed when request == OperatorRequests.Run => SafetyState.Running,
        SafetyState.SafePose when inState >= settings.Off.SafePoseTime && settings.Off.Meaning != OffMeaning.Hold => SafetyState.Released,
        _ => State,
    };

    /// <summary>The worse of the goal and what the ladder demands. A body that is half engaged is not held but released.</summary>
    private SafetyState Climb(SafetyState goal)
    {
        FailsafeRung demand = triggers.Worst;
        if (State == SafetyState.Engaging && demand >= FailsafeRung.Hold) demand = FailsafeRung.Release;
        return demand < FailsafeRung.Hold || demand <= RungOf(goal) ? goal : demand switch
        {
            FailsafeRung.Hold => SafetyState.Hold,
            FailsafeRung.SafePose => SafetyState.SafePose,
            _ => SafetyState.Released,
        };
    }

    /// <summary>The checks that hold while disarmed.</summary>
    private ArmingChecks Holding(in SafetyObservations seen) => (seen.Checks & ArmingChecks.AllOfPlant) | ArmingChecks.Disarmed | ArmingChecks.RailOn
        | (triggers.Worst == FailsafeRung.None ? ArmingChecks.NoTrigger : ArmingChecks.None)
        | (seen.EmergencyStop ? ArmingChecks.None : ArmingChecks.EmergencyStopOut);

    private SafetyOrders Orders(in SafetyObservations seen)
    {
        int group = State == SafetyState.Engaging ? Math.Min((int)(inState / settings.Engagement.GroupTime), groups - 1) : 0;
        return new SafetyOrders
        {
            State = State,
            Motion = MotionOf(State),
            RailOn = State != SafetyState.Fault && !seen.EmergencyStop
                && (State != SafetyState.Unpowered || (seen.Checks & ArmingChecks.ChipIds) == ArmingChecks.ChipIds),
            DriveScale = State != SafetyState.Running || triggers.Worst >= FailsafeRung.FreezeDrive ? 0
                : triggers.Worst == FailsafeRung.Slow ? settings.Drive.SlowFactor : 1,
            EngagingGroup = group,
            ArmingIn = arming.TimeLeft,
            Rung = Max(triggers.Worst, RungOf(State)),
            Reason = Reason,
            Refused = arming.Refused,
        };
    }

    /// <summary>The request that counts. Of arm, run and reset only the frame in which they appear.</summary>
    private OperatorRequests Strongest(OperatorRequests requests)
    {
        OperatorRequests fresh = requests & ~before;
        return (requests & OperatorRequests.Disarm) == OperatorRequests.Disarm ? OperatorRequests.Disarm
            : (requests & OperatorRequests.Stop) == OperatorRequests.Stop ? OperatorRequests.Stop
            : (requests & OperatorRequests.Hold) == OperatorRequests.Hold ? OperatorRequests.Hold
            : (fresh & OperatorRequests.Reset) == OperatorRequests.Reset ? OperatorRequests.Reset
            : (fresh & OperatorRequests.Arm) == OperatorRequests.Arm ? OperatorRequests.Arm
            : fresh & OperatorRequests.Run;
    }

    private static MotionOrder MotionOf(SafetyState state) => state switch
    {
        SafetyState.Engaging => MotionOrder.Engage,
        SafetyState.Armed or SafetyState.Hold => MotionOrder.HoldPose,
        SafetyState.Running => MotionOrder.FollowController,
        SafetyState.SafePose => MotionOrder.SafePose,
        _ => MotionOrder.NoPulses,
    };

    private static FailsafeRung RungOf(SafetyState state) => state switch
    {
        SafetyState.Hold => FailsafeRung.Hold,
        SafetyState.SafePose => FailsafeRung.SafePose,
        SafetyState.Released => FailsafeRung.Release,
        SafetyState.Fault => FailsafeRung.CutRail,
        _ => FailsafeRung.None,
    };

    private static FailsafeRung Max(FailsafeRung a, FailsafeRung b) => a > b ? a : b;
}
