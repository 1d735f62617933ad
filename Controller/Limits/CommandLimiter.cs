using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Limits;

/// <summary>
/// From what the controller asks to what servos are told: finite, within soft limits, no faster, no more sudden and together no more
/// thirsty than <see cref="CommandLimits"/> allow. Simulated and real servos stand behind the same one. Allocates nothing.
/// </summary>
/// <remarks>
/// A joint moves toward its target at the rate v, |v| ≤ speed, from which it can still brake: the highest u a dt with which an error
/// E a dt² is covered in steps of u, u − 1, … ≥ 0, which is u = (E + n (n + 1) / 2) / (n + 1) for n = ⌊(√(1 + 8 E) − 1) / 2⌋ (v² ≤ 2 a e in
/// whole steps). v changes by no more than a dt. If the currents expected at these rates exceed the budget all rates are scaled alike; then
/// the budget wins over the acceleration. Ours.
/// </remarks>
public sealed class CommandLimiter : IHasState
{
    private readonly CommandLimits limits;
    private readonly JointTable table;
    private readonly JointRange[] ranges;       // [joint]
    private readonly double[] unit;             // rad of the servo for one unit of the command, [joint]
    private readonly double[] position, rate;   // units of the command, [joint]
    private readonly double[] dwell;            // s, [joint]
    private readonly long[] clamped, slowed;    // ticks, [joint]
    private long overBudget;
    private int notFinite = -1;
    private double current;

    /// <summary>Limits for an animal of <paramref name="segments"/>; <paramref name="ranges"/> as from <see cref="JointRange.All"/>, or narrower.</summary>
    public CommandLimiter(int segments, CommandLimits limits, JointRange[]? ranges = null)
    {
        this.limits = limits;
        table = new JointTable(segments);
        this.ranges = ranges ?? JointRange.All(segments, limits);
        if (this.ranges.Length != table.Count)
            throw new InvalidInputException("Ranges of joints", $"{this.ranges.Length}", $"is not the number of joints, {table.Count}", "give one for each joint");
        unit = new double[table.Count];
        position = new double[table.Count];
        rate = new double[table.Count];
        dwell = new double[table.Count];
        clamped = new long[table.Count];
        slowed = new long[table.Count];
        for (int joint = 0; joint < unit.Length; joint++) unit[joint] = table.Kind(joint) == JointKind.Lift ? limits.LiftTravel : 1;
    }

    /// <summary>Joint names and numbers.</summary>
    public JointTable Joints => table;

    /// <summary>What the servos are told: rad, of lifts −1 to 1. [joint]</summary>
    public ReadOnlySpan<double> Position => position;

    /// <summary>Its rate, per s. [joint]</summary>
    public ReadOnlySpan<double> Rate => rate;

    /// <summary>How long each joint has been wanted beyond its soft limit, without a break, s; 0 while nothing is followed. [joint]</summary>
    public ReadOnlySpan<double> Dwell => dwell;

    /// <summary>Ticks in which each joint was wanted beyond its soft limit. [joint]</summary>
    public ReadOnlySpan<long> Clamped => clamped;

    /// <summary>Ticks in which each joint fell behind what was wanted, by speed, acceleration or budget. [joint]</summary>
    public ReadOnlySpan<long> Slowed => slowed;

    /// <summary>Ticks in which the current budget slowed all joints.</summary>
    public long OverBudget => overBudget;

    /// <summary>Current that all servos together are expected to draw now, A.</summary>
    public double ExpectedCurrent => current;

    /// <summary>The first joint ever asked for a number that is none; −1 as long as there was none.</summary>
    public int NotFinite => notFinite;

    /// <summary>Starts at rest where <paramref name="command"/> wants the joints, within their ranges.</summary>
    public void StartAt(Command command)
    {
        for (int joint = 0; joint < position.Length; joint++) StartAt(joint, table.Wanted(command, joint));
    }

    /// <summary>Starts one joint at rest at <paramref name="place"/>, moved into its range.</summary>
    public void StartAt(int joint, double place)
    {
        position[joint] = Nearest(joint, place);
        rate[joint] = 0;
    }

    /// <summary>The place nearest to <paramref name="place"/> to which the joint may be asked to go.</summary>
    public double Nearest(int joint, double place) => Math.Clamp(place, ranges[joint].Min, ranges[joint].Max);

    /// <summary>Whether every joint is asked for a number; else <see cref="NotFinite"/> names the first that is not.</summary>
    public bool IsFinite(Command command)
    {
        for (int joint = 0; joint < position.Length; joint++)
        {
            if (double.IsFinite(table.Wanted(command, joint))) continue;
            if (notFinite < 0) notFinite = joint;
            return false;
        }
        return true;
    }

    /// <summary>
    /// Moves toward <paramref name="command"/> for <paramref name="dt"/> seconds, at <paramref name="pace"/> times the highest speed. If the
    /// command holds a number that is none, nothing moves, <see cref="NotFinite"/> names the joint, and false is returned: the plant must rest.
    /// </summary>
    public bool Follow(Command command, double dt, double pace = 1)
    {
        if (!IsFinite(command)) return false;
        for (int joint = 0; joint < position.Length; joint++) rate[joint] = Rated(joint, Within(joint, table.Wanted(command, joint), dt), dt, pace);
        Advance(dt);
        for (int joint = 0; joint < position.Length; joint++)
            if (Math.Abs(Nearest(joint, table.Wanted(command, joint)) - position[joint]) > 1e-9) slowed[joint]++;
        return true;
    }

    /// <summary>Brakes each joint as fast as it may, and holds it there. Nothing is wanted of it then, also not beyond its limit.</summary>
    public void Hold(double dt)
    {
        Array.Clear(dwell);
        for (int joint = 0; joint < position.Length; joint++)
        {
            double most = limits.Acceleration / unit[joint] * dt;
            rate[joint] = Math.Abs(rate[joint]) <= most ? 0 : rate[joint] - Math.CopySign(most, rate[joint]);
        }
        Advance(dt);
    }

    /// <summary>Holds every joint where it is, at once. As in <see cref="Hold"/>, nothing is wanted of it.</summary>
    public void Freeze()
    {
        Array.Clear(dwell);
        Array.Clear(rate);
        current = position.Length * limits.IdleCurrent;
    }

    /// <summary>Writes the positions as a command.</summary>
    public void CopyTo(Command command)
    {
        position.AsSpan(JointTable.Bends, command.Bend.Length).CopyTo(command.Bend);
        position.AsSpan(table.Yaws, command.LegYaw.Length).CopyTo(command.LegYaw);
        position.AsSpan(table.Lifts, command.LegLift.Length).CopyTo(command.LegLift);
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("limits");
        visitor.Visit<double>("position", position);
        visitor.Visit<double>("rate", rate);
        visitor.Visit<double>("dwell", dwell);
        visitor.Visit<long>("clamped", clamped);
        visitor.Visit<long>("slowed", slowed);
        visitor.Visit("over-budget", ref overBudget);
        visitor.Visit("not-finite", ref notFinite);
        visitor.Visit("current", ref current);
    }

    /// <summary>The target within the soft limits; counts how often and how long it lay beyond.</summary>
    private double Within(int joint, double wanted, double dt)
    {
        double target = Nearest(joint, wanted);
        bool beyond = target != wanted;
        dwell[joint] = beyond ? dwell[joint] + dt : 0;
        if (beyond) clamped[joint]++;
        return target;
    }

    private double Rated(int joint, double target, double dt, double pace)
    {
        double e = target - position[joint], a = limits.Acceleration / unit[joint], speed = pace * limits.Speed / unit[joint];
        double error = Math.Abs(e) / (a * dt * dt), n = Math.Floor((Math.Sqrt(1 + 8 * error) - 1) / 2);
        double brake = a * dt * (error + n * (n + 1) / 2) / (n + 1);
        double v = Math.CopySign(Math.Min(speed, brake), e);
        return Math.Clamp(v, rate[joint] - a * dt, rate[joint] + a * dt);
    }

    private void Advance(double dt)
    {
        double moving = 0, idle = position.Length * limits.IdleCurrent;
        double perSpeed = Math.Max(limits.RunningCurrent - limits.IdleCurrent, 0) / limits.Speed;
        for (int joint = 0; joint < position.Length; joint++) moving += Math.Abs(rate[joint]) * unit[joint] * perSpeed;
        double scale = 1;
        if (moving > 0 && idle + moving > limits.CurrentBudget)
        {
            scale = Math.Max(limits.CurrentBudget - idle, 0) / moving;
            overBudget++;
        }
        current = idle + scale * moving;
        for (int joint = 0; joint < position.Length; joint++)
        {
            double before = position[joint];
            position[joint] = Nearest(joint, before + dt * scale * rate[joint]);
            rate[joint] = (position[joint] - before) / dt;
        }
    }
}
