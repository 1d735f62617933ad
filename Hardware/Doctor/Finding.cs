namespace Locomotion.Hardware.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Seen">What was seen, and where.</param>
/// <param name="Fix">What to type to make it better; empty where nothing needs to be.</param>
public sealed record Finding(string Name, Verdict Verdict, string Seen, string Fix = "");
