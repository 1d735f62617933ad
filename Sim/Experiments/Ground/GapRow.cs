namespace Locomotion.Sim.Experiments;

/// <summary>All seeds of one walk of one animal across one width of gap.</summary>
/// <param name="Walk">The cord and its gait.</param>
/// <param name="Change">What is changed in the animal.</param>
/// <param name="Width">Width of the gap, segments.</param>
/// <param name="Seeds">Each seed's crossing.</param>
/// <param name="Level">The same seeds over level ground.</param>
internal sealed record GapRow(GroundWalk Walk, AnimalChange Change, int Width, IReadOnlyList<Crossing> Seeds, IReadOnlyList<Crossing> Level)
{
    /// <summary>Seeds that got across.</summary>
    public int Crossed => Seeds.Count(seed => double.IsFinite(seed.Seconds));

    /// <summary>Time from the head over the gap's begin to the tail over its end, s, median.</summary>
    public double Seconds => PairedSeeds.Median(Seeds.Select(seed => seed.Seconds));

    /// <summary>The figures on the way across.</summary>
    public GroundRow Figures => new(Walk, Change, [.. Seeds.Select(seed => seed.Figures)], [.. Level.Select(seed => seed.Figures)]);

    /// <summary>Coherence at each place about the gap, median over the seeds that came there.</summary>
    public IReadOnlyList<double> Coherence => Profile(seed => seed.Coherence);

    /// <summary>Lag there, cycles.</summary>
    public IReadOnlyList<double> Lag => Profile(seed => seed.Lag);

    /// <summary>Places of the profile, segments behind the gap's begin.</summary>
    public IReadOnlyList<double> Places => [.. Enumerable.Range(0, Crossing.Before + Width + Crossing.Behind).Select(bin => bin - Crossing.Before + 0.5)];

    /// <summary>Lag well before the gap, cycles.</summary>
    public double LagBefore => Lag.Take(Crossing.Before - 2).Average();

    /// <summary>How far the lag goes from what it was before the gap, cycles: the rhythm that the legs lose.</summary>
    public double LagLost => Lag.Max(lag => Math.Abs(lag - LagBefore));

    /// <summary>Segments' lengths behind the gap from which the lag is within <see cref="GapExperiment.Recovered"/> of what it was before; not a number if it is nowhere.</summary>
    public double Recovery
    {
        get
        {
            IReadOnlyList<double> lag = Lag;
            int bin = lag.Count;
            while (bin > 0 && Math.Abs(lag[bin - 1] - LagBefore) < GapExperiment.Recovered) bin--;
            return bin == lag.Count ? double.NaN : Math.Max(0, bin - Crossing.Before - Width);
        }
    }

    private double[] Profile(Func<Crossing, IReadOnlyList<double>> of) =>
        [.. Enumerable.Range(0, Seeds[0].Coherence.Count).Select(bin => PairedSeeds.Median(Seeds.Select(seed => of(seed)[bin])))];
}
