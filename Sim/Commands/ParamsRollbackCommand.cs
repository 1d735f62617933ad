using System.CommandLine;
using Locomotion.Telemetry.Clients;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params rollback</c>: an earlier set becomes active again.</summary>
internal static class ParamsRollbackCommand
{
    private static readonly Argument<long> Version = new("version") { Description = "Which, as `locomotion params history` lists it." };

    public static Command Build()
    {
        Command command = new Command("rollback", "Make an earlier set of parameters of a running animal active again, as a new version.") { Version, Conversation.Json }.With();
        command.SetAction(parsed => Conversation.Hold(parsed, async (animal, stop) =>
        {
            ParameterTuner tuner = new(animal);
            ParameterSet before = await tuner.ActiveAsync(stop), now = await tuner.RollBackAsync(parsed.GetValue(Version), stop);
            ParamsReport.Tell(parsed, now, [.. now.Differences(before)]);
            return ExitCode.Done;
        }));
        return command;
    }
}
