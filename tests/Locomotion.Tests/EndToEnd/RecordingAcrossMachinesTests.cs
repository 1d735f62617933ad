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
}
