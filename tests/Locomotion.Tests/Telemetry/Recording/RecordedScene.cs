using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Tests.Telemetry.Recording;

/// <summary>Short runs, recorded into memory.</summary>
internal static class RecordedScene
{
    /// <summary>The bytes of a recording of a slow walk.</summary>
    public static byte[] Of(double seconds, ulong seed = 1, string[]? tuning = null, string[]? lesions = null, string[]? set = null)
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk");
        foreach (string assignment in set ?? []) scenario = scenario with { Animal = scenario.Animal.With(assignment.Split('=')[0], assignment.Split('=')[1]) };
        scenario = scenario with { Seed = seed, Tuning = [.. (tuning ?? []).Select(Tuning.Parse)], Lesions = [.. (lesions ?? []).Select(Lesion.Parse)] };
        MemoryStream file = new();
        ScenarioRun run = new(scenario.Ending(seconds));
        run.Record(file, RecordingOptions.Patient);
        run.Run(CancellationToken.None);
        return file.ToArray();
    }

    public static RecordedRun Open(byte[] file) => new(new MemoryStream(file), "a test's recording");
}
