using System.Runtime.CompilerServices;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Body.Chain;

/// <summary>
/// A chain of equal rigid links in the horizontal plane, head first. The state is the center of mass and its velocity, and each
/// link's heading and spin: with these coordinates linear momentum changes by the outer forces alone, to the last bit of rounding.
/// </summary>
/// <remarks>
/// Stages of a step, in order: <see cref="Locate"/>, then others fill <see cref="Forces"/> and <see cref="Drives"/>, then
/// <see cref="Accelerate"/>, then <see cref="Advance"/>.
/// <para>Method: articulated-body algorithm, O(n), then semi-implicit Euler. Source: Featherstone 2008, Rigid Body Dynamics
/// Algorithms, chapter 7, in world axes about each link's anterior end. Error: first order in the step.</para>
/// </remarks>
public sealed class PlanarChain : IHasState
{
    private readonly double length, mass, inertia;          // of one link
    private readonly Link[] links;
    private readonly LinkForces[] forces;
    private readonly JointDrive[] drives;
    private readonly double[] heading, spin, sines, cosines;
    private readonly JointElimination[] joints;             // [joint]: how the link behind hangs on the one ahead

    /// <summary>A straight chain at rest, its center of mass at the origin, heading along x.</summary>
    public PlanarChain(int links, double linkLength, double linkMass)
    {
        length = linkLength;
        mass = linkMass;
        inertia = linkMass * linkLength * linkLength / 12;
        this.links = new Link[links];
        forces = new LinkForces[links];
        drives = new JointDrive[links - 1];
        heading = new double[links];
        spin = new double[links];
        sines = new double[links];
        cosines = new double[links];
        joints = new JointElimination[links - 1];
        Locate();
    }

    /// <summary>Center of mass, world, m.</summary>
    public double X { get; set; }

    /// <summary>Center of mass, world, m.</summary>
    public double Y { get; set; }

    /// <summary>Velocity of the center of mass, world, m/s.</summary>
    public double Vx { get; set; }

    /// <summary>Velocity of the center of mass, world, m/s.</summary>
    public double Vy { get; set; }

    /// <summary>Heading θ of each link, rad, counter-clockwise from x, not wrapped. [link]</summary>
    public Span<double> Heading => heading;

    /// <summary>Spin ω of each link, rad/s. [link]</summary>
    public Span<double> Spin => spin;

    /// <summary>Mass of one link, kg.</summary>
    public double LinkMass => mass;

    /// <summary>Length of one link, m.</summary>
    public double LinkLength => length;

    /// <summary>Inertia of one link about its center, kg m².</summary>
    public double LinkInertia => inertia;

    /// <summary>Where the links are. [link]</summary>
    public Span<Link> Links => links;

    /// <summary>What acts on the links; cleared by <see cref="Locate"/>. [link]</summary>
    public Span<LinkForces> Forces => forces;

    /// <summary>What acts in the joints. [joint]</summary>
    public Span<JointDrive> Drives => drives;

    /// <summary>Bend of joint <paramref name="j"/>, rad, positive when the animal bends to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Bend(int j) => heading[j] - heading[j + 1];

    /// <summary>Rate of the bend of joint <paramref name="j"/>, rad/s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double BendRate(int j) => spin[j] - spin[j + 1];

    /// <summary>Writes the center of each link, m, and its heading, rad counter-clockwise from x. [link]</summary>
    public void CopyPose(Span<double> x, Span<double> y, Span<double> heading)
    {
        ReadOnlySpan<Link> all = links;
        for (int i = 0; i < all.Length; i++)
        {
            ref readonly Link link = ref all[i];
            (x[i], y[i]) = (link.X, link.Y);
        }
        Heading.CopyTo(heading);
    }

    /// <summary>Works out <see cref="Links"/> from the state, and clears <see cref="Forces"/>.</summary>
    public void Locate()
    {
        // centers and their velocities as seen from the head's anterior end, and their means
        DMath.SinCos(heading, sines, cosines);
        double x = 0, y = 0, vx = 0, vy = 0, meanX = 0, meanY = 0, meanVx = 0, meanVy = 0, half = length / 2;
        for (int i = 0; i < links.Length; i++)
        {
            ref Link link = ref links[i];
            double sin = sines[i], cos = cosines[i], omega = spin[i];
            link.Ux = cos;
            link.Uy = sin;
            link.Spin = omega;
            double dx = half * cos, dy = half * sin;          // half a link forward; its rate of change is ω (−dy, dx)
            meanX += link.X = x - dx;
            meanY += link.Y = y - dy;
            double cx = vx + omega * dy, cy = vy - omega * dx;
            link.Forward = cx;                                // world axes until the mean is known
            link.Leftward = cy;
            meanVx += cx;
            meanVy += cy;
            x -= 2 * dx;
            y -= 2 * dy;
            vx += 2 * omega * dy;
            vy -= 2 * omega * dx;
        }
        double share = 1.0 / links.Length;
        double shiftX = X - share * meanX, shiftY = Y - share * meanY, shiftVx = Vx - share * meanVx, shiftVy = Vy - share * meanVy;
        foreach (ref Link link in links.AsSpan())
        {
            link.X += shiftX;
            link.Y += shiftY;
            double cx = link.Forward + shiftVx, cy = link.Leftward + shiftVy;
            link.Forward = cx * link.Ux + cy * link.Uy;
            link.Leftward = cy * link.Ux - cx * link.Uy;
        }
        Array.Clear(forces);
    }

    /// <summary>Writes the links' accelerations that follow from <see cref="Forces"/> and <see cref="Drives"/>.</summary>
    public void Accelerate()
    {
        // tail to head: each link, with all that hangs on it, about its anterior end
        LinkInertia whole = default;
        for (int i = links.Length - 1; i >= 0; i--)
        {
            ref Link link = ref links[i];
            double omega2 = link.Spin * link.Spin, lx = -length * link.Ux, ly = -length * link.Uy;
            LinkInertia body = forces[i].InWorld(link.Ux, link.Uy, mass, inertia).SeenFrom(lx / 2, ly / 2, omega2);
            if (i < links.Length - 1) body.Add(whole.SeenFrom(lx, ly, omega2));
            whole = i > 0 ? joints[i - 1].Eliminate(in body, in drives[i - 1]) : body;
        }
        whole.Solve(out double alpha, out double ax, out double ay);
        // head to tail: each joint follows the link ahead
        for (int i = 0; i < links.Length; i++)
        {
            ref Link link = ref links[i];
            if (i > 0) alpha += joints[i - 1].Follow(alpha, ax, ay);
            double omega2 = link.Spin * link.Spin, lx = -length * link.Ux, ly = -length * link.Uy;
            double stepX = -alpha * ly - omega2 * lx, stepY = alpha * lx - omega2 * ly;      // from the anterior to the posterior end
            double cx = ax + stepX / 2, cy = ay + stepY / 2;
            link.SpinRate = alpha;
            link.ForwardRate = cx * link.Ux + cy * link.Uy;
            link.LeftwardRate = cy * link.Ux - cx * link.Uy;
            ax += stepX;
            ay += stepY;
        }
    }

    /// <summary>Moves the state on by <paramref name="h"/> seconds: velocities by the accelerations, then positions by the new velocities.</summary>
    public void Advance(double h)
    {
        double ax = 0, ay = 0;
        for (int i = 0; i < links.Length; i++)
        {
            ref Link link = ref links[i];
            ax += link.ForwardRate * link.Ux - link.LeftwardRate * link.Uy;
            ay += link.ForwardRate * link.Uy + link.LeftwardRate * link.Ux;
            spin[i] += h * link.SpinRate;
            heading[i] += h * spin[i];
        }
        Vx += h * ax / links.Length;
        Vy += h * ay / links.Length;
        X += h * Vx;
        Y += h * Vy;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException">What was to be restored is no pose.</exception>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("chain");
        Span<double> center = [X, Y, Vx, Vy];
        visitor.Visit("center", center);
        visitor.Visit<double>("heading", heading);
        visitor.Visit<double>("spin", spin);
        if (!visitor.Restores) return;
        (X, Y, Vx, Vy) = (center[0], center[1], center[2], center[3]);
        for (int i = 0; i < heading.Length; i++)
        {
            if (!(Math.Abs(heading[i]) <= DMath.MaxAngle))
                throw new InvalidInputException($"Heading of link {i}", $"{Naming.Number(heading[i])} rad", $"is not within ±{DMath.MaxAngle}", "restore what was saved from a body that moved");
        }
        Locate();
    }
}
