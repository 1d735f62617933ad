using System.Buffers;

namespace Locomotion.Telemetry.Tuning;

/// <summary>How animals and clients may be called, wherever they speak.</summary>
public static class ClientName
{
    /// <summary>The longest name.</summary>
    public const int Longest = 32;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Whether it is of a to z, 0 to 9 and -, and neither empty nor too long.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= Longest } && text.AsSpan().IndexOfAnyExcept(Letters) < 0;
}
