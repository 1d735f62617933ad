using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Where a record stands: the subject of what is said about it.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Opcode">What the record is.</param>
/// <param name="Offset">Of its opcode, bytes from the start of the file; of a record within a chunk, that of the chunk.</param>
internal readonly record struct RecordPlace(string File, Opcode Opcode, long Offset)
{
    /// <summary>The file cannot be used as it is.</summary>
    public InvalidInputException Invalid(string value, string rule) =>
        new($"{File}, {Opcode} at byte {Offset}", value, rule, "recover the file");
}
