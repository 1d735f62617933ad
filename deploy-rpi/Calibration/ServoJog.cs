using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Pins;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Calibration;

/// <summary>
/// Moves one servo at a time, slowly, within its hard pulse range; every other channel gives no pulse. Once a frame it beats for the watchdog:
/// if this program is killed or hangs, the watchdog ends the pulses.
/// </summary>
internal sealed class ServoJog : IDisposable
{
    /// <summary>A usual servo turns 270° for 2000 µs, or less: so many µs are a radian, or more.</summary>
    private const double MicrosecondsPerRadian = 424;

    private readonly Robot robot;
    private readonly IMachine machine;
    private readonly BusLine[] lines;
    private readonly OutputEnable enable;
    private readonly Heartbeat heartbeat;
    private readonly EmergencyStop stop;
    private readonly double[] pulses = new double[Pca9685.Channels];
    private readonly double step;       // µs a frame
    private readonly long frame;        // ns
    private long next;
    private ServoPlace servo;
    private Pca9685? board;

    /// <summary>Sets up every chip with no pulse anywhere.</summary>
    /// <exception cref="InvalidInputException">A bus or pin cannot be opened, or a servo board does not answer: it might still give pulses.</exception>
    public ServoJog(Robot robot, IMachine machine)
    {
        (this.robot, this.machine) = (robot, machine);
        frame = (long)(robot.Timing.Period * 1e9);
        step = robot.Safety.Engagement.Speed * MicrosecondsPerRadian * robot.Timing.Period;
        List<IDisposable> taken = [];
        try
        {
            taken.Add(enable = PinUse.Take("output enable", robot.Pins.Enable, pin => new OutputEnable(machine.Gpio, pin)));
            taken.Add(heartbeat = PinUse.Take("heartbeat", robot.Pins.Heartbeat, pin => new Heartbeat(machine.Gpio, pin)));
            taken.Add(stop = PinUse.Take("emergency stop", robot.Pins.Stop, pin => new EmergencyStop(machine.Gpio, pin)));
            lines = new BusLine[robot.Buses.Count];
            for (int k = 0; k < lines.Length; k++)
                taken.Add(lines[k] = new BusLine(robot.Buses[k], machine.OpenBus(robot.Buses[k].Id), machine.Clock, robot.Timing.Period));
            foreach (BusLine line in lines) line.TryStart();
            foreach (Pca9685 one in lines.SelectMany(line => line.Boards))
                if (one.Check != RegisterCheck.AsSet)
                    throw new InvalidInputException(one.Link.Name, "it", "does not answer as it should", "see `locomotion-robot check FILE --bus real`");
        }
        catch (InvalidInputException)
        {
            taken.Reverse();
            foreach (IDisposable one in taken) one.Dispose();
            throw;
        }
        next = machine.Clock.Nanoseconds;
    }

    /// <summary>Whether the servo gets pulses.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The pulse that it gets, µs; the last one while it gets none.</summary>
    public double Pulse { get; private set; }

    /// <summary>Where it is going, µs.</summary>
    public double Target { get; private set; }

    /// <summary>Whether it is still on its way.</summary>
    public bool IsMoving => IsOn && Pulse != Target;

    /// <summary>Why pulses ended by themselves; null if they did not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Fastest that it moves, µs/s.</summary>
    public double Speed => step / robot.Timing.Period;

    /// <summary>Ends the pulses and turns to another servo.</summary>
    public void Select(ServoPlace place)
    {
        Off();
        servo = place;
        Pulse = Target = (place.Pulses.MinMicroseconds + place.Pulses.MaxMicroseconds) / 2;
        BusLine line = lines.First(line => line.Plan.Id == place.Bus);
        int index = 0;
        while (line.Plan.Boards[index].Address != place.Board) index++;
        board = line.Boards[index];
        Trouble = null;
    }

    /// <summary>Begins pulses of <paramref name="microseconds"/>: the servo goes there from wherever it is, as fast as it can. False, with <see cref="Trouble"/>, if it may not.</summary>
    public bool TryEngage(double microseconds)
    {
        Trouble = null;
        for (int sample = 0; sample < 10 && stop.IsPressed; sample++) Frame();
        if (stop.IsPressed)
        {
            Trouble = "the emergency stop is pressed, or its wire is cut";
            return false;
        }
        if (board is null || board.Check != RegisterCheck.AsSet && !board.TryStart())
        {
            Trouble = "the board does not answer";
            return false;
        }
        Pulse = Target = servo.Pulses.Clamp(microseconds);
        IsOn = true;
        Frame();
        return IsOn;
    }

    /// <summary>Where to go; moved into the servo's hard range. False if it had to be.</summary>
    public bool GoTo(double microseconds)
    {
        Target = servo.Pulses.Clamp(microseconds);
        return Target == microseconds;
    }

    /// <summary>Stays where it is.</summary>
    public void Halt() => Target = Pulse;

    /// <summary>Ends all pulses.</summary>
    public void Off()
    {
        enable.Forbid();
        IsOn = false;
        Target = Pulse;
        Array.Clear(pulses);
        foreach (BusLine line in lines) line.TryAllOff();
    }

    /// <summary>One servo frame: a step on the way, the watchdog's beat, a look at stop, board and rail; then the rest of the frame passes.</summary>
    public void Frame()
    {
        bool pressed = stop.Sample();
        if (IsOn && pressed) Release("the emergency stop was pressed");
        if (IsOn) Move();
        if (IsOn)
        {
            enable.Allow();
            heartbeat.Beat();
        }
        long now = machine.Clock.Nanoseconds;
        next = next + frame > now ? next + frame : now + frame;
        machine.Clock.SleepUntil(next);
    }

    /// <summary>Ends all pulses and gives everything back.</summary>
    public void Dispose()
    {
        Off();
        foreach (BusLine line in lines) line.Dispose();
        heartbeat.Dispose();
        stop.Dispose();
        enable.Dispose();
    }

    private void Move()
    {
        Pulse = Math.Abs(Target - Pulse) <= step ? Target : Pulse + Math.CopySign(step, Target - Pulse);
        pulses[servo.Channel] = Pulse;
        if (!board!.TryWritePulses(pulses)) Release("the board did not answer");
        else if (!board.TryReadBack() || board.Check != RegisterCheck.AsSet) Release("the board lost its settings: did its supply break down?");
        else if (TooMuch() is { } amperes) Release($"the rail draws {(double.IsInfinity(amperes) ? "more than its monitor can tell" : $"{Naming.Number(Math.Round(amperes, 2))} A")}: does something block the joint?");
    }

    /// <summary>The rail's current if it is above what one servo may draw; a servo that is blocked draws most.</summary>
    private double? TooMuch()
    {
        double most = robot.Safety.Engagement.Current;
        if (most == 0) return null;
        foreach (BusLine line in lines)
            if (line.Rail is { } rail && rail.TryRead(out RailReading reading) && reading.Load > most) return reading.Load;
        return null;
    }

    private void Release(string why)
    {
        Off();
        Trouble = why;
    }
}
