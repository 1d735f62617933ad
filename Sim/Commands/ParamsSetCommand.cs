using System.CommandLine;
using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params set</c>: other values for a moving animal, all of them between two ticks.</summary>
internal static class ParamsSetCommand
{
    private const int MostTrialCycles = TuningDesk.MostTrialCycles;

    private static readonly Argument<string[]> Values = new("name=value") { Description = "What shall differ.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<double> Ramp = new("--ramp") { Description = "Move numbers to their new values over so many leg cycles.", HelpName = "cycles" };
    private static readonly Option<double?> Confirm = new("--confirm-within")
    {
        Description = "Once they are active, ask for a line on standard input; unless it is y within so many seconds of the run, they are taken back.",
        HelpName = "s",
    };
    private static readonly Option<string?> At = new("--at") { Description = "Begin with a tick of the run, or when the first left leg passes a phase, rad.", HelpName = "tick=N|phase=rad" };
    private static readonly Option<int> Trial = new("--trial") { Description = $"Try them first in a copy of the simulation, for 1 to {MostTrialCycles} leg cycles.", HelpName = "cycles" };

    public static Command Build()
    {
        Command command = new Command("set", "Change parameters of a running animal, and wait until they are active.") { Values, Ramp, Confirm, At, Trial, Conversation.Json }.With();
        command.SetAction(Set);
        return command;
    }

    private static int Set(ParseResult parsed)
    {
        Assignment[] values = [.. parsed.GetValue(Values)!.Select(Parse)];
        if (values.GroupBy(value => value.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidInputException("Parameter", $"'{twice.Key}'", "is given twice", "give it once");
        TuningOptions options = new()
        {
            When = When(parsed.GetValue(At)),
            RampCycles = InRange(parsed, Ramp, parsed.GetValue(Ramp), 0, 1000),
            ConfirmSeconds = parsed.GetValue(Confirm) is { } seconds ? InRange(parsed, Confirm, seconds, 1, 86400) : null,
            TrialCycles = (int)InRange(parsed, Trial, parsed.GetValue(Trial), parsed.GetResult(Trial) is null ? 0 : 1, MostTrialCycles),
        };
        return Conversation.Hold(parsed, async (animal, stop) =>
        {
            ParameterSet active = await new ParameterTuner(animal).SetAsync(values, options, AskAsync, message => Console.Error.WriteLine(message), stop);
            ParamsReport.Tell(parsed, active, [.. values.Select(value => value.Name)]);
            return ExitCode.Done;
        });
    }

    /// <summary>Whether they shall stay, from standard input, in time.</summary>
    private static async Task<bool> AskAsync(ParameterSet active, CancellationToken stop)
    {
        Console.Error.WriteLine($"Version {active.Version} is active. Keep it? (y, or anything else to take it back)");
        // not Console.In, whose asynchronous reading waits all the same
        using StreamReader input = new(Console.OpenStandardInput());
        Task<string?> line = Task.Run(input.ReadLine, CancellationToken.None);
        return (await line.WaitAsync(stop))?.Trim() is "y" or "Y" or "yes";
    }

    private static Assignment Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? new(text[..equals], text[(equals + 1)..])
            : throw new InvalidInputException("Value", $"'{text}'", "is not name=value", "write for example legs.base-frequency=2");
    }

    private static CommitTime When(string? text)
    {
        if (text is null) return CommitTime.Now;
        string[] parts = text.Split('=');
        if (parts is ["tick", var ticks] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long tick)) return CommitTime.AtTick(tick);
        if (parts is ["phase", var radians] && double.TryParse(radians, NumberStyles.Float, CultureInfo.InvariantCulture, out double phase) && double.IsFinite(phase)) return CommitTime.AtPhase(phase);
        throw new InvalidInputException("Option --at", $"'{text}'", "is neither tick=N nor phase=rad", "write for example --at phase=3.14");
    }

    private static double InRange(ParseResult parsed, Option option, double value, double min, double max) => value >= min && value <= max ? value
        : throw new InvalidInputException($"Option {option.Name}", Naming.Number(value), $"lies outside [{Naming.Number(min)}, {Naming.Number(max)}]", "choose a value inside");
}
