namespace Locomotion.Benchmarks.Peer;

/// <summary>MuJoCo's two water models. Both are quadratic and per link, like ours; neither is ours.</summary>
public enum FluidModel
{
    /// <summary>Drag on the faces of the box that has the link's inertia.</summary>
    InertiaBox,
    /// <summary>Drag, lift and moments of the ellipsoid in the link's shape.</summary>
    Ellipsoid,
}
