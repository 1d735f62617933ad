using System.CommandLine;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion drive</c>: commands a running animal how to move, as long as this program runs.</summary>
internal static class DriveCommand
{
    private static readonly Option<double?> Drive = Number("--drive", "How fast to walk, 0 to 1.");
    private static readonly Option<double?> Release = Number("--release", "How far the trunk may bend, 0 to 1.");
    private static readonly Option<double?> Swim = Number("--swim", "To swim, 0 to 1.");
    private static readonly Option<double?> Turn = Number("--turn", "To turn, -1 (right) to 1 (left).");
    private static readonly Option<double?> Seconds = WatchCommand.SecondsOption();
    private static readonly Option<string> Then = new("--then")
    {
        Description = "What follows in the end, at Ctrl-C too: ladder (it goes on for a while, slows down, holds still), hold (it holds still at once), reset (its scenario goes on).",
        HelpName = "ladder|hold|reset",
        DefaultValueFactory = _ => "ladder",
    };

    public static Command Build()
    {
        Command command = new Command("drive", "Command a running animal how to move, until Ctrl-C. What is not given stays as it is.")
        {
            Drive, Release, Swim, Turn, Seconds, Then,
            Tell("stop", "Have it hold still, whatever anybody commands, until reset."),
            Tell("hold", "The same as stop."),
            Tell("reset", "Let an animal go on with its scenario, after a stop or after being driven."),
            Tell("arm", "Have a robot switch its servos on, softly."),
            Tell("run", "Let an armed robot follow its nervous system."),
            Tell("disarm", "End a robot's pulses: it goes limp. The servos' power stays on."),
        }.With();
        command.SetAction(Run);
        return command;
    }

    private static Option<double?> Number(string name, string description) => new(name) { Description = description, HelpName = "number" };

    private static Command Tell(string op, string description)
    {
        Command command = new Command(op, description).With();
        command.SetAction(parsed => Conversation.Hold(parsed, async (animal, stop) =>
        {
            Console.Error.WriteLine((await new Driver(animal).TellAsync(op, stop)).Message);
            return ExitCode.Done;
        }));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        TimeSpan? limit = WatchCommand.Limit(parsed, Seconds);
        string then = parsed.GetValue(Then)!;
        if (then is not ("ladder" or "hold" or "reset")) throw new InvalidInputException("Option --then", $"'{then}'", "is none of ladder, hold, reset", "give one of them");
        if (!((Option<double?>[])[Drive, Release, Swim, Turn]).Any(option => parsed.GetValue(option) is not null))
            throw new InvalidInputException("Command drive", "nothing", "is given to do", "give at least one of --drive, --release, --swim, --turn; or stop, reset");
        _ = Command(parsed, default);
        return Conversation.Hold(parsed, (animal, stop) => RunAsync(parsed, animal, limit, then, stop));
    }

    private static DescendingCommand Command(ParseResult parsed, DescendingCommand now) =>
        new(parsed.GetValue(Drive) ?? now.Drive, parsed.GetValue(Release) ?? now.Release, parsed.GetValue(Swim) ?? now.Swim, parsed.GetValue(Turn) ?? now.Turn);

    private static async Task<int> RunAsync(ParseResult parsed, AnimalClient animal, TimeSpan? limit, string then, CancellationToken stop)
    {
        Driver driver = new(animal);
        DescendingCommand command = Command(parsed, (await driver.ActiveAsync(stop)).Command);
        Console.Error.WriteLine($"{animal.Animal}: drive {Naming.Number(command.Drive)}, release {Naming.Number(command.Release)}, swim {Naming.Number(command.Swim)}, turn {Naming.Number(command.Turn)}"
            + (limit is { } time ? $" for {time.TotalSeconds:0.##} s." : ". Ctrl-C ends."));
        try
        {
            await driver.DriveAsync(command, limit, stop);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(driver, then);
            throw;
        }
        await EndAsync(driver, then);
        return ExitCode.Done;
    }

    private static async Task EndAsync(Driver driver, string then)
    {
        if (then == "ladder") Console.Error.WriteLine("Nobody drives it now: it goes on for a while, slows down, and holds still.");
        else Console.Error.WriteLine((await driver.TellAsync(then, CancellationToken.None)).Message);
    }
}
