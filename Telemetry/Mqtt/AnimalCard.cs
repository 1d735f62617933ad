using System.Runtime.InteropServices;
using System.Text.Json;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Who an animal is, while one program runs it.</summary>
/// <param name="Id">Its name, as in its topics.</param>
/// <param name="Body"><see cref="Simulation"/> or "robot".</param>
/// <param name="Scenario">What it plays.</param>
/// <param name="Segments">Leg-bearing segments.</param>
/// <param name="Oscillator">What makes its rhythm.</param>
/// <param name="Timing">Step and period of its loop.</param>
public sealed record AnimalCard(string Id, string Body, string Scenario, int Segments, Oscillator Oscillator, LoopTiming Timing)
{
    /// <summary>The body of an animal that only a program knows.</summary>
    public const string Simulation = "simulation";

    /// <summary>When the program began to run it.</summary>
    public DateTimeOffset Start { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>New whenever the program starts, and greater than before as long as the clock goes forward: ms since 1970.</summary>
    public long Session => Start.ToUnixTimeMilliseconds();

    /// <summary>The payload of about.</summary>
    internal byte[] ToJson() => JsonPayload.Write(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteNumber("session", Session);
        writer.WriteString("version", Provenance.Number);
        writer.WriteString("commit", Provenance.Commit);
        writer.WriteString("body", Body);
        writer.WriteString("scenario", Scenario);
        writer.WriteNumber("segments", Segments);
        writer.WriteString("oscillator", Naming.Word(Oscillator));
        writer.WriteNumber("step_s", Timing.Step);
        writer.WriteNumber("period_s", Timing.Period);
        writer.WriteString("start", Start);
        writer.WriteString("machine", $"{Environment.MachineName}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
    });
}
