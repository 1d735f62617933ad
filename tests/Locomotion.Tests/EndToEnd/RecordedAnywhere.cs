namespace Locomotion.Tests.EndToEnd;

/// <summary>Recordings, replayed by the program of either machine.</summary>
internal static class RecordedAnywhere
{
    /// <summary>Both replay it whole, to the digest that it had.</summary>
    public static void AssertReplays(string path, int ticks, ulong digest)
    {
        foreach (DeskProgram replayer in (DeskProgram[])[DeskProgram.Release, DeskProgram.Other])
        {
            Outcome replayed = replayer.Run("replay", path, "--json");
            Assert.True(replayed.Code == 0, replayed.Output + replayed.Error);
            Assert.Equal((ticks, $"{digest:x16}"), (replayed.Json.GetProperty("ticks").GetInt32(), replayed.Digest));
        }
    }
}
