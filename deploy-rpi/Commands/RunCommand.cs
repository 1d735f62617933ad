using System.CommandLine;
using System.Runtime.InteropServices;
using Locomotion.Body.Ground;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Machine;
using Locomotion.Deploy.Running;
using Locomotion.Deploy.Serving;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;
using Locomotion.Hardware.Timing;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot run</c>: the loop.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> RobotFile = new("robot") { Description = "The robot file." };
    private static readonly Option<string?> Bus = Ports.Option("The models move a simulated body. Default: real.");
    private static readonly Option<string?> Play = new("--play") { Description = "What it does, one after the other, as in slow-walk:10,fast-walk:10,swim:5,stand:2,hold:2. Without it, what operators say.", HelpName = "script" };
    private static readonly Option<bool> Arm = new("--arm") { Description = "Arm and run as soon as the checklist holds. Without it, it stays disarmed until an operator arms it." };
    private static readonly Option<double?> Seconds = new("--seconds") { Description = "End after this time, s.", HelpName = "seconds" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Seed of the first phases.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Record = new("--record") { Description = "Record into this file; `locomotion replay` repeats it to the bit.", HelpName = "file" };
    private static readonly Option<string> Where = new("--habitat") { Description = "Where a simulated body lies: land or water.", DefaultValueFactory = _ => "land", HelpName = "habitat" };
    private static readonly Option<double> Speed = new("--speed") { Description = "Simulated bus: simulated over real time; 0 is as fast as it goes.", DefaultValueFactory = _ => 0, HelpName = "factor" };
    private static readonly Option<string?> BusLogFile = new("--bus-log") { Description = "Simulated bus: write all traffic here.", HelpName = "file" };
    private static readonly Option<string?> Broker = new("--broker") { Description = "Speak MQTT with this broker, host or host:port. Operators can then arm, drive, tune and stop it.", HelpName = "address" };
    private static readonly Option<string?> Id = new("--id") { Description = "Its name on MQTT. Default: the robot's.", HelpName = "name" };
    private static readonly Option<string?> TlsAuthority = new("--tls-ca") { Description = "Speak TLS, and trust certificates that this authority (PEM) signed.", HelpName = "file" };
    private static readonly Option<string?> User = new("--user") { Description = "User of the broker.", HelpName = "name" };
    private static readonly Option<string?> PasswordFile = new("--password-file") { Description = "File whose first line is the user's password.", HelpName = "file" };
    private static readonly Option<int?> Page = new("--page") { Description = "Serve the dashboard on this port, for browsers.", HelpName = "port" };
    private static readonly Option<string?> PageBroker = new("--page-broker") { Description = "Where the dashboard finds the broker by WebSocket. Default: wss://HOST:9001, HOST being the name by which the page was asked for.", HelpName = "address" };
    private static readonly Option<int?> Processor = new("--processor") { Description = "Bind the loop to this processor, best one that isolcpus keeps free. Default: any.", HelpName = "number" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON on standard output." };

    private const string Processors = "/sys/devices/system/cpu";

    public static Command Build()
    {
        Command command = new("run", "Run the robot. It starts disarmed.") { RobotFile, Bus, Play, Arm, Seconds, Seed, Record, Where, Speed, BusLogFile, Broker, Id, TlsAuthority, User, PasswordFile, Page, PageBroker, Processor, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string path = parsed.GetValue(RobotFile)!;
        Robot robot = RobotReader.Read(path);
        bool simulated = Ports.IsSimulated(parsed.GetValue(Bus) ?? Ports.Real);
        RealTimeSettings realTime = RealTime(parsed.GetValue(Processor), simulated);
        CalibrationSet calibration = CalibrationFile.Read(robot, CalibrationFile.PathFor(path));
        if (simulated && calibration.Missing.Count > 0) calibration = CalibrationSet.Nominal(robot);
        RobotOptions options = new()
        {
            Script = parsed.GetValue(Play) is { } script ? new GaitScript(script, robot.Timing) : null,
            Arm = parsed.GetValue(Arm),
            Seconds = parsed.GetValue(Seconds) ?? double.PositiveInfinity,
            Seed = parsed.GetValue(Seed),
            Record = parsed.GetValue(Record),
            RealTime = realTime,
            Files = [.. new[] { path, CalibrationFile.PathFor(path) }.Where(File.Exists).Select((file, k) => new RecordedFile(k == 0 ? "robot.json" : "calibration.json", RecordedFile.Json, File.ReadAllBytes(file)))],
            Broker = parsed.GetValue(Broker) is { } broker
                ? BrokerText.Address(broker, 1883, parsed.GetValue(TlsAuthority)) with { User = parsed.GetValue(User), Password = BrokerText.Password(parsed.GetValue(PasswordFile)) }
                : null,
            Id = parsed.GetValue(Id),
            Habitat = parsed.GetValue(Where) switch
            {
                "land" => Habitat.Land,
                "water" => Habitat.Water,
                var other => throw new InvalidInputException("Option --habitat", $"'{other}'", "is not known", "use land or water"),
            },
        };
        using IMachine machine = simulated ? new SimulatedMachine(robot, RobotAnimal.Of(robot).Body, options.Habitat, calibration, parsed.GetValue(Speed)) : new RealMachine();
        using BusLog? log = Logged(machine, parsed.GetValue(BusLogFile));
        using RobotRun run = new(robot, calibration, machine, options);
        if (run.Servos.SilentChip is { } silent) Console.Error.WriteLine($"warning: {silent} does not answer; the robot cannot be armed.");
        using CancellationTokenSource stop = new();
        using SignalHandlers signals = new(run.End, stop.Cancel);
        using DashboardServer? page = parsed.GetValue(Page) is { } port ? new DashboardServer(port, parsed.GetValue(PageBroker) ?? "wss://HOST:9001") : null;
        using RunWatch watch = new(run, robot.Timing.Period);
        if (simulated) run.Run(stop.Token);
        else RealTimeThread.Run(realTime, Report, () => run.Run(stop.Token));
        RunSummary summary = RunSummary.Of(robot, run, machine as SimulatedMachine);
        if (parsed.GetValue(Json)) Console.WriteLine(summary.ToJson());
        else Console.Error.WriteLine(summary.ToString());
        if (run.Fault is { } fault) Console.Error.WriteLine($"fault: {fault}");
        return signals.Caught ? ExitCode.Interrupted : summary.Sound ? ExitCode.Done : ExitCode.CheckFailed;
    }

    /// <summary>What the loop's threads ask of Linux.</summary>
    /// <exception cref="InvalidInputException">This machine has no such processor, or the machine is simulated.</exception>
    internal static RealTimeSettings RealTime(int? processor, bool simulated)
    {
        if (processor is not { } number) return new RealTimeSettings();
        if (simulated) throw new InvalidInputException("Option --processor", $"'{number}'", "is for a real machine", "leave it out, or run with --bus real");
        if (number < 0 || !Directory.Exists($"{Processors}/cpu{number}"))
            throw new InvalidInputException("Option --processor", $"'{number}'", "is no processor of this machine", $"choose one of those that cat {Processors}/present shows");
        return new RealTimeSettings { Processor = number };
    }

    private static void Report(IReadOnlyList<SetupStep> steps)
    {
        foreach (SetupStep step in steps) Console.Error.WriteLine(step);
    }

    private static BusLog? Logged(IMachine machine, string? path)
    {
        if (path is null) return null;
        if (machine is not SimulatedMachine simulated) throw new InvalidInputException("Option --bus-log", $"'{path}'", "needs --bus simulated", "leave it out, or simulate");
        BusLog log = new(new BufferedStream(File.Create(path), 1 << 16));
        foreach (BusModels bus in simulated.Buses) bus.Bus.Log = log;
        return log;
    }

    /// <summary>The first SIGINT, SIGTERM or SIGHUP, as when a terminal is closed, ends the run gently, the second at once.</summary>
    private sealed class SignalHandlers : IDisposable
    {
        private readonly PosixSignalRegistration[] registrations;

        public SignalHandlers(Action gently, Action atOnce)
        {
            registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                if (Caught) atOnce();
                else gently();
                Caught = true;
            }))];
        }

        public bool Caught { get; private set; }

        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in registrations) registration.Dispose();
        }
    }
}
