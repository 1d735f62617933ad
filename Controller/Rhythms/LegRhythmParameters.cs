using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>The legs' phase oscillators and what couples them.</summary>
public sealed record LegRhythmParameters : ParameterGroup
{
    /// <summary>f(0).</summary>
    [Parameter(0, 20, "Hz", "Stepping frequency without excitation.")]
    public double BaseFrequency { get; init => field = Checked(value); } = 1.5;

    /// <summary>df/du: f(u) = f(0) + u df/du.</summary>
    [Parameter(0, 50, "Hz", "Stepping frequency that full excitation adds.")]
    public double FrequencyGain { get; init => field = Checked(value); } = 4.5;

    /// <summary>kc.</summary>
    [Parameter(0, 200, "1/s", "Coupling that keeps the two legs of a segment in antiphase.")]
    public double Contralateral { get; init => field = Checked(value); } = 20;

    /// <summary>kl, from the segment ahead.</summary>
    [Parameter(0, 200, "1/s", "Coupling to the leg of the segment ahead.")]
    public double FromAhead { get; init => field = Checked(value); } = 8;

    /// <summary>kl, from the segment behind.</summary>
    [Parameter(0, 200, "1/s", "Coupling to the leg of the segment behind.")]
    public double FromBehind { get; init => field = Checked(value); } = 8;

    /// <summary>w: D = 2π min(w / n, 0.35).</summary>
    [Parameter(-6, 6, "waves per body", "Leg waves along the body; positive waves run from head to tail.",
        Source = "2 measured in Scolopendra polymorpha, Chong et al. 2020, APS March Meeting U22.3")]
    public double Waves { get; init => field = Checked(value); } = 2;

    /// <summary>σN.</summary>
    [Parameter(0, 100, "rad/s", "How strongly load on a foot holds its leg in mid-stance.",
        Source = "form of Owaki et al. 2013, J. R. Soc. Interface 10:20120669; size ours")]
    public double LoadFeedback { get; init => field = Checked(value); } = 10;

    /// <summary>Lag D from one segment to the next in a cord of <paramref name="segments"/>, rad; at most 0.35 cycle.</summary>
    public double Lag(int segments) => Math.Tau * Math.Clamp(Waves / segments, -0.35, 0.35);
}
