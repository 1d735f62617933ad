using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Water;

/// <summary>Resistive and reactive forces of the water on the trunk.</summary>
public sealed record WaterParameters : ParameterGroup
{
    /// <summary>ρ.</summary>
    [Parameter(0, 2e3, "kg/m³", "Density of the water.")]
    public double Density { get; init => field = Checked(value); } = 1000;

    /// <summary>C_N.</summary>
    [Parameter(0, 10, "1", "Drag coefficient for motion across a segment, on the area length times height.")]
    public double NormalDrag { get; init => field = Checked(value); } = 1.5;

    /// <summary>C_T.</summary>
    [Parameter(0, 10, "1", "Drag coefficient for motion along a segment with folded legs, on the same area.")]
    public double TangentialDrag { get; init => field = Checked(value); } = 0.05;

    /// <summary>Added to C_T in full with legs straight out.</summary>
    [Parameter(0, 10, "1", "What legs held straight out add to the drag coefficient along a segment.")]
    public double LegDrag { get; init => field = Checked(value); } = 0.5;

    /// <summary>Linear drag across.</summary>
    [Parameter(0, 1e3, "N s/m²", "Linear drag for motion across a segment, per length: slow or small swimmers.")]
    public double NormalViscosity { get; init => field = Checked(value); }

    /// <summary>Linear drag along.</summary>
    [Parameter(0, 1e3, "N s/m²", "Linear drag for motion along a segment, per length: slow or small swimmers.")]
    public double TangentialViscosity { get; init => field = Checked(value); }

    /// <summary>Times ρ π H² / 4 per length.</summary>
    [Parameter(0, 5, "1", "Water that moves with the trunk sideways, in units of that in a cylinder of the trunk's height.")]
    public double AddedMass { get; init => field = Checked(value); } = 1;
}
