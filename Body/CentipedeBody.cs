using Locomotion.Body.Actuators;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Body.Water;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.State;

namespace Locomotion.Body;

/// <summary>The simulated animal: chain, feet, water and actuators in a habitat. One thread, no allocation after construction.</summary>
public sealed class CentipedeBody : IHasState
{
    private const int FreeRounds = 5;
    private readonly Feet feet;
    private readonly WaterForces water;
    private readonly ActuatorBank bend, yaw, lift;
    private readonly CommandLimiter? limiter;               // before servos
    private readonly Command limited;
    private readonly LegMotion legs;
    private readonly int[] stalled;                         // −1, 0, 1: the way a servo pulls with all it has, [joint]
    private readonly double[] wetness, weight, contact;     // [segment]
    private bool powered = true;

    /// <summary>A body at rest, straight, its center at the origin, heading along x.</summary>
    public CentipedeBody(BodyParameters parameters, Habitat habitat)
    {
        Parameters = parameters;
        Habitat = habitat;
        ShapeParameters shape = parameters.Shape;
        int n = shape.Segments;
        Chain = new PlanarChain(n, shape.SegmentLength, shape.SegmentMass);
        feet = new Feet(shape, parameters.Feet);
        water = new WaterForces(shape, parameters.Water);
        bend = new ActuatorBank(n - 1, parameters.Actuators);
        yaw = new ActuatorBank(2 * n, parameters.Actuators);
        lift = new ActuatorBank(2 * n, parameters.Actuators, parameters.Limits.LiftTravel);
        limiter = parameters.Actuators.Kind == ActuatorKind.Servo ? new CommandLimiter(n, parameters.Limits) : null;
        limited = new Command(n);
        legs = new LegMotion(yaw, lift);
        stalled = new int[n - 1];
        wetness = new double[n];
        weight = new double[n];
        contact = new double[n];
        Immerse();
    }

    /// <summary>What the body is made of.</summary>
    public BodyParameters Parameters { get; }

    /// <summary>Where it lives.</summary>
    public Habitat Habitat { get; }

    /// <summary>Its links: where they are and how they move.</summary>
    public PlanarChain Chain { get; }

    /// <summary>Where the energy went.</summary>
    public EnergyBooks Books { get; } = new();

    /// <summary>Angle of each leg as it is, rad, positive forward. [leg]</summary>
    public ReadOnlySpan<double> LegYaw => yaw.Angle;

    /// <summary>Height that each leg has, −1 pressed down to 1 fully lifted. [leg]</summary>
    public ReadOnlySpan<double> LegLift => lift.Angle;

    /// <summary>Load on each foot, segment weights. [leg]</summary>
    public ReadOnlySpan<double> FootLoad => feet.Load;

    /// <summary>Part of each segment under water, 0 to 1. [segment]</summary>
    public ReadOnlySpan<double> Wetness => wetness;

    /// <summary>How far each segment feels the ground, 0 to 1. [segment]</summary>
    public ReadOnlySpan<double> Contact => contact;

    /// <summary>Kinetic energy of the body and of the water that moves with it, J.</summary>
    public double KineticEnergy
    {
        get
        {
            double twice = 0, m = Chain.LinkMass, inertia = Chain.LinkInertia;
            foreach (ref Link link in Chain.Links)
                twice += m * (link.Forward * link.Forward + link.Leftward * link.Leftward) + inertia * link.Spin * link.Spin;
            return twice / 2 + water.KineticEnergy(Chain, wetness);
        }
    }

    /// <summary>Spin beyond which no real segment turns, rad/s: the integration has diverged.</summary>
    public const double SoundSpin = 1e5;

    /// <summary>What servos are told; null of ideal actuators, which do as the controller says.</summary>
    public CommandLimiter? Limiter => limiter;

    /// <summary>Takes a command for the next <paramref name="period"/> seconds.</summary>
    /// <exception cref="PlantFaultException">It asks a servo for a number that is none.</exception>
    public void Take(Command command, double period)
    {
        powered = true;
        if (limiter is not null)
        {
            if (!limiter.Follow(command, period)) throw new PlantFaultException($"{limiter.Joints.Name(limiter.NotFinite)} was asked for a number that is none.");
            limiter.CopyTo(limited);
            command = limited;
        }
        bend.Take(command.Bend, period);
        yaw.Take(command.LegYaw, period);
        lift.Take(command.LegLift, period);
    }

    /// <summary>Puts the resting body down straight, its center at (<paramref name="x"/>, <paramref name="y"/>), m.</summary>
    public void PlaceAt(double x, double y, double heading)
    {
        Chain.X = x;
        Chain.Y = y;
        Chain.Heading.Fill(heading);
        Chain.Locate();
        Immerse();
    }

    /// <summary>Starts with the legs where <paramref name="command"/> wants them, the trunk straight.</summary>
    public void Settle(Command command)
    {
        if (limiter is not null)
        {
            limiter.StartAt(command);
            for (int joint = 0; joint < stalled.Length; joint++) limiter.StartAt(JointTable.Bends + joint, 0);
        }
        yaw.Settle(command.LegYaw);
        lift.Settle(command.LegLift);
    }

    /// <summary>Switches the actuators off: joints swing freely, legs stay where they are.</summary>
    public void Rest()
    {
        powered = false;
        bend.Stop();
        yaw.Stop();
        lift.Stop();
    }

    /// <summary>Moves the body on by <paramref name="h"/> seconds.</summary>
    /// <exception cref="PlantFaultException">The motion has diverged: a number is none, or larger than any real one.</exception>
    public void Step(double h)
    {
        if (powered)
        {
            bend.Step(h);
            yaw.Step(h);
            lift.Step(h);
        }
        legs.Locate();
        water.Press(Chain, wetness, legs, h);
        feet.Press(Chain, weight, contact, legs, h);
        Pull(h);
        BookJoints(h);
        feet.Book(Chain, Books, h);
        water.Book(Chain, Books, h);
        Chain.Advance(h);
        ThrowIfDiverged(h);
        Chain.Locate();
        Immerse();
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("body");
        visitor.Flag("powered", ref powered);
        Chain.Visit(visitor);
        visitor.Part("bend");
        bend.Visit(visitor);
        visitor.Part("yaw");
        yaw.Visit(visitor);
        visitor.Part("lift");
        lift.Visit(visitor);
        limiter?.Visit(visitor);
        feet.Visit(visitor);
        Books.Visit(visitor);
        if (visitor.Restores) Immerse();
    }

    /// <summary>
    /// Accelerations under joint torques −k (q − q*) − d q̇ with q and q̇ at the end of the step: q + h q̇ + h² q̈, q̇ + h q̈. A servo
    /// whose spring would need more than the stall torque there gives just that.
    /// </summary>
    /// <remarks>
    /// Which servos stall depends on the accelerations and they on it: the set is corrected until it no longer changes (semismooth
    /// Newton, mostly two or three rounds), so a stiff servo neither exceeds its limit nor chatters about it. After some rounds a servo
    /// that stalls stays so for the step: the set can then only grow, and the search ends.
    /// </remarks>
    private void Pull(double h)
    {
        Array.Clear(stalled);
        int round = 0;
        do
        {
            Drive(h);
            Chain.Accelerate();
        }
        while (Stall(h, release: ++round < FreeRounds));
    }

    private void Drive(double h)
    {
        double d = Parameters.Joints.Damping, k = powered ? Parameters.Joints.Stiffness : 0, limit = Parameters.Actuators.TorqueLimit;
        Span<JointDrive> drives = Chain.Drives;
        for (int j = 0; j < drives.Length; j++)
        {
            double rate = Chain.BendRate(j);
            drives[j].Torque = (stalled[j] == 0 ? Spring(j, k, h, rate) : stalled[j] * limit) - d * rate;
            drives[j].Implicit = h * d + (stalled[j] == 0 ? h * h * k : 0);
        }
    }

    /// <summary>Notes which servos stall under the accelerations just found; true if that has changed.</summary>
    private bool Stall(double h, bool release)
    {
        if (Parameters.Actuators.Kind == ActuatorKind.Ideal || !powered) return false;
        double k = Parameters.Joints.Stiffness, limit = Parameters.Actuators.TorqueLimit;
        bool changed = false;
        ReadOnlySpan<Link> links = Chain.Links;
        for (int j = 0; j < stalled.Length; j++)
        {
            double spring = Spring(j, k, h, Chain.BendRate(j)) - h * h * k * (links[j].SpinRate - links[j + 1].SpinRate);
            int now = spring > limit ? 1 : spring < -limit ? -1 : 0;
            if (stalled[j] != 0 && !release) continue;
            changed |= now != stalled[j];
            stalled[j] = now;
        }
        return changed;
    }

    private double Spring(int j, double k, double h, double rate) => -k * (Chain.Bend(j) + h * rate - bend.Angle[j]);

    private void ThrowIfDiverged(double h)
    {
        bool sound = double.IsFinite(Chain.X + Chain.Y);
        for (int i = 0; i < Chain.Spin.Length; i++)
            sound &= Math.Abs(Chain.Spin[i]) < SoundSpin && Math.Abs(Chain.Heading[i]) < DMath.MaxAngle;
        if (!sound)
            throw new PlantFaultException($"The simulated body's motion has diverged: a segment spins faster than {SoundSpin} rad/s, or is nowhere. "
                + $"Use a step below {h} s, or less extreme parameters.");
    }

    private void BookJoints(double h)
    {
        double d = Parameters.Joints.Damping, work = 0, effort = 0, lost = 0;
        ReadOnlySpan<JointDrive> drives = Chain.Drives;
        ReadOnlySpan<Link> links = Chain.Links;
        for (int j = 0; j < drives.Length; j++)
        {
            double rate = Chain.BendRate(j), change = h * (links[j].SpinRate - links[j + 1].SpinRate), middle = rate + change / 2;
            double damper = -d * (rate + change), total = drives[j].Torque - drives[j].Implicit * change / h;
            double power = (total - damper) * middle;
            work += power;
            effort += Math.Max(power, 0);
            lost -= damper * middle;
        }
        Books.JointWork += h * work;
        Books.Effort += h * effort;
        Books.LostInJoints += h * lost;
    }

    /// <summary>Wetness, weight left by buoyancy, and contact, of each segment where it now is.</summary>
    private void Immerse()
    {
        double perHeight = 1 / Parameters.Shape.Height, perShare = 1 / Parameters.Feet.ContactShare;
        ReadOnlySpan<Link> links = Chain.Links;
        for (int i = 0; i < links.Length; i++)
        {
            wetness[i] = Math.Min(Habitat.Depth(links[i].X) * perHeight, 1);
            weight[i] = 1 - wetness[i];
            contact[i] = Habitat.HasGround(links[i].X) ? Math.Min(weight[i] * perShare, 1) : 0;
        }
    }
}
