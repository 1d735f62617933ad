using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>What commands have in common that speak with a running animal: which broker, which animal, as whom, and how it may fail.</summary>
internal static class Conversation
{
    private static readonly Option<string> Broker = new("--broker") { Description = "The broker; port 1883, or 8883 with --tls-ca, unless said.", DefaultValueFactory = _ => "localhost", HelpName = "host[:port]" };
    private static readonly Option<string?> Animal = new("--animal") { Description = "Which animal. Default: the only one there.", HelpName = "id" };
    private static readonly Option<string?> User = BrokerOptions.User("User of the broker.");
    private static readonly Option<string?> PasswordFile = BrokerOptions.PasswordFile();
    private static readonly Option<string?> TlsAuthority = BrokerOptions.TlsAuthority("S");
    private static readonly Option<string?> Client = new("--client") { Description = "As which client to command: a to z, 0 to 9 and -. Default: your name and the number of this process.", HelpName = "name" };

    /// <summary>--json.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON on standard output, and nothing else there." };

    /// <summary>Gives a command the options of all of them.</summary>
    public static Command With(this Command command)
    {
        foreach (Option option in (Option[])[Broker, Animal, User, PasswordFile, TlsAuthority, Client]) command.Add(option);
        return command;
    }

    /// <summary>Connects, and talks; tells what went wrong.</summary>
    /// <returns>The exit code.</returns>
    public static int Hold(ParseResult parsed, Func<AnimalClient, CancellationToken, Task<int>> talk)
    {
        using Interrupt interrupt = new();
        try
        {
            return TalkAsync(parsed, talk, interrupt.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interrupt.Happened)
        {
            return interrupt.ExitCode;
        }
        catch (RefusedException refused)
        {
            Tell(refused.Reply, parsed);
            return ExitCode.CheckFailed;
        }
        catch (NoAnswerException silent)
        {
            Console.Error.WriteLine($"error: {silent.Message}");
            return ExitCode.CheckFailed;
        }
    }

    private static async Task<int> TalkAsync(ParseResult parsed, Func<AnimalClient, CancellationToken, Task<int>> talk, CancellationToken stop)
    {
        string? authority = parsed.GetValue(TlsAuthority);
        BrokerAddress broker = BrokerText.Address(parsed.GetValue(Broker)!, authority is null ? 1883 : 8883, authority) with
        {
            User = parsed.GetValue(User),
            Password = BrokerText.Password(parsed.GetValue(PasswordFile)),
        };
        await using AnimalClient animal = await AnimalClient.ConnectAsync(broker, parsed.GetValue(Animal), parsed.GetValue(Client) ?? OwnName(), AnimalClient.UsualPatience, stop);
        return await talk(animal, stop);
    }

    /// <summary>Who is at the keyboard, and which of the programs there.</summary>
    private static string OwnName()
    {
        string user = string.Concat(Environment.UserName.ToLowerInvariant().Where(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')), process = $"-{Environment.ProcessId}";
        return $"{user[..Math.Min(user.Length, ClientName.Longest - process.Length)]}{process}";
    }

    private static void Tell(AnimalReply reply, ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Options.Contains(Json) && parsed.GetValue(Json)) Console.Out.WriteLine(reply.Json.ValueKind == System.Text.Json.JsonValueKind.Object ? reply.Json.GetRawText() : JsonLine.Write(writer =>
        {
            writer.WriteBoolean("ok", false);
            writer.WriteString("code", reply.Code);
            writer.WriteString("message", reply.Message);
        }));
        Console.Error.WriteLine($"{reply.Code}: {(reply.Refusals.Count == 0 ? reply.Message : "these values cannot be:")}");
        if (reply.Refusals.Count == 0) return;
        Table table = new Table().RoundedBorder().AddColumns("parameter", "code", "reason");
        foreach (Telemetry.Mqtt.FieldRefusal refusal in reply.Refusals) table.AddRow(Markup.Escape(refusal.Name), Markup.Escape(refusal.Code), Markup.Escape(refusal.Message));
        Terminal.Error.Write(table);
    }
}
