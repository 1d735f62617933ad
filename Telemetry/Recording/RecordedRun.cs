using System.Globalization;
using Google.Protobuf;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Columns;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;
using CommandMessage = Locomotion.Telemetry.Recording.Messages.DescendingCommand;
using DescendingCommand = Locomotion.Controller.Descending.DescendingCommand;

namespace Locomotion.Telemetry.Recording;

/// <summary>A recording, opened: how it began, and every tick's inputs one after the other.</summary>
public sealed class RecordedRun
{
    private static readonly string[] InputTopics = [Topics.Senses, Topics.Command, Topics.Parameters, Topics.Digest];
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
    public IEnumerable<RecordedTick> Ticks()
    {
        RecordedTick tick = new(Setup.Segments, FieldNames.Count, FirstTick - 1);
        SenseRows rows = new(SenseTable.Columns(Setup.Segments), Name);
        Queue<(long Tick, ControllerParameters Set)> tuning = new();
        Queue<(long Tick, DescendingCommand Command)> commands = new();
        ControllerParameters set = Setup.Parameters;
        foreach (McapMessage message in File.Messages(InputTopics))
        {
            switch (message.Channel.Topic)
            {
                case Topics.Senses:
                    rows.Add(Parsed(SenseBlock.Parser, message));
                    break;
                case Topics.Command:
                    CommandMessage told = Parsed(CommandMessage.Parser, message);
                    commands.Enqueue(((long)told.Tick, new DescendingCommand(told.Drive, told.Release, told.Swim, told.Turn)));
                    break;
                case Topics.Parameters:
                    ParameterChange change = Parsed(ParameterChange.Parser, message);
                    foreach (Messages.Parameter parameter in change.Parameters) set = ControllerSetup.With(set, parameter.Name, parameter.Value);
                    tuning.Enqueue(((long)change.Tick, set));
                    break;
                default:
                    DigestBlock block = Parsed(DigestBlock.Parser, message);
                    if (block.Fields.Length != block.Chain.Count * FieldNames.Count) throw Damaged($"a block of {block.Chain.Count} digests", $"has {block.Fields.Length} field bytes");
                    for (int k = 0; k < block.Chain.Count; k++)
                    {
                        long now = (long)block.FirstTick + k;
                        if (now <= tick.Tick) throw Damaged($"tick {now}", $"stands after tick {tick.Tick}");
                        if (now != tick.Tick + 1 || !rows.Has(now) || !rows.Has(now + 1))
                        {
                            tick.Missing = true;
                            yield break;
                        }
                        tick.Fill(now, block, k);
                        while (commands.Count > 0 && commands.Peek().Tick <= now) tick.Command = commands.Dequeue().Command;
                        tick.Tuned = null;
                        while (tuning.Count > 0 && tuning.Peek().Tick <= now) tick.Tuned = tuning.Dequeue().Set;
                        rows.Read(now, tick.FeltBefore);
                        rows.Read(now + 1, tick.FeltAfter);
                        yield return tick;
                    }
                    break;
            }
        }
    }

    /// <summary>All messages of a channel, parsed.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public IEnumerable<(ulong Time, T Message)> Messages<T>(string topic, MessageParser<T> parser) where T : IMessage<T>
    {
        foreach (McapMessage message in File.Messages([topic])) yield return (message.LogTime, Parsed(parser, message));
    }

    private T Parsed<T>(MessageParser<T> parser, McapMessage message) where T : IMessage<T>
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

    private InvalidInputException Damaged(string value, string rule) => new(Name, value, rule, "the file is damaged; `locomotion recover` keeps what is whole");
}
