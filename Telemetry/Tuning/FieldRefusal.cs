using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>Why one value was refused.</summary>
/// <param name="Name">Which parameter was meant.</param>
/// <param name="Code">Why, in short.</param>
/// <param name="Message">Why, and what to do.</param>
public sealed record FieldRefusal(string Name, FieldCode Code, string Message);

/// <summary>Why a value was refused, in short; on the wire as <see cref="Naming.Word"/> writes it.</summary>
public enum FieldCode
{
    /// <summary>There is no such parameter; the message offers the nearest.</summary>
    UnknownName,
    /// <summary>The value lies outside.</summary>
    OutOfRange,
    /// <summary>The text is no number, or no word, of that parameter.</summary>
    WrongType,
    /// <summary>It may only change while the animal rests.</summary>
    AtRest,
    /// <summary>Each value is possible, but not all of them together.</summary>
    Together,
}
