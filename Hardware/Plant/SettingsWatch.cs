using Locomotion.Hardware.Chips;

namespace Locomotion.Hardware.Plant;

/// <summary>
/// Reads the settings of chips back, one chip a frame, in turn. I2C has no checksum: a chip counts as lost when two read-backs in a row say so.
/// </summary>
internal sealed class SettingsWatch(ISetUpChip[] chips)
{
    private readonly bool[] lost = new bool[chips.Length];
    private int next, mending;
    private bool suspected;     // chips[next] read back wrong in the frame before

    /// <summary>Whether a chip lost its settings and was not set up again yet.</summary>
    public bool AnyLost { get; private set; }

    /// <summary>Sets chip <paramref name="chip"/> up; it is lost if that fails.</summary>
    public bool TryStart(int chip)
    {
        bool good = chips[chip].TryStart();
        lost[chip] = !good;
        AnyLost = lost.AsSpan().Contains(true);
        return good;
    }

    /// <summary>Reads one chip back; a suspected one until it is known.</summary>
    public void Step()
    {
        if (chips.Length == 0) return;
        bool read = chips[next].TryReadBack(), wrong = read && chips[next].Check != RegisterCheck.AsSet;
        if (wrong && suspected) AnyLost = lost[next] = true;
        suspected = wrong ? !suspected : suspected && !read;
        if (!suspected) next = (next + 1) % chips.Length;
    }

    /// <summary>Sets one lost chip up anew, in turn. False when none is lost.</summary>
    public bool TryMend()
    {
        if (!AnyLost) return false;
        do mending = (mending + 1) % chips.Length;
        while (!lost[mending]);
        TryStart(mending);
        return true;
    }
}
