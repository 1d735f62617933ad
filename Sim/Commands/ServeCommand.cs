using System.CommandLine;
using System.Net;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion serve</c>: simulated animals in real time, on MQTT and in the browser, until Ctrl-C.</summary>
internal static class ServeCommand
{
    private const int MostAnimals = 64;

    private static readonly Argument<string> ScenarioName = new("scenario")
    {
        Description = $"A built-in scenario ({string.Join(", ", BuiltInScenarios.Names)}) or a scenario file; its last phase goes on for ever.",
        DefaultValueFactory = _ => "amphibious",
    };
    private static readonly Option<int> Port = new("--port") { Description = "TCP port for browsers, 0 for any. MQTT by WebSocket is at /mqtt there.", DefaultValueFactory = _ => 8080, HelpName = "port" };
    private static readonly Option<int> MqttPort = new("--mqtt-port") { Description = "TCP port for MQTT, 0 for any.", DefaultValueFactory = _ => 1883, HelpName = "port" };
    private static readonly Option<string> Bind = new("--bind") { Description = "Address to listen on. Any but a loopback one needs --user and --password-file.", DefaultValueFactory = _ => "127.0.0.1", HelpName = "address" };
    private static readonly Option<string?> Outside = new("--broker") { Description = "Speak to this broker instead of starting one; then there is no page for browsers here.", HelpName = "host:port" };
    private static readonly Option<string?> TlsAuthority = BrokerOptions.TlsAuthority("With --broker: s");
    private static readonly Option<string?> User = BrokerOptions.User("User of the broker: who may connect to the one started here, or as whom to speak to --broker.");
    private static readonly Option<string?> PasswordFile = BrokerOptions.PasswordFile();
    private static readonly Option<string> Id = new("--id") { Description = "Name of the animal in its topics; of several, with -1, -2 and so on behind it.", DefaultValueFactory = _ => "centipede", HelpName = "name" };
    private static readonly Option<int> Animals = new("--animals") { Description = $"How many animals, 1 to {MostAnimals}; each has a loop and a seed of its own.", DefaultValueFactory = _ => 1, HelpName = "number" };
    private static readonly Option<string?> Record = new("--record") { Description = "Record each animal here, as ID.mcap, to be replayed.", HelpName = "folder" };
    private static readonly Option<double> Speed = new("--speed") { Description = "Simulated over real time, 0.01 to 10.", DefaultValueFactory = _ => 1, HelpName = "factor" };
    private static readonly Option<double> Keep = new("--keep-seconds") { Description = "How long an animal goes on as it was told once its operator has fallen silent.", DefaultValueFactory = _ => 2, HelpName = "s" };
    private static readonly Option<double> Ramp = new("--ramp-seconds") { Description = "How long its drive then takes down to 0, after which it holds still.", DefaultValueFactory = _ => 2, HelpName = "s" };

    private static readonly Option<bool> HomeAssistant = new("--home-assistant") { Description = "Announce each animal to Home Assistant on the broker, as a device with figures, numbers and a stop button." };
    private static readonly Option<bool> NoHomeAssistant = new("--home-assistant-remove") { Description = "Take back what an earlier run announced there." };

    public static Command Build()
    {
        Command command = new("serve", "Run simulated animals in real time, on MQTT and in the browser, until Ctrl-C. docs/mqtt.md says what they tell and what they can be told.")
        {
            ScenarioName, Port, MqttPort, Bind, User, PasswordFile, Outside, TlsAuthority, Id, Animals, Record, Speed, Keep, Ramp, HomeAssistant, NoHomeAssistant,
        };
        command.SetAction(Serve);
        return command;
    }

    private static int Serve(ParseResult parsed)
    {
        Scenario scenario = ScenarioSource.Find(parsed.GetValue(ScenarioName)!);
        ServingOptions options = new()
        {
            Speed = InRange(parsed, Speed, 0.01, 10),
            Ladder = new LadderTimes { KeepSeconds = parsed.GetValue(Keep), RampSeconds = parsed.GetValue(Ramp) },
            Bridge = new BridgeOptions { HomeAssistant = Notice(parsed) },
            RecordFolder = parsed.GetValue(Record) is { } folder ? StudyOutput.CheckedFolder(folder) : null,
        };
        string[] ids = Ids(parsed);
        string? password = BrokerText.Password(parsed.GetValue(PasswordFile));
        using Interrupt interrupt = new();
        using Broker? broker = parsed.GetValue(Outside) is null ? Own(parsed, password) : null;
        BrokerAddress address = broker?.Inside ?? Foreign(parsed, password);
        using Herd herd = new(ids, scenario, address, options);
        if (broker is null) Terminal.Error.MarkupLineInterpolated($"{string.Join(", ", ids)} on the broker [bold]{address}[/]. Ctrl-C ends.");
        else Terminal.Error.MarkupLineInterpolated($"{string.Join(", ", ids)} at [bold]{broker.Page}[/], MQTT on port {broker.MqttPort}. Ctrl-C ends.");
        herd.Wait(interrupt.Token);
        foreach (ServedAnimal broken in herd.Animals.Where(animal => animal.Fault is not null)) Terminal.Error.MarkupLineInterpolated($"[red]{broken.Id}:[/] {broken.Fault}");
        return interrupt.Happened ? interrupt.ExitCode : ExitCode.CheckFailed;
    }

    private static HomeAssistantNotice Notice(ParseResult parsed) => (parsed.GetValue(HomeAssistant), parsed.GetValue(NoHomeAssistant)) switch
    {
        (true, true) => throw new InvalidInputException("Option --home-assistant", "announcing", "excludes --home-assistant-remove", "give one of them"),
        (true, false) => HomeAssistantNotice.Announce,
        (false, true) => HomeAssistantNotice.Withdraw,
        _ => HomeAssistantNotice.None,
    };

    private static Broker Own(ParseResult parsed, string? password)
    {
        string bind = parsed.GetValue(Bind)!;
        if (parsed.GetValue(TlsAuthority) is { } file) throw new InvalidInputException("Option --tls-ca", $"'{file}'", "goes with --broker only", "leave it out, or name a broker");
        if (!IPAddress.TryParse(bind == "localhost" ? "127.0.0.1" : bind, out IPAddress? address))
            throw new InvalidInputException("Option --bind", $"'{bind}'", "is no IP address", "give for example 127.0.0.1, or 0.0.0.0 for all");
        return new Broker(new BrokerPlace(address, (int)InRange(parsed, Port, 0, 65535), (int)InRange(parsed, MqttPort, 0, 65535)) { User = parsed.GetValue(User), Password = password });
    }

    private static BrokerAddress Foreign(ParseResult parsed, string? password) =>
        BrokerText.Address(parsed.GetValue(Outside)!, usualPort: null, parsed.GetValue(TlsAuthority)) with { User = parsed.GetValue(User), Password = password };

    private static string[] Ids(ParseResult parsed)
    {
        string id = parsed.GetValue(Id)!;
        int count = (int)InRange(parsed, Animals, 1, MostAnimals);
        string[] ids = count == 1 ? [id] : [.. Enumerable.Range(1, count).Select(k => $"{id}-{k}")];
        foreach (string each in ids) _ = new AnimalTopics(each);
        return ids;
    }

    private static double InRange<T>(ParseResult parsed, Option<T> option, double min, double max) where T : struct, IConvertible
    {
        double value = parsed.GetValue(option).ToDouble(null);
        return value >= min && value <= max ? value
            : throw new InvalidInputException($"Option {option.Name}", Naming.Number(value), $"lies outside [{Naming.Number(min)}, {Naming.Number(max)}]", "choose a value inside");
    }
}
