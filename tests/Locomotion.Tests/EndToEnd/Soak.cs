namespace Locomotion.Tests.EndToEnd;

/// <summary>Runs that are too long for every change: `./test --soak` has them too.</summary>
internal static class Soak
{
    /// <summary>Whether they were asked for.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("LOCOMOTION_SOAK") == "1";

    /// <summary>Skips the test unless they were.</summary>
    /// <param name="why">What is too long about it.</param>
    public static void Only(string why) => Assert.SkipUnless(IsOn, $"{why}: ./test --soak");
}
