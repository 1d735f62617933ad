using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Missed deadlines in a row. Every instance is valid.</summary>
public sealed record DeadlineSettings : ParameterGroup
{
    /// <summary>Hold from here on.</summary>
    [Parameter(0, 1000, "1", "Deadlines missed in a row that lead to a hold; a single one warns.")]
    public int Hold { get; init => field = Checked(value); } = 3;

    /// <summary>Fault from here on.</summary>
    [Parameter(0, 1000, "1", "Deadlines missed in a row that are a fault.")]
    public int Fault { get; init => field = Checked(value); } = 20;
}
