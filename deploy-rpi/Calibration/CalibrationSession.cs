using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Calibration;

/// <summary>Joint by joint: people or a script move the servo and say where the joint stands; each finished joint is saved at once.</summary>
internal sealed class CalibrationSession
{
    private const double Fine = 5, Coarse = 25;     // µs; a count of the board is 4.9 µs at 50 Hz

    private readonly ServoJog jog;
    private readonly IJogInput input;
    private readonly TextWriter text;
    private readonly JointRange[] ranges;
    private readonly Action<CalibrationSet> save;
    private CalibrationSet set;
    private ServoPlace servo;
    private JointDraft draft = new(null);

    /// <summary>A session that starts from <paramref name="set"/>.</summary>
    /// <param name="jog">Moves the servos.</param>
    /// <param name="input">Commands.</param>
    /// <param name="text">Where people read.</param>
    /// <param name="set">What is calibrated already.</param>
    /// <param name="limits">How far joints may go at all.</param>
    /// <param name="save">Keeps a set.</param>
    public CalibrationSession(ServoJog jog, IJogInput input, TextWriter text, CalibrationSet set, CommandLimits limits, Action<CalibrationSet> save)
    {
        (this.jog, this.input, this.text, this.set, this.save) = (jog, input, text, set, save);
        ranges = JointRange.All(set.Robot.Segments, limits);
    }

    /// <summary>What is calibrated now.</summary>
    public CalibrationSet Set => set;

    /// <summary>Goes through <paramref name="joints"/>. False if it was ended before the last.</summary>
    public bool Run(IReadOnlyList<int> joints, CancellationToken stopped)
    {
        for (int k = 0; k < joints.Count; k++)
        {
            servo = set.Robot.Servos.First(one => one.Joint == joints[k]);
            draft = new JointDraft(set[joints[k]]);
            jog.Select(servo);
            Introduce($"{k + 1} of {joints.Count}");
            bool goesOn = OneJoint(stopped);
            jog.Off();
            if (!goesOn) return k == joints.Count - 1 && set[joints[k]] is not null;
        }
        return true;
    }

    private string Name => set.Robot.Joints.Name(servo.Joint);

    private JointKind Kind => set.Robot.Joints.Kind(servo.Joint);

    private bool OneJoint(CancellationToken stopped)
    {
        string? told = null;
        bool moving = false;
        while (!stopped.IsCancellationRequested)
        {
            jog.Frame();
            if (jog.Trouble is { } trouble && trouble != told) text.WriteLine($"  released: {trouble}. g begins again");
            told = jog.Trouble;
            if (moving && !jog.IsMoving && jog.IsOn) text.WriteLine($"  at {Naming.Number(Math.Round(jog.Pulse, 1))} µs{Place()}");
            moving = jog.IsMoving;
            if (input.Poll(moving)?.Trim() is { Length: > 0 } command)
            {
                switch (Obey(command))
                {
                    case Next.Joint: return true;
                    case Next.End: return false;
                }
                moving |= jog.IsMoving;
            }
            else if (!moving && input.Ended) return false;
        }
        return false;
    }

    private enum Next { Same, Joint, End }

    private Next Obey(string command)
    {
        string[] words = command.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (command[0] == '#') return Next.Same;
        try
        {
            switch (words[0])
            {
                case "g": Engage(words); break;
                case "+": Step(Fine); break;
                case "-": Step(-Fine); break;
                case "++": Step(Coarse); break;
                case "--": Step(-Coarse); break;
                case "p": draft.Measure(Number(words, 1), Here()); Show(); break;
                case "at": Go(draft.Build(servo.Pulses, ranges[servo.Joint]).PulseMicroseconds(Number(words, 1))); break;
                case "l": draft.SoftA = Here(); Show(); break;
                case "h": draft.SoftB = Here(); Show(); break;
                case "trim": draft.Trim = Number(words, 1); Show(); break;
                case "clear": draft.Clear(); break;
                case "off" or "o": jog.Off(); text.WriteLine("  no pulses"); break;
                case "?": Help(); break;
                case "s": Save(); return Next.Joint;
                case "n": return Next.Joint;
                case "q": return Next.End;
                default:
                    if (NumberText.TryDouble(words[0], out double pulse)) Go(pulse);
                    else text.WriteLine($"  '{words[0]}' is not known; ? shows what is");
                    break;
            }
        }
        catch (InvalidInputException refusal)
        {
            text.WriteLine($"  {refusal.Message}");
        }
        return Next.Same;
    }

    private void Engage(string[] words)
    {
        double pulse = words.Length > 1 ? Number(words, 1) : jog.Pulse;
        double within = servo.Pulses.Clamp(pulse);
        if (within != pulse) text.WriteLine($"  {Naming.Number(pulse)} µs is beyond its range");
        else if (jog.TryEngage(pulse)) text.WriteLine($"  pulses of {Naming.Number(jog.Pulse)} µs");
        else text.WriteLine($"  no pulses: {jog.Trouble}");
    }

    /// <summary>From where it was told to go, but never more than a coarse step ahead of where it is: a key held down must not run on.</summary>
    private void Step(double by)
    {
        if (Math.Abs(jog.Target + by - jog.Pulse) <= 2 * Coarse) Go(Math.Round(jog.Target + by, 3));
    }

    private void Go(double pulse)
    {
        if (!jog.IsOn) text.WriteLine("  it gets no pulses; g begins");
        else if (servo.Pulses.Clamp(pulse) != pulse) text.WriteLine($"  {Naming.Number(Math.Round(pulse, 1))} µs is beyond its range, [{Naming.Number(servo.Pulses.MinMicroseconds)}, {Naming.Number(servo.Pulses.MaxMicroseconds)}] µs; it stays");
        else jog.GoTo(pulse);
    }

    private double Here()
    {
        if (!jog.IsOn) throw new InvalidInputException("Servo", "it", "gets no pulses", "g begins them");
        if (jog.IsMoving) throw new InvalidInputException("Servo", "it", "is still moving", "wait for it");
        return jog.Pulse;
    }

    private static double Number(string[] words, int index) => words.Length > index && NumberText.TryDouble(words[index], out double number)
        ? number
        : throw new InvalidInputException($"Command {words[0]}", words.Length > index ? $"'{words[index]}'" : "what stands behind it", "is not a number", $"write it behind, as in {words[0]} 0.5");

    private void Save()
    {
        ServoCalibration calibration = draft.Build(servo.Pulses, ranges[servo.Joint]);
        CalibrationSet next = set.With(servo.Joint, calibration);
        save(next);
        set = next;
        text.WriteLine($"  saved {Name}; {set.Missing.Count} of {set.Robot.Servos.Count} servos are left");
    }

    private string Place()
    {
        if (draft.Points.Count < 2) return "";
        PulsePoint a = draft.Points[0], b = draft.Points[1];
        double slope = (b.Microseconds - a.Microseconds) / (b.Place - a.Place);
        return slope == 0 || !double.IsFinite(slope) ? "" : $", {Naming.Number(Math.Round(a.Place + (jog.Pulse - draft.Trim - a.Microseconds) / slope, 3))} {Unit}";
    }

    private string Unit => Kind == JointKind.Lift ? "of lift" : "rad";

    private void Show()
    {
        string points = string.Join(", ", draft.Points.Select(point => $"{Naming.Number(point.Place)} at {Naming.Number(Math.Round(point.Microseconds, 1))} µs"));
        text.WriteLine($"  points: {(points.Length > 0 ? points : "none")}; limits at {Limit(draft.SoftA)} and {Limit(draft.SoftB)}; trim {Naming.Number(draft.Trim)} µs");

        static string Limit(double? pulse) => pulse is { } there ? $"{Naming.Number(Math.Round(there, 1))} µs" : "a point";
    }

    private void Introduce(string count)
    {
        text.WriteLine();
        text.WriteLine($"{Name} ({count}): {servo}, {Naming.Number(servo.Pulses.MinMicroseconds)} to {Naming.Number(servo.Pulses.MaxMicroseconds)} µs, {Naming.Number(Math.Round(jog.Speed))} µs/s at most");
        text.WriteLine(Kind switch
        {
            JointKind.Bend => $"  0 is straight, positive bends to the left, rad; at most {Naming.Number(ranges[servo.Joint].Max)}",
            JointKind.Yaw => $"  0 is straight sideways, positive forward, rad; at most {Naming.Number(ranges[servo.Joint].Max)}",
            _ => "  -1 is down, 0 the middle, 1 fully lifted",
        });
        text.WriteLine("  g begins pulses: THE SERVO JUMPS to the middle of its range. Take its load away, keep fingers off. ? shows all commands");
        if (draft.Points.Count > 0) Show();
    }

    private void Help() => text.WriteLine($"""
          g [µs]   begin pulses, in the middle of the range or there     off, Esc, space   end pulses
          + -      {Fine} µs on or back (right, left)    ++ --   {Coarse} µs (up, down)    1480   go to that pulse
          p 0.5    the joint stands at 0.5 now: two points are needed, as far apart as is safe
          l  h     here are its soft limits; without them, the two points are
          at 0     go to a place, once two points are known       trim 12   add 12 µs to every pulse
          clear    forget points, limits and trim
          s        save and go on        n   go on without       q   end
        """);
}
