using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>One rate throughout the burst.</summary>
public sealed record RectangularShape : FiringShape
{
    /// <summary>Rate in a burst.</summary>
    [Parameter(0, 1, "1", "Rate in a burst.")]
    public double Level { get; init => field = Checked(value); } = 1;

    /// <inheritdoc/>
    public override double Active(double a, double x, BursterCoefficients p) => Level;
}
