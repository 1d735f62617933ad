using System.Runtime.CompilerServices;

namespace Locomotion.Body.Chain;

/// <summary>A joint after its rotation has been solved for: what the link ahead feels of the link behind, and how that one follows.</summary>
internal struct JointElimination
{
    private double inverse, u, iww, iwx, iwy;

    /// <summary>
    /// What the link ahead feels at the joint of <paramref name="behind"/>, the inertia of all that hangs there, about the joint.
    /// </summary>
    /// <remarks>
    /// The joint's torque on the link behind is −τ − κ ε, ε its angular acceleration against the link ahead. The torque row
    /// Iww (α + ε) + Iw · a + T = −τ − κ ε gives ε = (u − Iww α − Iw · a) / D, D = Iww + κ, u = −τ − T.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LinkInertia Eliminate(in LinkInertia behind, in JointDrive drive)
    {
        (iww, iwx, iwy) = (behind.Iww, behind.Iwx, behind.Iwy);
        inverse = 1 / (behind.Iww + drive.Implicit);
        u = -drive.Torque - behind.T;
        double w = behind.Iww * inverse, x = behind.Iwx * inverse, y = behind.Iwy * inverse;
        return new LinkInertia
        {
            Iww = behind.Iww - w * behind.Iww,
            Iwx = behind.Iwx - w * behind.Iwx,
            Iwy = behind.Iwy - w * behind.Iwy,
            Mxx = behind.Mxx - x * behind.Iwx,
            Mxy = behind.Mxy - x * behind.Iwy,
            Myy = behind.Myy - y * behind.Iwy,
            T = behind.T + w * u,
            Fx = behind.Fx + x * u,
            Fy = behind.Fy + y * u,
        };
    }

    /// <summary>ε, when the link ahead has angular acceleration <paramref name="alpha"/> and the joint moves with (ax, ay).</summary>
    public readonly double Follow(double alpha, double ax, double ay) => (u - iww * alpha - iwx * ax - iwy * ay) * inverse;
}
