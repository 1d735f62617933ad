using Locomotion.Body.Ground;
using Locomotion.Hardware.Timing;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Deploy.Running;

/// <summary>How a robot is run.</summary>
public sealed record RobotOptions
{
    /// <summary>What it does; null: what operators say.</summary>
    public GaitScript? Script { get; init; }

    /// <summary>Whether it is armed by the program, as soon as the checklist holds.</summary>
    public bool Arm { get; init; }

    /// <summary>Longest run, s.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>Where a simulated body lies.</summary>
    public Habitat Habitat { get; init; } = Habitat.Land;

    /// <summary>Seed of the first phases.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where it speaks MQTT; null for nowhere.</summary>
    public BrokerAddress? Broker { get; init; }

    /// <summary>Its name there; null for the robot's own.</summary>
    public string? Id { get; init; }

    /// <summary>Files that a recording carries: robot, calibration.</summary>
    public IReadOnlyList<RecordedFile> Files { get; init; } = [];

    /// <summary>File into which the run is recorded; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>What the threads of its buses ask of Linux.</summary>
    public RealTimeSettings RealTime { get; init; } = new();
}
