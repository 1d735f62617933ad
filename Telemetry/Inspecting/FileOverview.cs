using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Inspecting;

/// <summary>What an MCAP file holds, whoever wrote it; of a recording of this program also what ran. Property names are the keys of `info --json`.</summary>
public sealed record FileOverview
{
    /// <summary>What the file is called.</summary>
    public required string File { get; init; }

    /// <summary>Its length, bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Whether it was cut, so that what follows is only what is whole of it.</summary>
    public required bool Cut { get; init; }

    /// <summary>What is wrong with the file; null if nothing is.</summary>
    public required string? Damage { get; init; }

    /// <summary>What wrote it.</summary>
    public required string Library { get; init; }

    /// <summary>Chunks in it.</summary>
    public required long Chunks { get; init; }

    /// <summary>Its channels, by topic.</summary>
    public required IReadOnlyList<ChannelOverview> Channels { get; init; }

    /// <summary>The files it carries along, in its order.</summary>
    public required IReadOnlyList<AttachmentOverview> Attachments { get; init; }

    /// <summary>What ran; null if it is no recording of this program.</summary>
    public required RunOverview? Run { get; init; }

    /// <summary>Looks through a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="size">Its length, bytes.</param>
    /// <exception cref="Locomotion.Controller.Parameters.InvalidInputException">It is damaged, or a recording of a newer version.</exception>
    public static FileOverview Of(MendedFile file, string name, long size)
    {
        McapReader reader = file.Reader;
        RecordedRun? run = RecordedRun.IsIn(reader) ? new RecordedRun(reader, name) : null;
        return new FileOverview
        {
            File = name,
            SizeBytes = size,
            Cut = file.Damage is not null,
            Damage = file.Damage,
            Library = reader.Library,
            Chunks = reader.Chunks.Count,
            Channels = [.. reader.Channels.Values.Select(channel => ChannelOverview.Of(channel, reader)).OrderBy(channel => channel.Topic, StringComparer.Ordinal)],
            Attachments = [.. reader.Attachments.Select(attachment => AttachmentOverview.Of(attachment, reader, run))],
            Run = run is null ? null : RunOverview.Of(run),
        };
    }
}

/// <summary>A channel.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Messages">How many there are.</param>
/// <param name="Schema">Type of the messages; empty if it has none.</param>
/// <param name="Encoding">How they are written.</param>
public sealed record ChannelOverview(string Topic, ulong Messages, string Schema, string Encoding)
{
    internal static ChannelOverview Of(McapChannel channel, McapReader file) => new(channel.Topic,
        file.Statistics.ChannelMessageCounts.GetValueOrDefault(channel.Id), file.Schemas.GetValueOrDefault(channel.SchemaId)?.Name ?? "", channel.MessageEncoding);
}

/// <summary>A file in the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="SizeBytes">Its length, bytes.</param>
/// <param name="Digest">Its digest, XXH128.</param>
/// <param name="Agrees">Whether that is the one which the recording says it has; null if it says none.</param>
public sealed record AttachmentOverview(string Name, string MediaType, long SizeBytes, string Digest, bool? Agrees)
{
    internal static AttachmentOverview Of(McapAttachmentIndex index, McapReader file, RecordedRun? run)
    {
        string digest = Provenance.DigestOf(file.Read(index).Data.Span);
        string? recorded = run?.Provenance.GetValueOrDefault(Provenance.DigestKey(index.Name));
        return new AttachmentOverview(index.Name, index.MediaType, index.DataSize, digest, recorded is null ? null : recorded == digest);
    }
}
