using Locomotion.Controller.State;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Telemetry.Recording;

/// <summary>What stands at the head of a recording.</summary>
/// <param name="Setup">What the controller is made of.</param>
/// <param name="StartNanoseconds">When tick 0 began, ns since 1970, UTC.</param>
/// <param name="Files">Scenario, habitat, robot, calibration: whatever else made the run.</param>
public sealed record RunDescription(ControllerSetup Setup, ulong StartNanoseconds, IReadOnlyList<RecordedFile> Files)
{
    /// <summary>Version of what is recorded and how; a reader refuses a newer one.</summary>
    public const int Format = 1;

    /// <summary>The attachment with the controller's make.</summary>
    public const string SetupFile = "controller.json";

    /// <summary>The attachment with the controller's state before the first tick.</summary>
    public const string StateFile = "controller.state";

    /// <summary>The attachment with the scenario, where there was one.</summary>
    public const string ScenarioFile = "scenario.json";

    /// <summary>The metadata that says how to read the recording.</summary>
    public const string FormatRecord = "recording";

    /// <summary>The metadata that says where it comes from.</summary>
    public const string ProvenanceRecord = "provenance";

    /// <summary>Writes it.</summary>
    internal void Write(McapWriter mcap, RecordingStart start)
    {
        RecordedFile[] files =
        [
            new(SetupFile, RecordedFile.Json, Setup.ToJson()),
            new(StateFile, RecordedFile.Bytes, StateWriter.Save(start.Controller)),
            .. Files,
        ];
        mcap.AddMetadata(FormatRecord, new Dictionary<string, string>
        {
            ["format"] = $"{Format}",
            ["start_ns"] = $"{StartNanoseconds}",
            ["first_tick"] = $"{start.FirstTick}",
            ["first_chain"] = $"{start.Digest.Value:x16}",
        });
        mcap.AddMetadata(ProvenanceRecord, Provenance.Of(files));
        foreach (RecordedFile file in files) mcap.Attach(file.Name, file.MediaType, StartNanoseconds, StartNanoseconds, file.Content.Span);
    }
}
