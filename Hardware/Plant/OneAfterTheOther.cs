namespace Locomotion.Hardware.Plant;

/// <summary>Serves the buses on the loop's own thread: for one bus, and for simulated ones, where order must be the same in every run.</summary>
public sealed class OneAfterTheOther(IReadOnlyList<BusLine> lines) : IBusCrew
{
    /// <inheritdoc/>
    public void Exchange()
    {
        for (int line = 0; line < lines.Count; line++) lines[line].Exchange();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
