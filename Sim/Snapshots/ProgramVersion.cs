using System.Reflection;

namespace Locomotion.Sim.Snapshots;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>As major.minor.patch.</summary>
    public static string Number { get; } = typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3);
}
