namespace Locomotion.Hardware.Doctor;

/// <summary>How a machine fares in one check, best first.</summary>
public enum Verdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Does not apply to this machine, or cannot be seen.</summary>
    Unknown,

    /// <summary>The robot works, but better is possible.</summary>
    CouldBeBetter,

    /// <summary>The robot should not walk like this.</summary>
    Bad,
}
