using System.Text;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_reads_as_its_text_does()
    {
        string path = folder.File("swim.jsonc");
        File.WriteAllText(path, BuiltInScenarios.Text("swim"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(BuiltInScenarios.Named("swim").Timeline, ScenarioReader.Read(path).Timeline);
    }

    [Fact]
    public void A_fault_in_a_file_is_refused_by_the_path_as_it_was_given()
    {
        string path = folder.File("bad.jsonc");
        File.WriteAllText(path, BadScenarios.Root("\"seed\": -1"));
        Assert.StartsWith($"{path}, $.seed: -1 is not", Refusal(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonc")]
    [InlineData("missing/folder.jsonc")]
    public void A_file_that_is_not_there_is_refused(string name) =>
        Assert.Equal($"Scenario file: '{folder.File(name)}' does not exist; check the path.", Refusal(folder.File(name)));

    [Fact]
    public void A_folder_is_refused() =>
        Assert.Equal($"Scenario file: '{folder.File("")}' is a folder; name the file in it.", Refusal(folder.File("")));

    [Theory]
    [InlineData("")]
    [InlineData("nul\0")]
    public void A_path_that_no_file_can_have_is_refused(string path) =>
        Assert.StartsWith($"Scenario file: '{path}' cannot be read (", Refusal(path), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(folder.File("empty"), []);
        Assert.StartsWith($"{folder.File("empty")}: its text is empty; write {{", Refusal(folder.File("empty")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_mebibyte_is_read_and_a_longer_one_refused()
    {
        string path = folder.File("big.jsonc"), text = BuiltInScenarios.Text("swim");
        File.WriteAllText(path, text.PadRight((1 << 20) - (Encoding.UTF8.GetByteCount(text) - text.Length)));
        Assert.Equal(1 << 20, new FileInfo(path).Length);
        Assert.Equal("swim", ScenarioReader.Read(path).Name);
        File.AppendAllText(path, " ");
        Assert.StartsWith($"{path}: its text is longer than 1048576 bytes; ", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        File.WriteAllBytes(folder.File("latin"), [.. "{ \"name\": \""u8, 0xE9, .. "\" }"u8]);
        Assert.Equal($"{folder.File("latin")}: byte 12 is not UTF-8; save the file as UTF-8 text.", Refusal(folder.File("latin")));
    }

    private static string Refusal(string path) => Assert.Throws<InvalidInputException>(() => ScenarioReader.Read(path)).Message;
}
