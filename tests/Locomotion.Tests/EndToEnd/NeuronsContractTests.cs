namespace Locomotion.Tests.EndToEnd;

/// <summary>`locomotion neurons` as a user runs it.</summary>
public class NeuronsContractTests
{
    [Theory]
    [InlineData("constant", "constant-simplified", "constant-simplified.csv", "phase-portrait.png", "response-curve.png", "traces.svg")]
    [InlineData("pulse", "pulse-simplified", "pulse-simplified.csv", "pulse-simplified-extremes.csv", "phase-response.png")]
    [InlineData("pyloric", "pyloric", "pyloric.csv", "pyloric-means.csv", "pyloric-traces.png", "pyloric-phases.svg")]
    [InlineData("mouse", "mouse", "mouse.csv", "mouse-gaits.csv", "mouse-footfalls.png", "mouse-durations.png")]
    [InlineData("half-center", "half-center", "half-center.csv", "half-center.png", "half-center.svg")]
    public void A_study_prints_its_table_and_writes_tables_and_pictures(string study, string folder, params string[] files)
    {
        Outcome outcome = DeskProgram.Release.Run("neurons", study, "--seeds", "2", "--out", "here");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("│", outcome.Output, StringComparison.Ordinal);
        foreach (string file in files)
            Assert.True(new FileInfo(Path.Combine(outcome.Folder.FullName, "here", "neurons", folder, file)).Length > 100, file);
    }

    [Fact]
    public void Tables_are_equal_on_x64_and_arm64()
    {
        foreach (string[] study in new[] { new[] { "pyloric", "--seeds", "1" }, ["mouse", "--seeds", "1"], ["half-center"], ["constant", "--model", "biophysical"] })
        {
            string[] arguments = ["neurons", .. study, "--no-pictures", "--out", "."];
            Outcome here = DeskProgram.Release.Run(arguments), other = DeskProgram.Other.Run(arguments);
            Assert.True(here.Code == 0 && other.Code == 0, here.Error + other.Error);
            FileInfo[] files = new DirectoryInfo(Path.Combine(here.Folder.FullName, "neurons")).GetFiles("*.csv", SearchOption.AllDirectories);
            Assert.NotEmpty(files);
            foreach (FileInfo file in files)
            {
                string there = Path.Combine(other.Folder.FullName, Path.GetRelativePath(here.Folder.FullName, file.FullName));
                Assert.Equal(File.ReadAllText(file.FullName), File.ReadAllText(there));
            }
        }
    }

    [Fact]
    public void Settings_change_the_figures()
    {
        string Period(params string[] settings)
        {
            Outcome outcome = DeskProgram.Release.Run(["neurons", "constant", "--no-pictures", "--out", ".", .. settings.SelectMany(setting => new[] { "--set", setting })]);
            Assert.True(outcome.Code == 0, outcome.Error);
            string csv = Path.Combine(outcome.Folder.FullName, "neurons", "constant-simplified", "constant-simplified.csv");
            return File.ReadAllLines(csv).Single(line => line.StartsWith("0,", StringComparison.Ordinal)).Split(',')[2];
        }
        Assert.Equal("712", Period("noise=0"));
        Assert.Equal("712", Period("noise=0", "shape=linear"));     // a shape leaves durations alone
        Assert.NotEqual("712", Period("noise=0", "active-time=0.5"));
    }

    [Theory]
    [InlineData("was asked for", "neurons")]
    [InlineData("was asked for", "neurons", "mouse", "--all")]
    [InlineData("did you mean 'mouse'", "neurons", "moose")]
    [InlineData("is not known", "neurons", "constant", "--model", "quantum")]
    [InlineData("cannot go with", "neurons", "mouse", "--model", "simplified")]
    [InlineData("would not be the published", "neurons", "--all", "--set", "noise=0")]
    [InlineData("did you mean 'active-time'", "neurons", "constant", "--set", "activ-time=1")]
    [InlineData("lies outside [0, 10] 1", "neurons", "constant", "--set", "noise=-1")]
    [InlineData("times the adaptation time", "neurons", "constant", "--set", "adaptation-time=0.01")]
    [InlineData("is not name=value", "neurons", "constant", "--set", "noise")]
    [InlineData("Firing shape", "neurons", "constant", "--set", "shape=round")]
    [InlineData("does not burst", "neurons", "pulse", "--set", "bias=-1")]
    [InlineData("is not in the circuit", "neurons", "pyloric", "--set", "VD.bias=0")]
    [InlineData("lies outside [1, 100000]", "neurons", "mouse", "--seeds", "0")]
    public void Bad_input_is_refused_with_exit_code_2_and_nothing_written(string says, params string[] arguments) =>
        DeskProgram.Release.Run(arguments).AssertRefused(says);
}
