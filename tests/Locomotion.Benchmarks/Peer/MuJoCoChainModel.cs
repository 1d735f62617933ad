using System.Globalization;
using System.Xml.Linq;

namespace Locomotion.Benchmarks.Peer;

/// <summary>The swimming chain as MuJoCo is told of it: our body's links and joints, in MuJoCo's own water. SI units.</summary>
/// <remarks>
/// What is chosen for MuJoCo's speed: a planar base of two slides and a hinge instead of a free joint; nothing that can collide and
/// no constraints; the base in the middle of the body, which halves its inertia matrix. Joint damping is implicit, MuJoCo's default
/// with Euler, and needed: links this light are unstable at 1 ms without it. Links and joints are numbered from the head; joint j
/// lies between links j - 1 and j. The defaults are the animal's.
/// </remarks>
public sealed record MuJoCoChainModel
{
    /// <summary>Number of links, at least 2. MuJoCo's XML reader takes about 95 bodies in line, so twice that from the middle.</summary>
    public int Links { get; init; } = 21;
    /// <summary>The link that carries the base. 0 is the head; the middle is fastest.</summary>
    public int BaseLink { get; init; }
    /// <summary>Which of MuJoCo's water models acts on the links.</summary>
    public FluidModel Fluid { get; init; } = FluidModel.InertiaBox;
    /// <summary>Length of the straight body, m.</summary>
    public double BodyLength { get; init; } = 0.12;
    /// <summary>Mass of the whole body, kg.</summary>
    public double Mass { get; init; } = 4.1e-3;
    /// <summary>Width of the body, m.</summary>
    public double Width { get; init; } = 8e-3;
    /// <summary>Height of the body, m.</summary>
    public double Height { get; init; } = 4e-3;
    /// <summary>Stiffness k of each joint towards its target angle, N m/rad: torque = k (target - angle) - damping * speed.</summary>
    public double Stiffness { get; init; } = 3e-3;
    /// <summary>Damping of each joint, N m s/rad.</summary>
    public double Damping { get; init; } = 2e-5;
    /// <summary>Length of a step, s.</summary>
    public double TimeStep { get; init; } = 1e-3;

    /// <summary>The chain with its base in the middle: what counts as the peer.</summary>
    public static MuJoCoChainModel Fastest(int links) => new() { Links = links, BaseLink = links / 2 };

    /// <summary>Length of one link, m.</summary>
    public double LinkLength => BodyLength / Links;

    /// <summary>Width of a link in the water, m.</summary>
    /// <remarks>
    /// The inertia box charges every link with the drag on its whole front face, as if the water flowed between the links. With the
    /// front face shared out over the links it acts once on the body. At full width 21 links have more drag along the body than
    /// across it and cannot swim. The ellipsoid has its own drag coefficients and keeps the full width.
    /// </remarks>
    private double WaterWidth => Fluid == FluidModel.InertiaBox ? Width / Links : Width;

    /// <summary>The model in MJCF. Its only keyframe holds the given marks (see <see cref="MuJoCoMemory"/>).</summary>
    public string Mjcf(double[] positionMark, double[] velocityMark, double[] targetMark) => new XElement(
        "mujoco",
        new XElement("compiler", new XAttribute("angle", "radian")),
        new XElement(
            "option", Attribute("timestep", TimeStep), new XAttribute("integrator", "Euler"), Attribute("gravity", 0, 0, 0),
            Attribute("density", 1000), Attribute("viscosity", 0.9e-3),
            new XElement("flag", new XAttribute("contact", "disable"), new XAttribute("constraint", "disable"))),
        new XElement("worldbody", Body()),
        new XElement("actuator", Enumerable.Range(1, Links - 1).Select(joint => new XElement(
            "position", new XAttribute("joint", $"j{joint}"), Attribute("kp", Stiffness)))),
        new XElement("keyframe", new XElement(
            "key", Attribute("qpos", positionMark), Attribute("qvel", velocityMark), Attribute("ctrl", targetMark)))).ToString();

    // From both ends towards the base. A body's frame lies at its joint: the anterior end behind the base, the posterior end before it.
    private XElement Body()
    {
        if (Links < 2 || BaseLink < 0 || BaseLink >= Links)
            throw new InvalidOperationException($"{Links} links, base on link {BaseLink}: a chain has at least 2 links and its base on one.");
        double length = LinkLength;
        XElement? behind = null, ahead = null;
        for (int link = Links - 1; link > BaseLink; link--)
            behind = Link(-length, [Joint(link, axis: 1)], -length / 2, behind);
        for (int link = 0; link < BaseLink; link++)
            ahead = Link(link + 1 == BaseLink ? 0 : length, [Joint(link + 1, axis: -1)], length / 2, ahead);
        XElement body = Link(0, [Slide(1, 0), Slide(0, 1), new("joint", Attribute("axis", 0, 0, 1))], -length / 2, behind);
        body.Add(ahead);
        return body;
    }

    private XElement Link(double frame, XElement[] joints, double centre, XElement? next)
    {
        XElement box = new(
            "geom", new XAttribute("type", "box"), Attribute("pos", centre, 0, 0), Attribute("mass", Mass / Links),
            Attribute("size", LinkLength / 2, WaterWidth / 2, Height / 2), Attribute("contype", 0), Attribute("conaffinity", 0));
        if (Fluid == FluidModel.Ellipsoid)
            box.Add(new XAttribute("fluidshape", "ellipsoid"));
        return new("body", Attribute("pos", frame, 0, 0), joints, box, next);
    }

    private XElement Joint(int joint, int axis) =>
        new("joint", new XAttribute("name", $"j{joint}"), Attribute("axis", 0, 0, axis), Attribute("damping", Damping));

    private static XElement Slide(int x, int y) => new("joint", new XAttribute("type", "slide"), Attribute("axis", x, y, 0));

    private static XAttribute Attribute(string name, params ReadOnlySpan<double> values)
    {
        string[] words = new string[values.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = values[i].ToString("R", CultureInfo.InvariantCulture);
        return new(name, string.Join(' ', words));
    }
}
