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
    public LinkInertia Eliminate(in LinkInertia behind, in JointDrive drive)
    {
        iww = behind.Iww;
        iwx = behind.Iwx;
        iwy = behind.Iwy;
        inverse = 1 / (iww + drive.Implicit);
        u = -drive.Torque - behind.T;
        double w = iww * inverse, x = iwx * inverse, y = iwy * inverse;
        return new LinkInertia
        {
            Iww = iww - w * iww,
            Iwx = iwx - w * iwx,
            Iwy = iwy - w * iwy,
            Mxx = behind.Mxx - x * iwx,
            Mxy = behind.Mxy - x * iwy,
            Myy = behind.Myy - y * iwy,
            T = behind.T + w * u,
            Fx = behind.Fx + x * u,
            Fy = behind.Fy + y * u,
        };
    }

    /// <summary>ε, when the link ahead has angular acceleration <paramref name="alpha"/> and the joint moves with (ax, ay).</summary>
    public readonly double Follow(double alpha, double ax, double ay) => (u - iww * alpha - iwx * ax - iwy * ay) * inverse;
}
