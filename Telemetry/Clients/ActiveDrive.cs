using System.Text.Json;
using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Telemetry.Clients;

/// <summary>The command in force, as drive/active tells it.</summary>
/// <param name="Command">How to move.</param>
/// <param name="Source">"scenario", "client", "ladder" or "hold".</param>
/// <param name="Seq">The operator's number of it; null without an operator.</param>
public sealed record ActiveDrive(DescendingCommand Command, string Source, long? Seq)
{
    /// <summary>Whether the animal was told to stop, and takes no command until it is reset.</summary>
    public bool IsHeld => Source == "hold";

    /// <summary>What a message says; null if it is none.</summary>
    public static ActiveDrive? Read(JsonElement? json)
    {
        if (json is not { } said) return null;
        double drive = said.Number("drive"), release = said.Number("release"), swim = said.Number("swim"), turn = said.Number("turn");
        return drive is >= 0 and <= 1 && release is >= 0 and <= 1 && swim is >= 0 and <= 1 && turn is >= -1 and <= 1
            ? new ActiveDrive(new DescendingCommand(drive, release, swim, turn), said.Text("source") ?? "", said.Whole("seq"))
            : null;
    }
}
