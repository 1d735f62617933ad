namespace Locomotion.Deploy.SelfTesting;

/// <summary>
/// Tries what a compiler to native code could break: whatever is found by reflection, generated or called outside. Each part tells what came
/// of it, in words that are the same for every build on every machine.
/// </summary>
internal static class SelfTest
{
    /// <summary>Tries every part, one after the other.</summary>
    /// <param name="output">Takes a line for each: name and outcome.</param>
    /// <param name="broker">An MQTT broker, host:port; null: only that a missing one is told.</param>
    /// <returns>The exit code: 0 if nothing failed, else 1.</returns>
    public static int Run(TextWriter output, string? broker)
    {
        (string Name, Func<string> Try)[] parts =
        [
            ("parameters", ParameterTrial.Run),
            ("robot file", RobotFileTrial.Run),
            ("walking and its recording", () => WalkTrial.Run(bursting: false)),
            ("bursting neurons", () => WalkTrial.Run(bursting: true)),
            ("chips and pins", ChipTrial.Run),
            ("linux", LinuxTrial.Run),
            ("mqtt", () => MqttTrial.Run(broker)),
        ];
        int code = 0;
        foreach ((string name, Func<string> attempt) in parts)
        {
            string outcome;
            try
            {
                outcome = attempt();
            }
            catch (Exception fault)
            {
                // whatever it is: the other parts are tried too
                outcome = $"FAILED: {fault.GetType().Name}: {fault.Message}";
                code = 1;
            }
            output.WriteLine($"{name}: {outcome}");
        }
        return code;
    }
}
