using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;

namespace Locomotion.Deploy.Running;

/// <summary>What <c>run --json</c> prints.</summary>
public sealed record RunSummary
{
    /// <summary>Name of the robot.</summary>
    public required string Robot { get; init; }

    /// <summary>Servo frames.</summary>
    public required long Ticks { get; init; }

    /// <summary>The same as time, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Chained hash over the nervous system's state after every tick, 16 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>The supervisor's state at the end.</summary>
    public required string State { get; init; }

    /// <summary>Its latest escalation.</summary>
    public required string Reason { get; init; }

    /// <summary>What did not hold of the checklist when arming was last asked for.</summary>
    public required string Refused { get; init; }

    /// <summary>Bytes that the loop allocated on its thread per tick.</summary>
    public required double AllocatedBytesPerTick { get; init; }

    /// <summary>Deadlines missed.</summary>
    public required long MissedDeadlines { get; init; }

    /// <summary>Lateness of waking, µs, 99th percentile and worst.</summary>
    public required double WakeUsP99 { get; init; }

    /// <summary>As <see cref="WakeUsP99"/>, worst.</summary>
    public required double WakeUsMax { get; init; }

    /// <summary>Time of exchanging with the buses, µs, worst.</summary>
    public required double BusUsMax { get; init; }

    /// <summary>Transactions lost on the buses.</summary>
    public required long BusLost { get; init; }

    /// <summary>Ticks in which a joint was wanted beyond its limits.</summary>
    public required long Clamped { get; init; }

    /// <summary>Simulated bus: pulses that no servo must see; null on a real one.</summary>
    public required int? Violations { get; init; }

    /// <summary>Simulated bus: how far the body came, in its own lengths; null on a real one.</summary>
    public required double? BodyLengths { get; init; }

    /// <summary>Why the run ended early; null if it did not.</summary>
    public required string? Fault { get; init; }

    /// <summary>Why the recording did; null if it did not.</summary>
    public required string? RecordingFailure { get; init; }

    /// <summary>Whether all is well.</summary>
    [JsonIgnore]
    public bool Sound => Fault is null && RecordingFailure is null && Violations is null or 0;

    /// <summary>Of a run that has ended.</summary>
    public static RunSummary Of(Robot robot, RobotRun run, SimulatedMachine? machine) => new()
    {
        Robot = robot.Name,
        Ticks = run.Ticks,
        Seconds = run.Ticks * robot.Timing.Period,
        Digest = $"{run.Digest:x16}",
        State = Naming.Word(run.Servos.Orders.State),
        Reason = run.Servos.Orders.Reason.ToString(),
        Refused = run.Servos.Orders.Refused == ArmingChecks.None ? "" : $"{run.Servos.Orders.Refused}",
        AllocatedBytesPerTick = run.Ticks > 2 ? run.Allocated / (double)(run.Ticks - 2) : 0,
        MissedDeadlines = run.Servos.MissedDeadlines,
        WakeUsP99 = run.Servos.Latencies.Wake.Percentile(0.99) / 1000.0,
        WakeUsMax = run.Servos.Latencies.Wake.Worst / 1000.0,
        BusUsMax = run.Servos.Latencies.Write.Worst / 1000.0,
        BusLost = run.Servos.Lines.Sum(line => line.Links.Sum(link => link.Lost)),
        Clamped = Sum(run.Servos.Limiter.Clamped),
        Violations = machine?.Violations.Count(),
        BodyLengths = machine is null ? null : Math.Round(Math.Sqrt(machine.World.Body.Chain.X * machine.World.Body.Chain.X + machine.World.Body.Chain.Y * machine.World.Body.Chain.Y)
            / machine.World.Body.Parameters.Shape.Length, 4),
        Fault = run.Fault,
        RecordingFailure = run.Failure,
    };

    /// <summary>As JSON, indented, keys in snake case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SummaryJson.Default.RunSummary);

    /// <inheritdoc/>
    public override string ToString() => $"{Robot}: {Seconds:0.0} s, {Ticks} frames, digest {Digest}; ended {State} (latest: {Reason}); "
        + $"{MissedDeadlines} deadlines missed, {BusLost} transactions lost, {AllocatedBytesPerTick:0} bytes a tick.";

    private static long Sum(ReadOnlySpan<long> numbers)
    {
        long sum = 0;
        foreach (long number in numbers) sum += number;
        return sum;
    }
}

[JsonSerializable(typeof(RunSummary))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class SummaryJson : JsonSerializerContext;
