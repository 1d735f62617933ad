using Locomotion.Sim.Experiments;

namespace Locomotion.Sim.Sweeps;

/// <summary>What a case came to.</summary>
/// <param name="Outcome">Whether it ran.</param>
/// <param name="Reason">Why it failed; empty if it did not.</param>
/// <param name="Digest">Chained hash over every step's state, as in <c>run --json</c>; 0 if it did not run to its end.</param>
/// <param name="Phases">Its phases; none if it failed.</param>
public sealed record CaseResult(Outcome Outcome, string Reason, ulong Digest, IReadOnlyList<PhaseFigures> Phases)
{
    private static readonly string[] directions = ["", "none", "posterior", "anterior"];
    private const int LongestReason = 2000;
    private const byte NoBehaviour = byte.MaxValue;

    /// <summary>A case that failed.</summary>
    public static CaseResult Failed(Outcome outcome, string reason)
    {
        string line = reason.ReplaceLineEndings(" ").Trim();
        return new(outcome, line.Length <= LongestReason ? line : line[..LongestReason], 0, []);
    }

    /// <summary>As bytes.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write((byte)Outcome);
        writer.Write(Reason);
        writer.Write(Digest);
        writer.Write((ushort)Phases.Count);
        foreach (PhaseFigures phase in Phases)
        {
            foreach (double number in phase.Numbers) writer.Write(number);
            writer.Write((byte)Array.IndexOf(directions, phase.TrunkWaveDirection ?? ""));
            writer.Write(phase.Behaviour is { } behaviour ? (byte)behaviour : NoBehaviour);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>From the bytes that <see cref="ToBytes"/> gives.</summary>
    public static CaseResult FromBytes(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        Outcome outcome = (Outcome)reader.ReadByte();
        string reason = reader.ReadString();
        ulong digest = reader.ReadUInt64();
        var phases = new PhaseFigures[reader.ReadUInt16()];
        for (int k = 0; k < phases.Length; k++)
        {
            var numbers = new double[PhaseColumns.Numbers.Count];
            for (int n = 0; n < numbers.Length; n++) numbers[n] = reader.ReadDouble();
            string direction = directions[reader.ReadByte()];
            byte behaviour = reader.ReadByte();
            phases[k] = new(numbers, direction.Length > 0 ? direction : null, behaviour == NoBehaviour ? null : (Behaviour)behaviour);
        }
        return new(outcome, reason, digest, phases);
    }
}
