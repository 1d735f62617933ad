using System.Globalization;
using Google.Protobuf;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Recording;

/// <summary>A recording, opened: how it began, and every tick's inputs one after the other.</summary>
public sealed class RecordedRun
{
    private readonly IReadOnlyDictionary<string, string> format;

    /// <summary>Opens a recording.</summary>
    /// <param name="stream">Its bytes, seekable; read as needed.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidInputException">It is no recording of this program, or a newer one, or damaged.</exception>
    public RecordedRun(Stream stream, string name) : this(new McapReader(stream, name), name)
    {
    }

    /// <summary>Takes a recording from an opened file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidInputException">It is no recording of this program, or a newer one, or damaged.</exception>
    public RecordedRun(McapReader file, string name)
    {
        Name = name;
        File = file;
        format = Metadata(RunDescription.FormatRecord)
            ?? throw new InvalidInputException(name, "the file", "is MCAP, but no recording of this program", "give a file that `locomotion run --record` wrote");
        int version = (int)Number("format");
        if (version > RunDescription.Format)
        {
            throw new InvalidInputException(name, $"format {version}", $"is newer than {RunDescription.Format}, which this program reads",
                $"use version {Provenance.GetValueOrDefault("version", "unknown")} of the program, or a later one");
        }
        FirstTick = (long)Number("first_tick");
        StartNanoseconds = Number("start_ns");
        if (!ulong.TryParse(format.GetValueOrDefault("first_chain"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong chain)) throw Damaged("'first_chain'", "is no hexadecimal number");
        FirstChain = chain;
        Setup = ControllerSetup.FromJson(Attachment(RunDescription.SetupFile) is { } setup ? setup.Data.Span : throw Damaged($"'{RunDescription.SetupFile}'", "is missing"));
        FieldNames = [.. Channel(Topics.Digest)?.Metadata.GetValueOrDefault("fields")?.Split(',') ?? []];
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The file itself.</summary>
    public McapReader File { get; }

    /// <summary>What the controller is made of.</summary>
    public ControllerSetup Setup { get; }

    /// <summary>The first tick of the run; not 0 where it went on from a snapshot.</summary>
    public long FirstTick { get; }

    /// <summary>When tick 0 began, ns since 1970, UTC.</summary>
    public ulong StartNanoseconds { get; }

    /// <summary>The chained digest before the first tick.</summary>
    public ulong FirstChain { get; }

    /// <summary>Names of the fields of the controller's state, as the recording program had them.</summary>
    public IReadOnlyList<string> FieldNames { get; }

    /// <summary>Program, machine, and a digest of each file.</summary>
    public IReadOnlyDictionary<string, string> Provenance => Metadata(RunDescription.ProvenanceRecord) ?? new Dictionary<string, string>();

    /// <summary>How the run ended; null if the recording was cut.</summary>
    public IReadOnlyDictionary<string, string>? End => Metadata(RecordingFile.EndRecord);

    /// <summary>Whether a file calls itself a recording of this program.</summary>
    public static bool IsIn(McapReader file) => file.Metadata.Any(metadata => metadata.Name == RunDescription.FormatRecord);

    /// <summary>The last tick in the file, and the chained digest at its end; the tick before the first if there is none.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public (long Tick, ulong Chain) Last()
    {
        const ulong second = 1_000_000_000;     // ns; a block of digests is shorter
        ulong end = File.Statistics.EndTime;
        return LastSince(end > second ? end - second : 0) ?? LastSince(0) ?? (FirstTick - 1, FirstChain);
    }

    /// <summary>The controller, in its state before the first tick.</summary>
    /// <exception cref="InvalidInputException">The run went on from a state that this program cannot take over.</exception>
    public CentipedeController Build()
    {
        CentipedeController controller = Setup.Build();
        if (FirstTick == 0) return controller;
        McapAttachment state = Attachment(RunDescription.StateFile) ?? throw Damaged($"'{RunDescription.StateFile}'", "is missing");
        StateReader.Restore(controller, state.Data, $"{Name}, {RunDescription.StateFile}");
        return controller;
    }

    /// <summary>The carried file of that name; null if there is none.</summary>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public McapAttachment? Attachment(string name)
    {
        foreach (McapAttachmentIndex index in File.Attachments)
        {
            if (index.Name == name) return File.Read(index);
        }
        return null;
    }

    /// <summary>
    /// Every tick, from the first to the last or to the first gap: one object, filled anew each time. After the last one,
    /// <see cref="RecordedTick.Missing"/> tells whether later ticks are in the file, beyond a gap.
    /// </summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public IEnumerable<RecordedTick> Ticks() => new TickReader(this).Read();

    /// <summary>Every lesion of the run, with its time: those that were planned, then those that were made live.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public IEnumerable<Lesion> Lesions()
    {
        foreach (Lesion planned in Setup.Lesions) yield return planned;
        foreach ((_, LesionsMade made) in Messages(Topics.Lesions, LesionsMade.Parser))
        {
            foreach (Lesion lesion in LesionsOf(made)) yield return new MadeLesion(lesion, (long)made.Tick, Live: true).Timed(Setup.Timing.Period);
        }
    }

    /// <summary>All messages of a channel, parsed.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public IEnumerable<(ulong Time, T Message)> Messages<T>(string topic, MessageParser<T> parser) where T : IMessage<T>
    {
        foreach (McapMessage message in File.Messages([topic])) yield return (message.LogTime, Parsed(parser, message));
    }

    private (long Tick, ulong Chain)? LastSince(ulong time)
    {
        (long, ulong)? last = null;
        foreach (McapMessage message in File.Messages([Topics.Digest], time))
        {
            DigestBlock block = Parsed(DigestBlock.Parser, message);
            if (block.Chain.Count > 0) last = ((long)block.FirstTick + block.Chain.Count - 1, block.Chain[^1]);
        }
        return last;
    }

    /// <summary>What a message says was taken from the animal.</summary>
    internal Lesion[] LesionsOf(LesionsMade message)
    {
        try
        {
            Lesion[] lesions = [.. message.Lesions.Select(Lesion.Parse)];
            foreach (Lesion lesion in lesions) lesion.CheckFits(Setup.Segments);
            return lesions;
        }
        catch (InvalidInputException)
        {
            throw Damaged($"tick {message.Tick}", $"takes '{string.Join(", ", message.Lesions)}', which this animal does not have");
        }
    }

    /// <summary>One message, parsed.</summary>
    internal T Parsed<T>(MessageParser<T> parser, McapMessage message) where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(message.Data.Span);
        }
        catch (InvalidProtocolBufferException broken)
        {
            throw Damaged($"a message on {message.Channel.Topic}", $"cannot be read ({broken.Message.TrimEnd('.')})");
        }
    }

    private McapChannel? Channel(string topic) => File.Channels.Values.FirstOrDefault(channel => channel.Topic == topic);

    private IReadOnlyDictionary<string, string>? Metadata(string name)
    {
        foreach (McapMetadataIndex index in File.Metadata)
        {
            if (index.Name == name) return File.Read(index).Pairs;
        }
        return null;
    }

    private ulong Number(string key) => ulong.TryParse(format.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
        ? value
        : throw Damaged($"'{key}'", "is no whole number");

    /// <summary>The error for something in the file that cannot be.</summary>
    internal InvalidInputException Damaged(string value, string rule) => new(Name, value, rule, "the file is damaged; `locomotion recover` keeps what is whole");
}
