using Locomotion.Controller.Loop;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Robots;

namespace Locomotion.Hardware.Plant;

/// <summary>
/// From the chips' readings to what the controller feels. What is not wired is filled in: a foot without load sensor carries one half of its
/// segment's weight while its contact is closed, a foot without contact touches while it carries a load, a segment without water contact is as wet
/// as the nearest wired one; without any it is dry. Bends are those that the servos are told: hobby servos do not report theirs.
/// </summary>
public sealed class RobotSenses
{
    private const double TouchLoad = 0.05;      // segment weights: above the sensors' noise

    private readonly IReadOnlyList<BusLine> lines;
    private readonly (int Line, int Load, int Input)[] loads;           // [leg]; line −1: not wired
    private readonly (int Line, int Expander, int Input)[] feet;        // [leg]
    private readonly (int Line, int Expander, int Input)[] water;       // [segment]
    private readonly Attitude attitude = new();
    private readonly BusLine? motion;
    private long felt;

    /// <summary>Readings of the buses of <paramref name="robot"/>.</summary>
    public RobotSenses(Robot robot, IReadOnlyList<BusLine> lines)
    {
        this.lines = lines;
        loads = new (int, int, int)[2 * robot.Segments];
        feet = new (int, int, int)[2 * robot.Segments];
        water = new (int, int, int)[robot.Segments];
        loads.AsSpan().Fill((-1, 0, 0));
        feet.AsSpan().Fill((-1, 0, 0));
        water.AsSpan().Fill((-1, 0, 0));
        for (int line = 0; line < lines.Count; line++) Wire(line);
        for (int segment = 0; segment < water.Length; segment++) if (water[segment].Line < 0) water[segment] = NearestWater(segment);
        motion = lines.FirstOrDefault(line => line.Motion is not null);
    }

    /// <summary>Roll and pitch, rad; 0 without a motion sensor.</summary>
    public Attitude Attitude => attitude;

    /// <summary>Whether the load of <paramref name="leg"/> is measured.</summary>
    public bool HasLoad(int leg) => loads[leg].Line >= 0;

    /// <summary>Whether a contact of <paramref name="leg"/> is wired.</summary>
    public bool HasContact(int leg) => feet[leg].Line >= 0;

    /// <summary>Whether a water contact of <paramref name="segment"/> itself is wired.</summary>
    public bool HasWater(int segment) => water[segment].Line >= 0 && Contact(water[segment]).Place == segment;

    /// <summary>Time since the longest silent sensor chip last answered, s; 0 without one.</summary>
    public double Age
    {
        get
        {
            long oldest = 0;
            for (int k = 0; k < lines.Count; k++)
            {
                BusLine line = lines[k];
                for (int e = 0; e < line.Expanders.Count; e++) oldest = Math.Max(oldest, line.Expanders[e].Link.Age);
                for (int c = 0; c < line.Loads.Count; c++) oldest = Math.Max(oldest, line.Loads[c].Chip.Link.Age);
                if (line.Motion is not null) oldest = Math.Max(oldest, line.Motion.Link.Age);
            }
            return oldest * 1e-9;
        }
    }

    /// <summary>Fills <paramref name="senses"/> from the last frame of the buses, <paramref name="dt"/> seconds after the one before.</summary>
    /// <param name="senses">What is filled.</param>
    /// <param name="told">What the servos are told. [joint]</param>
    /// <param name="dt">Length of the frame, s.</param>
    public void Read(Senses senses, ReadOnlySpan<double> told, double dt)
    {
        for (int leg = 0; leg < loads.Length; leg++)
        {
            bool touches = feet[leg].Line >= 0 && IsClosed(feet[leg]);
            (int line, int load, int input) = loads[leg];
            senses.FootLoad[leg] = line >= 0 ? lines[line].Plan.Converters[load].Load(lines[line].Loads[load].Volts[input]) : touches ? 0.5 : 0;
            senses.FootContact[leg] = feet[leg].Line >= 0 ? touches ? 1 : 0 : senses.FootLoad[leg] > TouchLoad ? 1 : 0;
        }
        for (int segment = 0; segment < water.Length; segment++) senses.Wetness[segment] = water[segment].Line >= 0 && IsClosed(water[segment]) ? 1 : 0;
        told[..senses.Bend.Length].CopyTo(senses.Bend);
        if (motion is null || motion.FeltCount == felt) return;
        felt = motion.FeltCount;
        attitude.Step(motion.Felt, dt);
    }

    private void Wire(int line)
    {
        BusPlan plan = lines[line].Plan;
        for (int c = 0; c < plan.Converters.Count; c++)
            for (int input = 0; input < plan.Converters[c].Legs.Count; input++)
                if (plan.Converters[c].Legs[input] is >= 0 and int leg) loads[leg] = (line, c, input);
        for (int e = 0; e < plan.Expanders.Count; e++)
        {
            for (int input = 0; input < plan.Expanders[e].Inputs.Count; input++)
            {
                ContactPlan contact = plan.Expanders[e].Inputs[input];
                if (contact.Kind == ContactKind.Foot) feet[contact.Place] = (line, e, input);
                else if (contact.Kind == ContactKind.Water) water[contact.Place] = (line, e, input);
            }
        }
    }

    private (int, int, int) NearestWater(int segment)
    {
        for (int away = 1; away < water.Length; away++)
        {
            foreach (int near in new[] { segment - away, segment + away })
                if (near >= 0 && near < water.Length && water[near].Line >= 0 && Contact(water[near]).Place == near) return water[near];
        }
        return (-1, 0, 0);
    }

    private ContactPlan Contact((int Line, int Expander, int Input) place) => lines[place.Line].Plan.Expanders[place.Expander].Inputs[place.Input];

    private bool IsClosed((int Line, int Expander, int Input) place) => (lines[place.Line].Closed[place.Expander] >> place.Input & 1) != 0;
}
