namespace Locomotion.Sim.Sweeps;

/// <summary>How far a sweep is.</summary>
public sealed class SweepStatus
{
    private readonly long[] outcomes = new long[Enum.GetValues<Outcome>().Length];

    /// <summary>Cases without a result.</summary>
    public long Left { get; private set; }

    /// <summary>Cases that came to <paramref name="outcome"/>.</summary>
    public long Of(Outcome outcome) => outcomes[(int)outcome];

    /// <summary>Looks every case of a design up, among the results of one program.</summary>
    public static SweepStatus Of(SweepDesign design, CaseStore store, string program)
    {
        SweepStatus status = new();
        CaseCursor cursor = new(design, program);
        for (long index = 0; index < design.Count; index++)
        {
            cursor.MoveTo(index);
            if (store.Find(cursor.Key) is { } outcome) status.outcomes[(int)outcome]++;
            else status.Left++;
        }
        return status;
    }
}
