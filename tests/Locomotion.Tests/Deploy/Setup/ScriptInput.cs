using Locomotion.Deploy.Calibration;

namespace Locomotion.Tests.Deploy.Setup;

/// <summary>Commands from a test; "!" calls what the test wants to happen then.</summary>
internal sealed class ScriptInput(string commands, Action? surprise = null) : IJogInput
{
    private readonly Queue<string> left = new(commands.Split('|'));

    public bool Ended => left.Count == 0;

    public string? Poll(bool moving)
    {
        if (moving && left.TryPeek(out string? urgent) && urgent != "!" || !left.TryDequeue(out string? next)) return null;
        if (next != "!") return next;
        surprise?.Invoke();
        return null;
    }
}
