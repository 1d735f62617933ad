using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Chain;

/// <summary>Number, size and mass of the segments, all alike.</summary>
public sealed record ShapeParameters : ParameterGroup
{
    /// <summary>n.</summary>
    [Parameter(CentipedeController.MinSegments, CentipedeController.MaxSegments, "1", "Leg-bearing segments, head first.", AtRest = true)]
    public int Segments { get; init => field = Checked(value); } = 21;

    /// <summary>L.</summary>
    [Parameter(1e-3, 10, "m", "Length of the whole body.", AtRest = true)]
    public double Length { get; init => field = Checked(value); } = 0.12;

    /// <summary>Mass of the whole body.</summary>
    [Parameter(1e-6, 100, "kg", "Mass of the whole body.", AtRest = true)]
    public double Mass { get; init => field = Checked(value); } = 4.1e-3;

    /// <summary>Width of the trunk.</summary>
    [Parameter(1e-4, 1, "m", "Width of the trunk, from leg base to leg base.", AtRest = true)]
    public double Width { get; init => field = Checked(value); } = 8e-3;

    /// <summary>H.</summary>
    [Parameter(1e-4, 1, "m", "Height of the trunk.", AtRest = true)]
    public double Height { get; init => field = Checked(value); } = 4e-3;

    /// <summary>Length of a leg.</summary>
    [Parameter(1e-4, 1, "m", "Length of a leg, from its base to the foot, seen from above.", AtRest = true)]
    public double LegLength { get; init => field = Checked(value); } = 12e-3;

    /// <summary>Length l of one segment, m.</summary>
    public double SegmentLength => Length / Segments;

    /// <summary>Mass m of one segment, kg.</summary>
    public double SegmentMass => Mass / Segments;
}
