using Locomotion.Sim.Reports;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Reports;

public class ReportTableTests
{
    [Fact]
    public void A_file_holds_numbers_to_all_digits_and_words_as_RFC_4180_has_them()
    {
        ReportTable table = new("figures", "Figures", [new("a", "a"), new("b", "b"), new("c", "c")]);
        table.Add(0.1 + 0.2, "slow, held", null);
        table.Add(double.NaN, "so \"called\"", "plain");
        using TemporaryFolder folder = new();
        table.Save(folder.File("new"));
        Assert.Equal(["a,b,c", "0.30000000000000004,\"slow, held\",", ",\"so \"\"called\"\"\",plain"], File.ReadAllLines(folder.File("new/figures.csv")));
    }

    [Fact]
    public void A_line_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ReportTable("t", "", [new("a", "a")]).Add(1.0, 2.0));
}
