namespace Locomotion.Sim.Pictures;

/// <summary>When a phase of the scenario ran, and how fast its rhythm was.</summary>
/// <param name="Name">The scenario's name for it.</param>
/// <param name="Kind">What it is coloured as.</param>
/// <param name="Start">First instant, s.</param>
/// <param name="End">Start of the next phase, or the end of the run, s.</param>
/// <param name="Cycle">Time of one leg cycle, or trunk cycle where the legs are folded, s.</param>
internal readonly record struct PhaseSpan(string Name, PhaseKind Kind, double Start, double End, double Cycle)
{
    public double Middle => (Start + End) / 2;

    public double Seconds => End - Start;
}
