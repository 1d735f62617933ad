using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Recorded on one architecture, replayed on the other: equal digests after every tick.</summary>
public class RecordingAcrossMachinesTests
{
    [Theory]
    [InlineData("amphibious", "11")]
    [InlineData("slow-walk", "2", "--preset", "robot")]
    [InlineData("fast-walk", "2", "--oscillator", "bursting", "--set", "bursting.flexor.noise=0.05", "--set", "sensors.load-noise=0.2", "--set", "sensors.bend-noise=0.01",
        "--set", "excitation.load-gain=0.3@0.5", "--set", "bursting.extensor.noise=0.05@0.9", "--lesion", "amputate=4-left@1.2")]
    public void A_recording_replays_on_the_other_machine(string scenario, string seconds, params string[] more)
    {
        foreach ((DeskProgram recorder, DeskProgram replayer) in new[] { (DeskProgram.Release, DeskProgram.Other), (DeskProgram.Other, DeskProgram.Release) })
        {
            Outcome recorded = recorder.Run(["run", scenario, "--seconds", seconds, "--record", "rec", "--json", .. more]);
            Assert.True(recorded.Code == 0, recorded.Error);
            string folder = Path.Combine(recorded.Folder.FullName, "rec");
            Outcome here = recorder.Run("replay", folder, "--json"), there = replayer.Run("replay", folder, "--json");
            Assert.True(here.Code == 0 && there.Code == 0, here.Error + there.Output + there.Error);
            Assert.True(there.Json.GetProperty("agrees").GetBoolean());
            Assert.Equal(recorded.Json.GetProperty("steps").GetInt64(), there.Json.GetProperty("ticks").GetInt64());
            Assert.Equal(here.Digest, there.Digest);
        }
    }

    [Theory, InlineData("oscillator=phase"), InlineData("oscillator=bursting", "bursting.flexor.noise=0.1")]
    public void Lesions_made_while_it_ran_replay_on_either_machine(params string[] set)
    {
        Scenario scenario = BuiltInScenarios.Named("fast-walk");
        foreach (string assignment in set) scenario = scenario with { Animal = scenario.Animal.With(assignment.Split('=')[0], assignment.Split('=')[1]) };
        Simulation simulation = new(scenario);
        string path = Path.Combine(Scratch.Folder().FullName, "run.mcap");
        using (FileStream file = File.Create(path))
        using (RunRecorder recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.Patient))
        {
            for (long tick = 0; tick < 1000; tick++)
            {
                if (tick == 300) simulation.Controller.MakeLesions(Lesion.Parse("silence=4"), Lesion.Parse("amputate=9-right"), Lesion.Parse("deafen=2-left"));
                if (tick == 600) simulation.Controller.MakeLesions(Lesion.Parse("cut-behind=11"), Lesion.Parse("head"));
                ControlLoop.Tick(simulation.Controller, simulation.Plant, scenario.Timeline[0].Command);
                simulation.Digest.Observe();
                recorder.Observe(tick, simulation.Controller);
            }
            Assert.True(recorder.Finish().Whole);
        }
        RecordedAnywhere.AssertReplays(path, 1000, simulation.Digest.Controller.Value);
    }
}
