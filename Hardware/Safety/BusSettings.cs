using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Bus errors in a row. Every instance is valid.</summary>
public sealed record BusSettings : ParameterGroup
{
    /// <summary>Warn from here on.</summary>
    [Parameter(0, 1000, "1", "Bus errors in a row from which it is reported.")]
    public int Warn { get; init => field = Checked(value); } = 1;

    /// <summary>Hold from here on.</summary>
    [Parameter(0, 1000, "1", "Bus errors in a row that lead to a hold.")]
    public int Hold { get; init => field = Checked(value); } = 3;

    /// <summary>Fault from here on.</summary>
    [Parameter(0, 1000, "1", "Bus errors in a row that are a fault: who cannot write pulses cannot stop them either, only the rail and the heartbeat can.")]
    public int Fault { get; init => field = Checked(value); } = 20;
}
