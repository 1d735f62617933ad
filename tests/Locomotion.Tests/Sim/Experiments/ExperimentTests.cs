using Locomotion.Sim.Experiments;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>The experiments as they are run by default.</summary>
public class ExperimentTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Experiment.All.Select(experiment => experiment.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_check_holds_and_every_picture_is_drawn(string name)
    {
        double done = 0;
        ExperimentReport report = Named(name).Run(new ExperimentOptions { Progress = share => Volatile.Write(ref done, Math.Max(done, share)) });
        Assert.Equal(1, done, tolerance: 0.05);
        Assert.NotEmpty(report.Checks);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.What}: {check.MeasuredText}, expected {check.Expected}"));
        string digest = ExperimentDigest.Of(report.Tables);
        output.WriteLine($"{report.Findings}\n{digest}");
        Assert.Contains($"`locomotion experiment {name}`, digest `{digest}`", File.ReadAllText(Repository.Path("docs", "experiments", "README.md")), StringComparison.Ordinal);     // the report in docs
        using TemporaryFolder folder = new();
        IReadOnlyList<Picture> pictures = report.Draw(folder.File("pictures"));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(new FileInfo(picture.Path).Length > 20_000, picture.Path));
    }

    [Fact]
    public void Names_are_fit_for_folders_and_links_and_differ()
    {
        Assert.All(Experiment.All, experiment => Assert.Matches("^[a-z]+(-[a-z]+)*$", experiment.Name));
        Assert.Equal(Experiment.All.Count, Experiment.All.Select(experiment => experiment.Name).Distinct().Count());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_request_to_stop_ends_it(string name) => Assert.Throws<OperationCanceledException>(
        () => Named(name).Run(new ExperimentOptions { Stop = new CancellationToken(canceled: true) }));

    [Theory, InlineData("stiffness"), InlineData("turning"), InlineData("oscillators")]
    public void The_seed_decides_and_is_told_apart(string name)
    {
        string Digest(ulong seed) => ExperimentDigest.Of(Named(name).Run(new ExperimentOptions { Seeds = 1, Seed = seed }).Tables);
        Assert.Equal(Digest(5), Digest(5));
        Assert.NotEqual(Digest(5), Digest(6));
    }

    private static Experiment Named(string name) => Experiment.All.Single(experiment => experiment.Name == name);
}
