using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using Outcome = Locomotion.Sim.Sweeps.Outcome;

namespace Locomotion.Tests.Sim.Sweeps;

/// <summary>Curves along more values than are shown: neighbours are joined. Case number k is at drive k/100.</summary>
public class PictureDataTests
{
    private static readonly SweepDesign Design = Designs.Small("\"axes\": [ { \"name\": \"drive\", \"from\": 0, \"to\": 1, \"count\": 101 } ]");
    private static readonly SweepPicture OverDrive = new("drive", null, "speed_bl_per_s"), OverSpeed = new("speed_bl_per_s", null, "power_w");

    private readonly string folder = Scratch.Folder().FullName;

    [Theory, InlineData(0), InlineData(50), InlineData(100)]
    public void A_place_without_a_number_is_left_out(int failed)
    {
        using CaseStore store = Results(k => k == failed ? null : k);
        PictureData data = PictureData.Of(OverDrive, new SweepTable(Design, store));
        Assert.InRange(data.Xs.Count, 12, 16);
        Assert.Equal(Enumerable.Range(0, 101).Where(k => k != failed).Select(k => (double)k), data.Xs.SelectMany(x => data.Numbers("", "", x)).Order());
        Assert.Equal(101, data.Rows);
    }

    [Fact]
    public void A_sweep_whose_cases_have_all_failed_has_an_empty_picture()
    {
        using CaseStore store = Results(_ => null);
        SweepTable table = new(Design, store);
        PictureData data = PictureData.Of(OverDrive, table);
        Assert.Empty(data.Xs.SelectMany(x => data.Numbers("", "", x)));
        Assert.All(SweepPictures.Draw(OverDrive, table, folder), file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void A_row_without_a_place_does_not_count()
    {
        using CaseStore store = Results(k => k % 4 == 0 ? null : k);
        PictureData data = PictureData.Of(OverSpeed, new SweepTable(Design, store));
        Assert.Equal(75, data.Rows);
        Assert.Equal(75, data.Xs.Sum(x => data.Numbers("", "", x).Count));
    }

    /// <summary>A store in which each case walks at its speed, and has failed where there is none. Its power is its number.</summary>
    private CaseStore Results(Func<int, double?> speed)
    {
        string cases = Path.Combine(folder, "cases");
        CaseCursor cursor = new(Design, ProgramIdentity.Text);
        using (ShardWriter writer = new(cases))
        {
            for (int k = 0; k < Design.Count; k++)
            {
                cursor.MoveTo(k);
                CaseResult result = speed(k) is { } found ? Walked(found, k) : CaseResult.Failed(Outcome.Fault, "fell");
                writer.Append(cursor.Key, result.Outcome, result.ToBytes());
            }
        }
        CaseStore store = new(cases);
        store.Refresh();
        return store;
    }

    private static CaseResult Walked(double speed, double power)
    {
        double[] numbers = [.. PhaseColumns.Numbers.Select(name => name == "speed_bl_per_s" ? speed : name == "power_w" ? power : double.NaN)];
        return new(Outcome.Done, "", 1, [new(numbers, null, null)]);
    }
}
