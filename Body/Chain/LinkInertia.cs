using System.Runtime.CompilerServices;

namespace Locomotion.Body.Chain;

/// <summary>
/// A symmetric 3 × 3 inertia about a point, rows and columns (rotation w, x, y), with the force (torque T, Fx, Fy) that goes with
/// it: T, F = inertia · (angular acceleration, acceleration of the point) + bias.
/// </summary>
public struct LinkInertia
{
    /// <summary>Rotational inertia, kg m².</summary>
    public double Iww;
    /// <summary>Coupling of rotation and x, kg m.</summary>
    public double Iwx;
    /// <summary>Coupling of rotation and y, kg m.</summary>
    public double Iwy;
    /// <summary>Inertia along x, kg.</summary>
    public double Mxx;
    /// <summary>Coupling of x and y, kg.</summary>
    public double Mxy;
    /// <summary>Inertia along y, kg.</summary>
    public double Myy;
    /// <summary>Bias torque, N m.</summary>
    public double T;
    /// <summary>Bias force along x, N.</summary>
    public double Fx;
    /// <summary>Bias force along y, N.</summary>
    public double Fy;

    /// <summary>
    /// The same link about a reference point from which this one lies at (<paramref name="rx"/>, <paramref name="ry"/>), fixed in a
    /// body turning at a rate whose square is <paramref name="omega2"/>.
    /// </summary>
    /// <remarks>
    /// a = a_ref + α × r − ω² r: the last term joins the bias, the rest is X = [1 0 0; −ry 1 0; rx 0 1], inertia Xᵀ I X, force Xᵀ f.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LinkInertia SeenFrom(double rx, double ry, double omega2)
    {
        double gx = -omega2 * rx, gy = -omega2 * ry;
        double fx = Fx + Mxx * gx + Mxy * gy, fy = Fy + Mxy * gx + Myy * gy;
        double wx = Iwx - ry * Mxx + rx * Mxy, wy = Iwy - ry * Mxy + rx * Myy;
        return new LinkInertia
        {
            Iww = Iww - ry * (Iwx + wx) + rx * (Iwy + wy),
            Iwx = wx,
            Iwy = wy,
            Mxx = Mxx,
            Mxy = Mxy,
            Myy = Myy,
            T = T + Iwx * gx + Iwy * gy + rx * fy - ry * fx,
            Fx = fx,
            Fy = fy,
        };
    }

    /// <summary>Joins another link, rigidly, about the same point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in LinkInertia other)
    {
        Iww += other.Iww;
        Iwx += other.Iwx;
        Iwy += other.Iwy;
        Mxx += other.Mxx;
        Mxy += other.Mxy;
        Myy += other.Myy;
        T += other.T;
        Fx += other.Fx;
        Fy += other.Fy;
    }

    /// <summary>The accelerations under which no force is left: inertia · (α, ax, ay) + bias = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Solve(out double alpha, out double ax, out double ay)
    {
        // Gauss elimination of x, then y; both pivots are at least the link's mass
        double rowYX = Mxy / Mxx, rowWX = Iwx / Mxx;
        double myy = Myy - rowYX * Mxy, iwy = Iwy - rowWX * Mxy, fy = Fy - rowYX * Fx;
        double rowWY = iwy / myy;
        double iww = Iww - rowWX * Iwx - rowWY * iwy, t = T - rowWX * Fx - rowWY * fy;
        alpha = -t / iww;
        ay = -(fy + iwy * alpha) / myy;
        ax = -(Fx + Iwx * alpha + Mxy * ay) / Mxx;
    }
}
