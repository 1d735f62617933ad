namespace Locomotion.Telemetry.Recording;

/// <summary>The channels of a recording.</summary>
public static class Topics
{
    /// <summary>What the controller felt, every tick.</summary>
    public const string Senses = "/input/senses";

    /// <summary>What it was told, whenever that changed.</summary>
    public const string Command = "/input/command";

    /// <summary>How it was tuned, whenever that changed.</summary>
    public const string Parameters = "/input/parameters";

    /// <summary>What was taken from it while it ran, whenever that happened. Recordings of earlier programs have no such channel.</summary>
    public const string Lesions = "/input/lesions";

    /// <summary>Hashes of its state, every tick.</summary>
    public const string Digest = "/digest";

    /// <summary>What there is to see, a few dozen times a second.</summary>
    public const string State = "/state";

    /// <summary>How it moves, once a second.</summary>
    public const string Gait = "/gait";

    /// <summary>How the loop does, once a second.</summary>
    public const string Loop = "/loop";

    /// <summary>What happened.</summary>
    public const string Events = "/events";
}
