using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Safety;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Safety;

public class SafetyTableTests
{
    private static readonly string[] Document = File.ReadAllLines(Repository.Path("docs", "robot-safety.md"));

    [Fact]
    public void The_supervisor_does_what_each_cell_of_the_published_table_says()
    {
        Dictionary<string, string[]> rows = Rows("| event |");
        List<string> wrong = [];
        foreach (SafetyTable.Event happens in SafetyTable.Events)
        {
            if (!rows.TryGetValue(happens.Name, out string[]? cells))
            {
                string row = string.Join(" | ", SafetyTable.States.Select(state => SafetyTable.Outcome(happens, state)));
                wrong.Add($"there is no row for: | {happens.Name} | {row} |");
                continue;
            }
            foreach ((int column, SafetyState state) in SafetyTable.States.Index())
            {
                string does = SafetyTable.Outcome(happens, state);
                if (cells[column] != does) wrong.Add($"{happens.Name} in {state}: the table says '{cells[column]}', the supervisor does '{does}'");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(rows.Count, SafetyTable.Events.Length);
        Assert.Equal(SafetyTable.Header, Cells(Document.First(line => line.StartsWith("| event |", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_cause_has_a_row()
    {
        IEnumerable<string> causes = Enum.GetValues<SafetyCause>()
            .Except([SafetyCause.None, SafetyCause.OperatorHold, SafetyCause.OperatorStop]).Select(cause => Naming.Word(cause));
        Assert.Subset(SafetyTable.Events.Select(row => row.Name.Split(',')[0]).ToHashSet(), causes.ToHashSet());
    }

    [Fact]
    public void The_published_settings_are_those_there_are()
    {
        Dictionary<string, string[]> rows = Rows("| setting |");
        foreach (Parameter setting in SafetySettings.Tree.All)
        {
            Assert.True(rows.TryGetValue(setting.Name, out string[]? cells), Row(setting));
            Assert.Equal(Row(setting), $"| {setting.Name} | {string.Join(" | ", cells)} |");
        }
        Assert.Equal(SafetySettings.Tree.All.Count, rows.Count);

        static string Row(Parameter setting) =>
            $"| {setting.Name} | {setting.Read(new SafetySettings())} | {setting.Range.Replace(" | ", ", ", StringComparison.Ordinal)} | {setting.Description.Doc} |";
    }

    private static Dictionary<string, string[]> Rows(string header) => Document
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|')).Select(Cells).ToDictionary(cells => cells[0], cells => cells[1..]);

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
