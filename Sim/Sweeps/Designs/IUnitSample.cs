namespace Locomotion.Sim.Sweeps;

/// <summary>Points of the unit cube that fill it evenly.</summary>
public interface IUnitSample
{
    /// <summary>A coordinate of a point, in [0, 1). May be asked from several threads.</summary>
    double At(int point, int dimension);
}
