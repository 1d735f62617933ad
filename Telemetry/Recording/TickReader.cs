using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;
using CommandMessage = Locomotion.Telemetry.Recording.Messages.DescendingCommand;
using DescendingCommand = Locomotion.Controller.Descending.DescendingCommand;

namespace Locomotion.Telemetry.Recording;

/// <summary>Puts the ticks of a recording together again from its channels. To be used once.</summary>
internal sealed class TickReader(RecordedRun run)
{
    private static readonly string[] InputTopics = [Topics.Senses, Topics.Command, Topics.Parameters, Topics.Lesions, Topics.Digest];

    private readonly RecordedTick tick = new(run.Setup.Segments, run.FieldNames.Count, run.FirstTick - 1);
    private readonly SenseRows rows = new(SenseTable.Columns(run.Setup.Segments), run.Name);
    private readonly Queue<(long Tick, ControllerParameters Set)> tuning = new();
    private readonly Queue<(long Tick, DescendingCommand Command)> commands = new();
    private readonly Queue<(long Tick, Lesion[] Lesions)> lesions = new();
    private ControllerParameters set = run.Setup.Parameters;

    /// <summary>Every tick, one object filled anew each time, to the last or to the first gap.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public IEnumerable<RecordedTick> Read()
    {
        // of each block the digests come last: what they belong to has been read by then
        foreach (McapMessage message in run.File.Messages(InputTopics))
        {
            if (message.Channel.Topic != Topics.Digest)
            {
                Take(message);
                continue;
            }
            DigestBlock block = run.Parsed(DigestBlock.Parser, message);
            if (block.Fields.Length != block.Chain.Count * run.FieldNames.Count)
                throw run.Damaged($"a block of {block.Chain.Count} digests", $"has {block.Fields.Length} field bytes");
            for (int k = 0; k < block.Chain.Count; k++)
            {
                if (!TryFill(block, k)) yield break;
                yield return tick;
            }
        }
    }

    private void Take(McapMessage message)
    {
        switch (message.Channel.Topic)
        {
            case Topics.Senses:
                rows.Add(run.Parsed(SenseBlock.Parser, message));
                break;
            case Topics.Command:
                CommandMessage told = run.Parsed(CommandMessage.Parser, message);
                commands.Enqueue(((long)told.Tick, told.Halt ? DescendingCommand.Halt : new(told.Drive, told.Release, told.Swim, told.Turn)));
                break;
            case Topics.Parameters:
                ParameterChange change = run.Parsed(ParameterChange.Parser, message);
                foreach (Messages.Parameter parameter in change.Parameters) set = ControllerSetup.With(set, parameter.Name, parameter.Value);
                tuning.Enqueue(((long)change.Tick, set));
                break;
            case Topics.Lesions:
                LesionsMade made = run.Parsed(LesionsMade.Parser, message);
                lesions.Enqueue(((long)made.Tick, run.LesionsOf(made)));
                break;
        }
    }

    /// <summary>Fills in the tick of one digest; false if it does not follow the one before, or what was felt is not there.</summary>
    private bool TryFill(DigestBlock block, int k)
    {
        long now = (long)block.FirstTick + k;
        if (now <= tick.Tick) throw run.Damaged($"tick {now}", $"stands after tick {tick.Tick}");
        if (now != tick.Tick + 1 || !rows.Has(now) || !rows.Has(now + 1))
        {
            tick.Missing = true;
            return false;
        }
        tick.Fill(now, block, k);
        while (commands.Count > 0 && commands.Peek().Tick <= now) tick.Command = commands.Dequeue().Command;
        tick.Tuned = null;
        while (tuning.Count > 0 && tuning.Peek().Tick <= now) tick.Tuned = tuning.Dequeue().Set;
        tick.Lesions = [];
        while (lesions.Count > 0 && lesions.Peek().Tick <= now) tick.Lesions = [.. tick.Lesions, .. lesions.Dequeue().Lesions];
        rows.Read(now, tick.FeltBefore);
        rows.Read(now + 1, tick.FeltAfter);
        return true;
    }
}
