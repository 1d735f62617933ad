using Google.Protobuf;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Columns;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Rings;
using CommandMessage = Locomotion.Telemetry.Recording.Messages.DescendingCommand;
using ParameterMessage = Locomotion.Telemetry.Recording.Messages.Parameter;
using DescendingCommand = Locomotion.Controller.Descending.DescendingCommand;
using Parameter = Locomotion.Controller.Parameters.Parameter;

namespace Locomotion.Telemetry.Recording;

/// <summary>What decides a run, and its digests: without gaps and without loss.</summary>
internal sealed class InputChannels
{
    private readonly InputLayout layout;
    private readonly RecordingClock clock;
    private readonly MessageChannel senses, command, parameters, lesions, digest;
    private readonly ColumnEncoder encoder = new();
    private readonly SenseBlock senseBlock = new();
    private readonly DigestBlock digestBlock = new();
    private readonly CommandMessage commandMessage = new();
    private readonly double[] table;            // what is felt in a block, row after row
    private readonly FieldBytes fields;
    private readonly long firstTick;
    private DescendingCommand? commanded;
    private ControllerParameters tuned;
    private readonly MadeLesions made;
    private readonly int stepsPerTick;
    private int told;           // of the lesions made

    public InputChannels(McapWriter mcap, InputLayout layout, RecordingClock clock, RecordingStart start, int blockTicks)
    {
        (this.layout, this.clock) = (layout, clock);
        tuned = start.Controller.Parameters;
        made = start.Controller.Lesions;
        (told, stepsPerTick) = (made.Count, start.Controller.Timing.StepsPerTick);
        firstTick = start.FirstTick;
        table = new double[blockTicks * layout.SenseCount];
        fields = new FieldBytes(start.Digest.FieldNames.Count, blockTicks);
        senses = new MessageChannel(mcap, Topics.Senses, SenseBlock.Descriptor);
        command = new MessageChannel(mcap, Topics.Command, CommandMessage.Descriptor);
        parameters = new MessageChannel(mcap, Topics.Parameters, ParameterChange.Descriptor);
        lesions = new MessageChannel(mcap, Topics.Lesions, LesionsMade.Descriptor);
        digest = new MessageChannel(mcap, Topics.Digest, DigestBlock.Descriptor, new Dictionary<string, string> { ["fields"] = string.Join(',', start.Digest.FieldNames) });
    }

    /// <summary>Writes the records from <paramref name="from"/> up to, not including, <paramref name="to"/> of the ring, whose ticks follow each other.</summary>
    public void Write(RecordRing ring, int from, int to, ParameterChanges changes)
    {
        digestBlock.Chain.Clear();
        fields.Clear();
        for (int k = from; k < to; k++)
        {
            ReadOnlySpan<double> record = ring.Peek(k);
            layout.Senses(record).CopyTo(table.AsSpan((k - from) * layout.SenseCount));
            while (changes.TryTake(InputLayout.Changes(record), out long since, out ControllerParameters set)) Write(since, set);
            Write(upTo: InputLayout.Lesions(record));
            long tick = InputLayout.Tick(record);
            if (tick < firstTick) continue;     // what is felt before the first tick
            if (InputLayout.Command(record) is var now && now != commanded) Write(tick, now);
            if (digestBlock.Chain.Count == 0) digestBlock.FirstTick = (ulong)tick;
            digestBlock.Chain.Add(InputLayout.Chain(record));
            fields.Add(layout.Fields(record));
        }
        ulong time = clock.At(InputLayout.Tick(ring.Peek(to - 1)));
        senseBlock.FirstTick = (ulong)(InputLayout.Tick(ring.Peek(from)) + 1);
        senseBlock.Ticks = (uint)(to - from);
        senseBlock.Columns = UnsafeByteOperations.UnsafeWrap(encoder.Encode(table.AsSpan(0, (to - from) * layout.SenseCount), layout.SenseCount));
        senses.Write(senseBlock, time);
        if (digestBlock.Chain.Count == 0) return;
        digestBlock.Fields = UnsafeByteOperations.UnsafeWrap(fields.ByField());
        digest.Write(digestBlock, time);
    }

    private void Write(long tick, DescendingCommand now)
    {
        commanded = now;
        (commandMessage.Tick, commandMessage.Drive, commandMessage.Release) = ((ulong)tick, now.Drive, now.Release);
        (commandMessage.Swim, commandMessage.Turn, commandMessage.Halt) = (now.Swim, now.Turn, now.Halts);
        command.Write(commandMessage, clock.At(tick - 1));
    }

    /// <summary>The live ones among the first <paramref name="upTo"/> lesions, a message for each tick.</summary>
    private void Write(int upTo)
    {
        while (told < upTo)
        {
            long tick = made[told].Step / stepsPerTick;
            LesionsMade message = new() { Tick = (ulong)tick };
            for (; told < upTo && made[told].Step / stepsPerTick == tick; told++)
            {
                if (made[told].Live) message.Lesions.Add(made[told].Lesion.ToString());
            }
            if (message.Lesions.Count > 0) lesions.Write(message, clock.At(tick - 1));
        }
    }

    private void Write(long tick, ControllerParameters set)
    {
        ParameterChange change = new() { Tick = (ulong)tick };
        foreach (Parameter parameter in ControllerParameters.Tree.All)
        {
            string value = parameter.Read(set);
            if (value != parameter.Read(tuned)) change.Parameters.Add(new ParameterMessage { Name = parameter.Name, Value = value });
        }
        tuned = set;
        parameters.Write(change, clock.At(tick - 1));
    }
}
