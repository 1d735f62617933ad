namespace Locomotion.Controller.Neurons;

/// <summary>How the published code advances its bursters; its two studies differ.</summary>
public enum BursterScheme
{
    /// <summary>In circuits: backward Euler in a, one draw of noise for both rates, a burst while v ≥ 0.</summary>
    Circuit,
    /// <summary>Alone: forward Euler in a, a draw of noise for a and one for v, a burst while v &gt; 0, input rounded to ten decimals.</summary>
    SingleUnit,
}
