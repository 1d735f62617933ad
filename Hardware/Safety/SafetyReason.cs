using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Why the ladder was climbed.</summary>
/// <param name="Cause">Who demanded it.</param>
/// <param name="Rung">The rung reached.</param>
/// <param name="Value">What was seen, in the unit that <see cref="SafetyCause"/> names.</param>
/// <param name="Frame">In which frame.</param>
public readonly record struct SafetyReason(SafetyCause Cause, FailsafeRung Rung, double Value, long Frame)
{
    /// <summary>"hold: stale-senses 0.31, frame 1204". Not for the loop: it makes a string.</summary>
    public override string ToString() => Cause == SafetyCause.None
        ? "none"
        : $"{Naming.Word(Rung)}: {Naming.Word(Cause)} {Naming.Number(Value)}, frame {Frame}";
}
