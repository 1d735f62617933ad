using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Pins;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;
using Locomotion.Hardware.Timing;

namespace Locomotion.Hardware.Plant;

/// <summary>
/// The robot as a plant: commands leave through limits, calibration and the safety supervisor as pulses; loads and contacts come back. One beat
/// of the metronome is one servo frame: outputs leave at the beat, then senses are read. Allocates nothing after its construction.
/// </summary>
/// <remarks>It starts disarmed: servos get pulses only after <see cref="Ask"/> has armed it. Only <see cref="Ask"/> may be called from other threads.</remarks>
public sealed class ServoPlant : IPlant, IDisposable
{
    private const double JitterShare = 0.1;     // of a frame: wake lateness beyond which arming waits
    private const double SoftStart = 2;         // s: from engaging speed to full speed after running begins

    private readonly Robot robot;
    private readonly CommandLimits limits;
    private readonly CalibrationSet calibration;
    private readonly BusLine[] lines;
    private readonly IBusCrew crew;
    private readonly OutputEnable enable;
    private readonly Heartbeat heartbeat;
    private readonly EmergencyStop stop;
    private readonly RobotSenses senses;
    private readonly SafetySupervisor supervisor;
    private readonly Metronome metronome;
    private readonly ServoOutputs outputs;
    private readonly Command safePose;
    private readonly string? silentChip;
    private readonly bool calibrated;
    private bool sensed;
    private readonly bool[] real;               // [joint]
    private long woke;          // ns
    private int asked;          // OperatorRequests, from any thread
    private double sinceRunning, worstLateness;

    /// <summary>Sets up every chip, all outputs off.</summary>
    /// <param name="robot">What is wired where.</param>
    /// <param name="limits">What commands may ask of servos.</param>
    /// <param name="calibration">Places to pulses; without it the robot cannot be armed.</param>
    /// <param name="ports">The machine's ports, or models of them.</param>
    /// <param name="pose">Where the joints were last known to be. [joint]</param>
    /// <exception cref="InvalidInputException">A joint has no travel left within its limits, or a pin cannot be taken.</exception>
    public ServoPlant(Robot robot, CommandLimits limits, CalibrationSet calibration, RobotPorts ports, IReadOnlyList<double>? pose = null)
    {
        (this.robot, this.limits, this.calibration) = (robot, limits, calibration);
        Limiter = new CommandLimiter(robot.Segments, limits, calibration.Ranges(limits));
        for (int joint = 0; joint < robot.Joints.Count; joint++) Limiter.StartAt(joint, (pose ?? robot.SafePose)[joint]);
        metronome = ports.Metronome;
        enable = PinUse.Take("output enable", robot.Pins.Enable, pin => new OutputEnable(ports.Gpio, pin));
        heartbeat = PinUse.Take("heartbeat", robot.Pins.Heartbeat, pin => new Heartbeat(ports.Gpio, pin));
        stop = PinUse.Take("emergency stop", robot.Pins.Stop, pin => new EmergencyStop(ports.Gpio, pin));
        lines = [.. robot.Buses.Select(bus => new BusLine(bus, ports.OpenBus(bus.Id), ports.Clock, robot.Timing.Period))];
        foreach (BusLine line in lines) silentChip ??= line.TryStart();
        crew = ports.Crew(lines);
        senses = new RobotSenses(robot, lines);
        outputs = new ServoOutputs(calibration, lines, robot.Safety.Engagement.JointsPerGroup, limits.IdleCurrent);
        real = new bool[robot.Joints.Count];
        for (int servo = 0; servo < outputs.Count; servo++) real[outputs.Joint(servo)] = true;
        calibrated = calibration.Missing.Count == 0 && outputs.Count > 0;
        supervisor = new SafetySupervisor(robot.Safety, outputs.Groups);
        safePose = new Command(robot.Segments);
        JointTable joints = robot.Joints;
        for (int joint = 0; joint < joints.Count; joint++) Place(safePose, joint, Limiter.Nearest(joint, robot.SafePose[joint]));
        Orders = new SafetyOrders { State = supervisor.State };
        metronome.Start();
    }

    /// <inheritdoc/>
    public int Segments => robot.Segments;

    /// <inheritdoc/>
    public long MissedDeadlines => metronome.Missed;

    /// <summary>Between controller and servos.</summary>
    public CommandLimiter Limiter { get; }

    /// <summary>What the chips feel.</summary>
    public RobotSenses Felt => senses;

    /// <summary>The buses.</summary>
    public IReadOnlyList<BusLine> Lines => lines;

    /// <summary>What the supervisor ordered in the last frame.</summary>
    public SafetyOrders Orders { get; private set; }

    /// <summary>What holds of the checklist, as of the last frame.</summary>
    public ArmingChecks Checks { get; private set; }

    /// <summary>The chip that did not answer at the start; null if all did.</summary>
    public string? SilentChip => silentChip;

    /// <summary>Lateness of waking, and time of exchanging with the buses, since the start or the last time that they were taken.</summary>
    public LoopLatencies Latencies { get; } = new();

    /// <summary>What the operator does; the loop sets it before each frame.</summary>
    public OperatorView Operator { get; set; } = new(0, false, LinkState.NotUsed);

    /// <summary>Whether another part of the program reports an alert: then it cannot be armed. The loop sets it.</summary>
    public bool Alert { get; set; }

    /// <summary>Whether a calibrated servo moves joint <paramref name="joint"/>.</summary>
    public bool HasServo(int joint) => real[joint];

    /// <summary>Asks the supervisor for something. Any thread.</summary>
    public void Ask(OperatorRequests requests) => Interlocked.Or(ref asked, (int)requests);

    /// <inheritdoc/>
    /// <remarks>Before the first frame the chips are read; asked again, it tells the same, so that what is recorded is what is felt.</remarks>
    public void Sense(Senses senses)
    {
        if (!sensed) crew.Exchange();
        sensed = true;
        this.senses.Read(senses, Limiter.Position, robot.Timing.Period);
    }

    /// <summary>Time that the last tick worked, without its wait, ns.</summary>
    public long WorkNanoseconds { get; private set; }

    /// <summary>How late the last frame began, ns.</summary>
    public long LateNanoseconds => metronome.Lateness;

    /// <inheritdoc/>
    /// <exception cref="PlantFaultException">The controller asks for a number that is none: it cannot go on, and the outputs are off.</exception>
    public void Step(Command command, Senses senses, double dt)
    {
        WorkNanoseconds = metronome.Now - woke;
        metronome.WaitForBeat();
        woke = metronome.Now;
        Latencies.Wake.Record(metronome.WakeLateness);
        bool finite = Limiter.IsFinite(command);
        SafetyObservations seen = Observe(!finite, dt);
        Orders = supervisor.Step(in seen);
        Drive(command, dt);
        long begun = metronome.Now;
        crew.Exchange();
        Latencies.Write.Record(metronome.Now - begun);
        this.senses.Read(senses, Limiter.Position, dt);
        if (!finite) throw new PlantFaultException($"{Limiter.Joints.Name(Limiter.NotFinite)} was asked for a number that is none; all servos are released.");
    }

    /// <inheritdoc/>
    public void Rest()
    {
        enable.Forbid();
        foreach (BusLine line in lines) line.TryAllOff();
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        // a machine's body cannot be saved
    }

    /// <summary>Rests, and gives ports and chips back.</summary>
    public void Dispose()
    {
        Rest();
        crew.Dispose();
        foreach (BusLine line in lines) line.Dispose();
        enable.Dispose();
        heartbeat.Dispose();
        stop.Dispose();
    }

    private SafetyObservations Observe(bool notFinite, double dt)
    {
        var requests = (OperatorRequests)Interlocked.Exchange(ref asked, 0);
        if ((requests & OperatorRequests.Reset) == OperatorRequests.Reset && supervisor.State == SafetyState.Fault) RestartLost();
        worstLateness = Math.Max(metronome.WakeLateness * 1e-9, worstLateness * (1 - dt));      // forgets within seconds
        RailReading? rail = Rail();
        long errors = 0;
        bool lost = false, sensorLost = false;
        double dwell = 0;
        foreach (BusLine line in lines)
        {
            lost |= line.BoardLost;
            sensorLost |= line.SensorLost;
            for (int link = 0; link < line.Links.Count; link++) errors = Math.Max(errors, line.Links[link].LostInARow);
        }
        for (int servo = 0; servo < outputs.Count; servo++) dwell = Math.Max(dwell, Limiter.Dwell[outputs.Joint(servo)]);
        double age = senses.Age;
        Checks = Check(ArmingChecks.Calibration, calibrated)
            | Check(ArmingChecks.ChipIds, silentChip is null && !lost && !sensorLost)
            | Check(ArmingChecks.Voltage, !robot.Safety.Voltage.Watch || rail?.Volts >= robot.Safety.Voltage.Warn)
            | Check(ArmingChecks.FreshSenses, age < 2 * robot.Timing.Period)
            | Check(ArmingChecks.LoopJitter, worstLateness < JitterShare * robot.Timing.Period)
            | Check(ArmingChecks.NoAlert, !Alert);
        return new SafetyObservations
        {
            Frame = metronome.Tick,
            Time = metronome.Tick * robot.Timing.Period,
            Requests = requests,
            MissedInARow = metronome.MissedInARow,
            SensesAge = age,
            DriveAge = Operator.DriveAge,
            DriveIdle = Operator.DriveIdle,
            Link = Operator.Link,
            RailCurrent = rail?.Load ?? 0,
            RailVoltage = rail?.Volts ?? double.NaN,
            Roll = senses.Attitude.Roll,
            Pitch = senses.Attitude.Pitch,
            LimitDwell = dwell,
            SensorLost = sensorLost,
            BusErrors = lost ? long.MaxValue : errors,
            CommandsNotFinite = notFinite,
            EmergencyStop = stop.Sample(),
            Checks = Checks,
        };
    }

    /// <summary>Sets lost boards up anew, with the rest of their bus. Only in a fault: the outputs are off.</summary>
    private void RestartLost()
    {
        foreach (BusLine line in lines)
            if (line.BoardLost) line.TryStart();
    }

    /// <summary>Moves the limiter as ordered, and hands its positions to the boards as pulses.</summary>
    private void Drive(Command command, double dt)
    {
        double slow = Math.Min(robot.Safety.Engagement.Speed / limits.Speed, 1);
        sinceRunning = Orders.Motion == MotionOrder.FollowController ? sinceRunning + dt : 0;
        switch (Orders.Motion)
        {
            case MotionOrder.FollowController:
                Limiter.Follow(command, dt, slow + (1 - slow) * Math.Min(sinceRunning / SoftStart, 1));
                break;
            case MotionOrder.SafePose:
                Limiter.Follow(safePose, dt, slow);
                break;
            case MotionOrder.HoldPose:
                outputs.TakeUp(Limiter);
                Limiter.Hold(dt);
                break;
            default:
                Limiter.Freeze();
                break;
        }
        SafetyOrders orders = Orders;
        outputs.Tell(Limiter, in orders);
        foreach (BusLine line in lines) line.MayMend = Orders.Motion is not (MotionOrder.FollowController or MotionOrder.Engage);
        if (Orders.OutputsEnabled) enable.Allow();
        else enable.Forbid();
        if (Orders.Heartbeat) heartbeat.Beat();
    }

    private RailReading? Rail()
    {
        foreach (BusLine line in lines)
            if (line.Rail is not null) return line.RailReading;
        return null;
    }

    private static ArmingChecks Check(ArmingChecks check, bool holds) => holds ? check : ArmingChecks.None;

    private static void Place(Command command, int joint, double place)
    {
        JointTable joints = new(command.Bend.Length + 1);
        switch (joints.Kind(joint))
        {
            case JointKind.Bend:
                command.Bend[joint] = place;
                break;
            case JointKind.Yaw:
                command.LegYaw[joint - joints.Yaws] = place;
                break;
            default:
                command.LegLift[joint - joints.Lifts] = place;
                break;
        }
    }
}
