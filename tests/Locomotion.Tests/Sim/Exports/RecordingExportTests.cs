using System.Globalization;
using Google.Protobuf.Collections;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Telemetry.Recording;

namespace Locomotion.Tests.Sim.Exports;

public class RecordingExportTests
{
    private static readonly byte[] Recording = RecordedScene.Of(seconds: 2.1, tuning: ["legs.load-feedback=0@1.5"]);

    [Fact]
    public void Parquet_holds_every_number_of_the_csv()
    {
        string csv = Exported(Recording, ExportFormat.Csv), parquet = Exported(Recording, ExportFormat.Parquet);
        Assert.Equal(RecordingTable.All.Select(table => $"{table.Name}.csv").Order(), Directory.GetFiles(csv).Select(Path.GetFileName).Order());
        foreach (RecordingTable table in RecordingTable.All)
        {
            string[] lines = File.ReadAllLines(Path.Combine(csv, $"{table.Name}.csv"));
            Dictionary<string, Array> columns = ParquetReading.Columns(Path.Combine(parquet, $"{table.Name}.parquet"));
            Assert.Equal(lines[0].Split(','), columns.Keys);
            string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
            Assert.NotEmpty(rows);
            int k = 0;
            foreach (Array cells in columns.Values)
            {
                Assert.Equal(rows.Select(row => row[k]), cells.Cast<object>().Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
                k++;
            }
        }
    }

    [Fact]
    public void Inputs_are_those_of_the_recording_tick_by_tick()
    {
        Dictionary<string, Array> columns = ParquetReading.Columns(Path.Combine(Exported(Recording, ExportFormat.Parquet), "inputs.parquet"));
        Dictionary<string, Array> digests = ParquetReading.Columns(Path.Combine(Exported(Recording, ExportFormat.Parquet), "digest.parquet"));
        RecordedRun run = RecordedScene.Open(Recording);
        IReadOnlyList<string> senses = SenseTable.Names(run.Setup.Segments);
        int row = 0;
        foreach (RecordedTick tick in run.Ticks())
        {
            Assert.Equal(tick.Tick, columns["tick"].GetValue(row));
            Assert.Equal(tick.Tick * 1e-3, columns["t"].GetValue(row));
            Assert.Equal((tick.Tick + 1) * 1e-3, digests["t"].GetValue(row));
            Assert.Equal((tick.Command.Drive, tick.Command.Release, tick.Command.Swim, tick.Command.Turn),
                ((double)columns["drive"].GetValue(row)!, (double)columns["release"].GetValue(row)!, (double)columns["swim"].GetValue(row)!, (double)columns["turn"].GetValue(row)!));
            for (int k = 0; k < senses.Count; k++) Assert.Equal(tick.FeltBefore[k], columns[senses[k]].GetValue(row));
            Assert.Equal(tick.Chain.ToString("x16"), columns["chain"].GetValue(row));
            Assert.Equal(tick.Chain.ToString("x16"), digests["chain"].GetValue(row));
            for (int k = 0; k < run.FieldNames.Count; k++) Assert.Equal((long)tick.Fields[k], digests[run.FieldNames[k]].GetValue(row));
            row++;
        }
        Assert.Equal(2100, row);
        Assert.Equal(row, columns["tick"].Length);
    }

    [Fact]
    public void Frames_and_figures_are_those_of_the_recording()
    {
        string folder = Exported(Recording, ExportFormat.Parquet);
        RecordedRun run = RecordedScene.Open(Recording);
        Dictionary<string, Array> state = ParquetReading.Columns(Path.Combine(folder, "state.parquet"));
        int row = 0;
        foreach ((_, State frame) in run.Messages(Topics.State, State.Parser))
        {
            Assert.Equal((long)frame.Tick, state["tick"].GetValue(row));
            Assert.Equal(frame.Time, state["t"].GetValue(row));
            (string, RepeatedField<float>)[] parts =
            [
                ("leg_phase", frame.LegPhase), ("trunk_phase", frame.TrunkPhase), ("fold", frame.Fold), ("message", frame.Message), ("excitation", frame.Excitation),
                ("foot_load", frame.FootLoad), ("wetness", frame.Wetness), ("bend", frame.Bend), ("bend_command", frame.BendCommand),
                ("leg_yaw_command", frame.LegYawCommand), ("leg_lift_command", frame.LegLiftCommand), ("x", frame.X), ("y", frame.Y), ("heading", frame.Heading),
            ];
            foreach ((string name, RepeatedField<float> cells) in parts)
            {
                for (int k = 0; k < cells.Count; k++) Assert.Equal(cells[k], state[$"{name}_{k}"].GetValue(row));
            }
            Assert.Equal(parts.Sum(part => part.Item2.Count) + 2, state.Count);
            row++;
        }
        Assert.Equal(row, state["tick"].Length);

        Dictionary<string, Array> gait = ParquetReading.Columns(Path.Combine(folder, "gait.parquet")), loop = ParquetReading.Columns(Path.Combine(folder, "loop.parquet"));
        Gait[] gaits = [.. run.Messages(Topics.Gait, Gait.Parser).Select(message => message.Message)];
        Assert.Equal(gaits.Length, gait["tick"].Length);
        for (int k = 0; k < gaits.Length; k++)
        {
            Gait one = gaits[k];
            Assert.Equal(
                [(long)one.Tick, (one.Tick + 1) * 1e-3, one.LegFrequencyHz, one.TrunkFrequencyHz, one.LegWaveLagCycles, one.LegWaveCoherence, one.LeftRightPhase, one.TrunkWaveLagCycles,
                    one.TrunkWaveCoherence, one.FoldedFraction],
                gait.Values.Select(column => column.GetValue(k)!));
        }
        LoopStatistics[] loops = [.. run.Messages(Topics.Loop, LoopStatistics.Parser).Select(message => message.Message)];
        for (int k = 0; k < loops.Length; k++)
        {
            LoopStatistics one = loops[k];
            Assert.Equal(
                [(long)one.Tick, (one.Tick + 1) * 1e-3, (long)one.Ticks, one.TickUsP50, one.TickUsP99, one.TickUsMax, one.RingFill, (long)one.LostInputs, (long)one.LostFrames, (long)one.MissedDeadlines],
                loop.Values.Select(column => column.GetValue(k)!));
        }
    }

    [Fact]
    public void Parameters_are_the_first_set_and_what_changed()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Exported(Recording, ExportFormat.Csv), "parameters.csv"));
        Assert.Equal("tick,name,value", lines[0]);
        Assert.Contains("0,legs.load-feedback,10", lines);
        Assert.Equal("1500,legs.load-feedback,0", lines[^1]);
        Assert.Equal(ControllerParameters.Tree.All.Count + 2, lines.Length);
    }

    [Fact]
    public void Events_say_how_it_ended() =>
        Assert.Equal(["tick,t,kind,count,text", "2100,2.101,end,0,"], File.ReadAllLines(Path.Combine(Exported(Recording, ExportFormat.Csv), "events.csv")));

    [Fact]
    public void A_damaged_recording_leaves_nothing_behind()
    {
        byte[] damaged = [.. Recording];
        damaged[damaged.Length / 2] ^= 1;
        string root = Scratch.Folder().FullName;
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            RecordingExport export = new(RecordedScene.Open(damaged), () => 0, format, CancellationToken.None);
            Assert.Throws<InvalidInputException>(() => export.Write(RecordingTable.All, Path.Combine(root, "a", "b"), _ => { }));
            Assert.Empty(Directory.GetFileSystemEntries(root));
        }
    }

    [Fact]
    public void One_that_is_stopped_leaves_what_was_there()
    {
        string root = Scratch.Folder().FullName;
        File.WriteAllText(Path.Combine(root, "inputs.csv"), "old");
        using CancellationTokenSource stop = new();
        RecordingExport export = new(RecordedScene.Open(Recording), () => 0, ExportFormat.Csv, stop.Token);
        Assert.Throws<OperationCanceledException>(() => export.Write(RecordingTable.All, root, _ => stop.Cancel()));
        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(root))));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        List<double> shares = [];
        using MemoryStream stream = new(Recording);
        RecordingExport export = new(new RecordedRun(stream, "it"), () => (double)stream.Position / stream.Length, ExportFormat.Csv, CancellationToken.None);
        export.Write(RecordingTable.All, Scratch.Folder().FullName, shares.Add);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
        Assert.True(shares.Count > RecordingTable.All.Count);
    }

    private static string Exported(byte[] recording, ExportFormat format)
    {
        string folder = Scratch.Folder().FullName;
        IReadOnlyList<ExportedTable> written = new RecordingExport(RecordedScene.Open(recording), () => 0, format, CancellationToken.None).Write(RecordingTable.All, folder, _ => { });
        Assert.All(written, table => Assert.False(table.StopsAtGap));
        return folder;
    }
}
