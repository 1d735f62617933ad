using Locomotion.Hardware.Models;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>Looks at every servo's pulse, every millisecond.</summary>
internal sealed class OutputWatch
{
    private const double CountMicroseconds = 5;      // a pulse may differ by one count of its board from one frame to the next

    private readonly RobotBench bench;
    private readonly double settled;
    private readonly double[] before;
    private readonly List<string> wrong = [];
    private SafetyState state;
    private double since;

    public OutputWatch(RobotBench bench, double settled)
    {
        (this.bench, this.settled) = (bench, settled);
        before = bench.Pulses();
        bench.Machine.World.Stepped = Look;
    }

    public int Stops { get; private set; }

    public int Faults { get; private set; }

    public bool RanAgain { get; private set; }

    /// <summary>Throws with what was seen.</summary>
    public void AssertSafe(int seed)
    {
        wrong.AddRange(bench.Machine.Violations.Where(violation => violation.Kind == ViolationKind.PulseOutOfRange).Select(violation => violation.Reason));
        Assert.True(wrong.Count == 0, $"sequence {seed}: {string.Join("; ", wrong.Take(5))}");
    }

    private void Look()
    {
        SafetyState now = bench.Orders.State;
        if (now != state)
        {
            if (now is SafetyState.Hold or SafetyState.SafePose or SafetyState.Released or SafetyState.Fault) Stops++;
            if (now == SafetyState.Fault) Faults++;
            if (now == SafetyState.Running && Stops > 0) RanAgain = true;
            (state, since) = (now, bench.Time);
        }
        double[] pulses = bench.Pulses();
        PulseRange range = bench.Robot.Servos[0].Pulses;
        for (int joint = 0; joint < pulses.Length; joint++)
        {
            double pulse = pulses[joint];
            if (pulse > 0 && (pulse < range.MinMicroseconds - CountMicroseconds || pulse > range.MaxMicroseconds + CountMicroseconds)) Note(joint, $"pulse {pulse:0}");
            bool mayMove = state is SafetyState.Running or SafetyState.SafePose or SafetyState.Engaging || (state is SafetyState.Hold or SafetyState.Armed && bench.Time - since <= settled);
            bool mayPulse = state is not (SafetyState.Unpowered or SafetyState.Disarmed or SafetyState.Released or SafetyState.Fault);
            if (pulse > 0 && before[joint] > 0 && !mayMove && Math.Abs(pulse - before[joint]) > CountMicroseconds) Note(joint, $"moves from {before[joint]:0} to {pulse:0}");
            if (pulse > 0 && !mayPulse) Note(joint, $"gets {pulse:0}");
            before[joint] = pulse;
        }
    }

    private void Note(int joint, string what)
    {
        if (wrong.Count < 20) wrong.Add($"{bench.Time:0.000} s, {state} since {since:0.000} s: {bench.Robot.Joints.Name(joint)} {what}");
    }
}
