using Locomotion.Telemetry.Inspecting;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>What is in a recording, for people.</summary>
internal static class OverviewTables
{
    private const int MostRows = 12;

    public static void Write(IAnsiConsole console, FileOverview file)
    {
        if (file.Run is { } run)
        {
            console.Write(Run(file, run));
            if (run.CommandCount > 0) console.Write(Commands(run));
            if (run.TuningCount > 0) console.Write(Tuning(run));
        }
        else
        {
            console.MarkupLineInterpolated($"[bold]{file.File}[/] is an MCAP file of {file.SizeBytes} bytes by '{file.Library}', and no recording of this program.");
        }
        console.Write(Channels(file));
        if (file.Attachments.Count > 0) console.Write(Attachments(file));
        if (!file.Cut) return;
        console.MarkupLine("[yellow]The file was cut: this is what is whole of it. `locomotion recover` mends it.[/]");
        console.MarkupLineInterpolated($"[yellow]{file.Damage}[/]");
    }

    private static Table Run(FileOverview file, RunOverview run)
    {
        Table table = new Table().RoundedBorder().HideHeaders().Title($"[bold]{Markup.Escape(run.Scenario ?? file.File)}[/], {run.Seconds:0.###} s, seed {run.Seed}");
        table.AddColumns("what", "value");
        Row("file", $"{file.File}, {file.SizeBytes / 1e6:0.###} MB in {file.Chunks} chunks");
        Row("began", $"{run.Start:yyyy-MM-dd HH:mm:ss.fff} UTC");
        Row("ticks", run.FirstTick == 0 ? $"{run.Ticks}" : $"{run.Ticks}, from {run.FirstTick} on");
        Row("step, tick", $"{run.StepS * 1e3:0.###} ms, {run.PeriodS * 1e3:0.###} ms");
        Row("animal", $"{run.Segments} segments, {run.Oscillator} oscillators");
        Row("lesions", run.Lesions.Count == 0 ? "none" : string.Join(", ", run.Lesions));
        Row("ended", run.Ended switch
        {
            "in_order" => "in order",
            "fault" => $"by a fault: {run.Fault}",
            _ => "cut: the run was killed, or the disk was full",
        });
        Row("lost", $"{run.LostInputs} ticks of inputs, {run.LostFrames} viewing frames; {run.MissedDeadlines} deadlines missed");
        Row("digest", run.Digest);
        if (run.Gait is { } gait)
        {
            Row("at its end", $"legs {gait.LegFrequencyHz:0.00} Hz, lag {gait.LegWaveLagCycles:0.000} cycles, coherence {gait.LegWaveCoherence:0.00}, left-right {gait.LeftRightPhase:0.00}; " +
                $"trunk {gait.TrunkFrequencyHz:0.00} Hz, lag {gait.TrunkWaveLagCycles:0.000}, coherence {gait.TrunkWaveCoherence:0.00}; folded {100 * gait.FoldedFraction:0} %");
        }
        foreach ((string name, string value) in run.Provenance)
        {
            if (!name.StartsWith("xxh128 ", StringComparison.Ordinal)) Row(name, value);
        }
        return table;

        void Row(string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    private static Table Commands(RunOverview run)
    {
        Table table = new Table().RoundedBorder().Title("commands");
        foreach (string column in (string[])["from tick", "s", "drive", "release", "swim", "turn", "halt"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (CommandOverview command in run.Commands.Take(MostRows))
            table.AddRow($"{command.Tick}", $"{command.Seconds:0.###}", $"{command.Drive:0.###}", $"{command.Release:0.###}", $"{command.Swim:0.###}", $"{command.Turn:0.###}", command.Halt ? "halt" : "");
        return More(table, run.CommandCount);
    }

    private static Table Tuning(RunOverview run)
    {
        Table table = new Table().RoundedBorder().Title("tuning");
        foreach (string column in (string[])["from tick", "s"]) table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumn("values");
        foreach (TuningOverview change in run.Tuning.Take(MostRows))
            table.AddRow($"{change.Tick}", $"{change.Seconds:0.###}", Markup.Escape(string.Join(", ", change.Values.Select(pair => $"{pair.Key} = {pair.Value}"))));
        return More(table, run.TuningCount);
    }

    private static Table More(Table table, int count) => count > MostRows ? table.Caption($"and {count - MostRows} more") : table;

    private static Table Channels(FileOverview file)
    {
        Table table = new Table().RoundedBorder().Title("channels");
        table.AddColumn("topic").AddColumn(new TableColumn("messages").RightAligned()).AddColumn("schema").AddColumn("encoding");
        foreach (ChannelOverview channel in file.Channels)
            table.AddRow(Markup.Escape(channel.Topic), $"{channel.Messages}", Markup.Escape(channel.Schema), Markup.Escape(channel.Encoding));
        return table;
    }

    private static Table Attachments(FileOverview file)
    {
        Table table = new Table().RoundedBorder().Title("files");
        table.AddColumn("name").AddColumn("type").AddColumn(new TableColumn("bytes").RightAligned()).AddColumn("XXH128");
        foreach (AttachmentOverview attachment in file.Attachments)
        {
            string verdict = attachment.Agrees switch
            {
                true => "[green]agrees[/]",
                false => "[red]is not the recorded one[/]",
                null => "not recorded",
            };
            table.AddRow(Markup.Escape(attachment.Name), Markup.Escape(attachment.MediaType), $"{attachment.SizeBytes}", $"{attachment.Digest[..12]} {verdict}");
        }
        return table;
    }
}
