namespace Locomotion.Sim.Experiments;

/// <summary>One of the figures by which walks over gaps are compared.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Column">Its column, with the unit.</param>
/// <param name="Header">The column's heading.</param>
/// <param name="Format">How people read it.</param>
/// <param name="Of">The figure.</param>
/// <param name="MoreIsBetter">Whether a larger one is better.</param>
internal sealed record GroundMeasure(string Name, string Column, string Header, string Format, Func<GroundFigures, double> Of, bool MoreIsBetter)
{
    public static readonly GroundMeasure
        Unsupported = new("weight that no foot carries", "unsupported_share", "weight on\nno foot", "0.000", figures => figures.Unsupported, false),
        Carriers = new("feet that share the load", "carriers", "feet that\nshare load", "0.00", figures => figures.Carriers, true),
        PeakLoad = new("load on the fullest foot", "peak_load_segments", "most on a\nfoot, seg.", "0.00", figures => figures.PeakLoad, false),
        Speed = new("speed", "speed_bl_per_s", "speed\nBL/s", "0.000", figures => figures.Speed, true),
        CostOfTransport = new("cost of transport", "cost_of_transport", "cost of\ntransport", "0.000", figures => figures.CostOfTransport, false),
        Coherence = new("coherence of the leg wave", "coherence", "coherence", "0.000", figures => figures.Coherence, true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GroundMeasure> All { get; } = [Unsupported, Carriers, PeakLoad, Speed, CostOfTransport, Coherence];
}
