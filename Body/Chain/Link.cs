namespace Locomotion.Body.Chain;

/// <summary>Where a link is and how it moves: worked out from the chain's state at the start of each step.</summary>
public struct Link
{
    /// <summary>Unit vector to the head, world x.</summary>
    public double Ux;
    /// <summary>Unit vector to the head, world y. The left-hand normal is (−Uy, Ux).</summary>
    public double Uy;
    /// <summary>Center, world, m.</summary>
    public double X;
    /// <summary>Center, world, m.</summary>
    public double Y;
    /// <summary>ω, rad/s.</summary>
    public double Spin;
    /// <summary>Velocity of the center forward, along u, m/s.</summary>
    public double Forward;
    /// <summary>Velocity of the center to the left, along n, m/s.</summary>
    public double Leftward;
    /// <summary>α, rad/s². Written by the forward dynamics.</summary>
    public double SpinRate;
    /// <summary>Acceleration of the center along u, m/s². Written by the forward dynamics.</summary>
    public double ForwardRate;
    /// <summary>Acceleration of the center along n, m/s². Written by the forward dynamics.</summary>
    public double LeftwardRate;
}
