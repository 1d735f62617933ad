namespace Locomotion.Sim.Recording;

/// <summary>Names and order of what is recorded of a run; one set for the whole animal, then one for each segment.</summary>
public static class FrameColumns
{
    /// <summary>Of the whole animal, in order. SI units; phase is the scenario's, from 0; effort is in J since the start.</summary>
    public static IReadOnlyList<string> Whole { get; } = ["t", "phase", "drive", "release", "swim", "turn", "x", "y", "effort"];

    /// <summary>
    /// Of each segment, in order, each followed by "_" and the segment's number, head 0. Positions in m, angles in rad, loads in
    /// segment weights; swing is 1 while a leg swings, message the swim message where contact has not overwritten it. bend and trunk_phase are of
    /// the joint behind the segment, 0 in the last.
    /// </summary>
    public static IReadOnlyList<string> Segment { get; } =
        ["x", "y", "heading", "phase_l", "phase_r", "yaw_l", "yaw_r", "load_l", "load_r", "fold", "wetness", "bend", "trunk_phase", "swing_l", "swing_r", "message"];

    /// <summary>All columns for an animal of <paramref name="segments"/>.</summary>
    public static IReadOnlyList<string> For(int segments) =>
        [.. Whole, .. Enumerable.Range(0, segments).SelectMany(i => Segment.Select(name => $"{name}_{i}"))];
}
