using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Running;
using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using Parquet;

namespace Locomotion.Tests.Sim.Sweeps;

public class SweepTableTests
{
    private static readonly SweepDesign Design = Designs.Small("""
        "seconds": 2, "axes": [ { "name": "drive", "values": [0.2, 1] }, { "name": "legs.contralateral", "values": [4, 10] } ], "seeds": 2,
        "conditions": { "fast": "frequency_hz > 3", "odd": "seed = 1 and [legs.contralateral] < 5" }
        """);

    private readonly string folder = Scratch.Folder().FullName;

    [Fact]
    public void Columns_of_a_phase_are_those_of_the_json_contract()
    {
        RunSummary summary = Run(0);
        JsonElement phase = JsonDocument.Parse(summary.ToJson()).RootElement.GetProperty("phases")[0];
        string[] contract = [.. phase.EnumerateObject().Select(field => field.Name).Where(name => name != "name")];
        Assert.Equal(contract.Append(PhaseColumns.Settled).Append(PhaseColumns.Behaviour).Order(), PhaseColumns.Names.Order());
    }

    [Fact]
    public void A_row_says_what_the_run_of_its_scenario_says()
    {
        using CaseStore store = Finished();
        SweepTable table = new(Design, store);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        int k = 0;
        foreach (object?[] row in table.Rows())
        {
            RunSummary summary = Run(k);
            JsonElement phase = JsonDocument.Parse(summary.ToJson()).RootElement.GetProperty("phases")[0];
            foreach (string column in PhaseColumns.Names)
            {
                object? cell = row[Array.IndexOf(names, column)];
                if (column == PhaseColumns.Settled) Assert.Equal(summary.Transitions[0].SettledS, (double?)cell);
                else if (column == PhaseColumns.Behaviour) Assert.Equal("legs-only", cell);
                else if (cell is string word) Assert.Equal(phase.GetProperty(column).GetString(), word);
                else Assert.Equal(phase.GetProperty(column).ValueKind == JsonValueKind.Null ? null : phase.GetProperty(column).GetDouble(), (double?)cell);
            }
            Assert.Equal(summary.Digest, row[Array.IndexOf(names, "digest")]);
            Assert.Equal((long)k, row[0]);
            Assert.Equal((double)row[Array.IndexOf(names, "frequency_hz")]! > 3, row[Array.IndexOf(names, "fast")]);
            Assert.Equal((long)row[Array.IndexOf(names, "seed")]! == 1 && (double)row[Array.IndexOf(names, "legs.contralateral")]! < 5, row[Array.IndexOf(names, "odd")]);
            k++;
        }
        Assert.Equal(8, k);
    }

    [Fact]
    public void Rows_are_selected_as_sql_selects_them()
    {
        using CaseStore store = Finished();
        SweepTable table = new(Design, store);
        Assert.Equal(4, table.Rows("drive > 0.5").Count());
        Assert.Single(table.Rows("drive > 0.5 and seed = 2 and not [legs.contralateral] = 10"));
        Assert.Equal(8, table.Rows("behaviour in ('legs-only', 'swims') and trunk_wave_number is null").Count());
        Assert.Empty(table.Rows("trunk_wave_number > 0"));       // nothing is not greater than 0
        Assert.Equal(4, table.Rows("fast").Count());
        Assert.Throws<InvalidInputException>(() => table.Rows("drive >").Count());
        Assert.Throws<InvalidInputException>(() => table.Rows("speed > 1").Count());
    }

    [Fact]
    public async Task Parquet_holds_the_cells_of_the_csv_and_where_they_come_from()
    {
        using CaseStore store = Finished();
        SweepTable table = new(Design, store);
        Assert.Equal(8, ResultFiles.Write(Design, table, folder));
        string[] lines = File.ReadAllLines(Path.Combine(folder, ResultFiles.Csv));
        Assert.Equal(table.Columns.Select(column => column.Name), lines[0].Split(','));
        Assert.Equal(9, lines.Length);
        await using FileStream file = File.OpenRead(Path.Combine(folder, ResultFiles.Parquet));
        ParquetReader reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(lines[0].Split(','), reader.Schema.DataFields.Select(field => field.Name));
        Assert.Equal(Design.Json, reader.CustomMetadata["design"]);
        Assert.Equal(ProgramIdentity.Text, reader.CustomMetadata["identity"]);
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        double?[] speeds = new double?[8];
        await group.ReadAsync<double>(reader.Schema.DataFields.First(field => field.Name == "speed_bl_per_s"), speeds.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        int column = Array.IndexOf(lines[0].Split(','), "speed_bl_per_s");
        Assert.Equal(lines.Skip(1).Select(line => line.Split(',')[column]), speeds.Select(speed => speed is { } number ? Naming.Number(number) : ""));
    }

    [Fact]
    public void Maps_and_curves_are_drawn_and_count_what_they_show()
    {
        using CaseStore store = Finished();
        SweepTable table = new(Design, store);
        PictureData map = PictureData.Of(new("drive", "legs.contralateral", "behaviour", "seed"), table);
        Assert.Equal("0.2 1, 4 10, 1 2, 8", $"{string.Join(' ', map.Xs)}, {string.Join(' ', map.Ys)}, {string.Join(' ', map.Bys)}, {map.Rows}");
        Assert.Equal(("legs-only", 1.0), map.Word("1", "4", "0.2"));
        PictureData curves = PictureData.Of(new("drive", null, "fast", Where: "seed = 1"), table);
        Assert.Equal([0.0, 0.0], curves.Numbers("", "", "0.2"));
        Assert.Equal([1.0, 1.0], curves.Numbers("", "", "1"));
        foreach (SweepPicture picture in new SweepPicture[] { new("drive", "legs.contralateral", "behaviour", "seed"), new("drive", "seed", "speed_bl_per_s"), new("drive", null, "fast", "seed") })
            Assert.All(SweepPictures.Draw(picture, table, folder), file => Assert.True(new FileInfo(file).Length > 1000));
        Assert.Throws<InvalidInputException>(() => SweepPictures.Draw(new("drive", null, "fast", Where: "seed = 9"), table, folder));
        Assert.Throws<InvalidInputException>(() => SweepPictures.Draw(new("driv", null, "fast"), table, folder));
    }

    private CaseStore Finished()
    {
        string cases = Path.Combine(folder, "cases");
        CaseStore store = new(cases);
        new ThreadEngine(2).Run(new WorkRun(new SweepWork(Design, "none", cases), store), CancellationToken.None);
        store.Refresh();
        return store;
    }

    private static RunSummary Run(long index)
    {
        CaseCursor cursor = new(Design, "p");
        cursor.MoveTo(index);
        return new ScenarioRun(cursor.Scenario()).Run(CancellationToken.None);
    }
}
