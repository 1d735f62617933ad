namespace Locomotion.Telemetry.Recording;

/// <summary>A file that a recording carries along.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record RecordedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>A JSON file.</summary>
    public const string Json = "application/json";

    /// <summary>Plain bytes.</summary>
    public const string Bytes = "application/octet-stream";
}
