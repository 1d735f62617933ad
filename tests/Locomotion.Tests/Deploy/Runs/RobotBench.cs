using System.Globalization;
using System.Text;
using Locomotion.Body.Ground;
using Locomotion.Deploy.Machine;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>A robot of chip models on the bench, run to a script, with a hand on its cables.</summary>
internal sealed class RobotBench : IDisposable
{
    private const double Millisecond = 1e-3;
    private readonly List<(double At, Action<RobotBench> Do)> plan = [];
    private int done;

    public RobotBench(string play, int segments = 3, string more = "", Habitat? habitat = null, ulong seed = 1, string? record = null, Func<CalibrationSet, CalibrationSet>? calibrate = null, string safety = "")
    {
        Robot = RobotReader.Parse(File(segments, more, safety), "bench.json");
        CalibrationSet nominal = CalibrationSet.Nominal(Robot);
        Machine = new SimulatedMachine(Robot, RobotAnimal.Of(Robot).Body, habitat ?? Habitat.Land, nominal, seed: seed);
        Run = new RobotRun(Robot, calibrate?.Invoke(nominal) ?? nominal, Machine, new RobotOptions { Script = new GaitScript(play, Robot.Timing), Arm = true, Seconds = 120, Seed = seed, Record = record, Habitat = habitat ?? Habitat.Land });
        Machine.BeforeSleep = _ => Pass();
    }

    public Robot Robot { get; }

    public SimulatedMachine Machine { get; }

    public RobotRun Run { get; }

    public SafetyOrders Orders => Run.Servos.Orders;

    /// <summary>s since the start.</summary>
    public double Time => Machine.Nanoseconds * 1e-9;

    /// <summary>When it began to run, s; negative before.</summary>
    public double RunningSince { get; private set; } = -1;

    /// <summary>Does something, so long after it began to run, s.</summary>
    public RobotBench At(double seconds, Action<RobotBench> act)
    {
        plan.Add((seconds, act));
        return this;
    }

    public RobotBench Go()
    {
        Run.Run(CancellationToken.None);
        return this;
    }

    /// <summary>The pulses that the servos get, µs. [joint]</summary>
    public double[] Pulses() => [.. Enumerable.Range(0, Robot.Joints.Count).Select(Machine.World.Pulse)];

    /// <summary>What happens on the buses.</summary>
    public IEnumerable<BusFaults> Faults => Machine.Buses.Select(bus => bus.Bus.Faults);

    public void Dispose()
    {
        Run.Dispose();
        Machine.Dispose();
    }

    private void Pass()
    {
        if (RunningSince < 0 && Orders.State == SafetyState.Running) RunningSince = Time;
        while (RunningSince >= 0 && done < plan.Count && Time - RunningSince >= plan[done].At - Millisecond) plan[done++].Do(this);
    }

    /// <summary>A robot file: two servos a leg, every sensor, as many boards and buses as it takes. It arms fast.</summary>
    public static string File(int segments, string more = "", string safety = "")
    {
        List<string> joints = [.. Enumerable.Range(0, segments - 1).Select(i => $"bend-{i}")];
        string[] legs = [.. Enumerable.Range(0, segments).SelectMany(i => new[] { $"{i}-left", $"{i}-right" })];
        foreach (string leg in legs) joints.AddRange([$"yaw-{leg}", $"lift-{leg}"]);
        string[] inputs = [.. legs.Select(leg => $"foot-{leg}"), .. Enumerable.Range(0, segments).Select(i => $"water-{i}")];
        string[][] boards = [.. joints.Chunk(13)], loads = [.. legs.Chunk(4)], contacts = [.. inputs.Chunk(14)];
        StringBuilder buses = new();
        for (int bus = 0; 2 * bus < boards.Length; bus++)
        {
            string on = string.Join(", ", boards.Skip(2 * bus).Take(2).Select((board, k) => $$"""{ "address": "0x6{{k}}", "servos": [{{Quoted(board)}}] }"""));
            string converters = string.Join(", ", loads.Skip(4 * bus).Take(4).Select((load, k) => $$"""{ "address": "0x{{0x48 + k:x}}", "loads": [{{Quoted(load)}}], "empty_volts": 0.3, "weight_volts": 1.5 }"""));
            string expanders = string.Join(", ", contacts.Skip(4 * bus).Take(4).Select((contact, k) => $$"""{ "address": "0x2{{k}}", "inputs": [{{Quoted(contact)}}] }"""));
            string one = bus == 0 ? """, "motion": { "address": "0x68" }, "rail": { "address": "0x41", "shunt_ohms": 0.002, "max_amperes": 15 }""" : "";
            buses.Append(CultureInfo.InvariantCulture, $$"""{{(bus > 0 ? ", " : "")}}{ "id": {{2 * bus + 1}}, "servo_boards": [{{on}}], "converters": [{{converters}}], "expanders": [{{expanders}}]{{one}} }""");
        }
        return $$"""
            { "name": "bench", "segments": {{segments}}, "buses": [{{buses}}], "pins": { "enable": 17, "heartbeat": 27, "stop": 22 },
              "safety": { "engagement.delay": 0.5, "engagement.group-time": 0.05, "engagement.joints-per-group": 8{{safety}} }{{more}} }
            """;
    }

    private static string Quoted(string[] names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
