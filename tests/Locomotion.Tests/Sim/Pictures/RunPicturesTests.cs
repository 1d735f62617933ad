using System.Text.RegularExpressions;
using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

public partial class RunPicturesTests
{
    private static readonly string[] Always = ["gait-diagram", "kymograph", "path", "speed"];

    [Theory]
    [InlineData(3, 1.0), InlineData(21, 1.0), InlineData(300, 0.3), InlineData(1000, 0.1)]
    public void Any_number_of_segments_gives_pictures(int segments, double seconds)
    {
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.FastWalk, seconds, Habitat.Land, segments));
        AssertDrawn(run, [.. Always, "gait-card"]);
    }

    [Fact]
    public void The_robot_is_drawn_at_its_own_size()
    {
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.SlowWalk, 2, Habitat.Land) with { Animal = Preset.Robot });
        AssertDrawn(run, [.. Always, "gait-card"]);
        Assert.Contains("body lengths of 60 cm", run.Words("speed"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_phases_give_an_overview_instead_of_a_card()
    {
        Habitat pond = new([(0.1, 0), (0.2, -0.05)], -0.002);
        using DrawnRun run = DrawnRun.Simulate(DrawnRun.Scene(Gait.FastWalk, 1, pond) with
        {
            Timeline = [DrawnRun.Phase(Gait.FastWalk, 1), DrawnRun.Phase(Gait.Swim, 1)],
        });
        AssertDrawn(run, [.. Always, "overview"]);
        using SKBitmap overview = run.Open("overview");
        Assert.True(Count(overview, DrawnRun.FastWalk) > 5000);
        Assert.True(Count(overview, DrawnRun.Swim) > 5000);
        Assert.Contains("cm deep", run.Words("overview"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_samples_are_enough()
    {
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 1, Habitat.Land), DrawnRun.MadeUp(21, 2, (_, _) => 0));
        AssertDrawn(run, [.. Always, "gait-card"]);
    }

    [Theory]
    [InlineData(0), InlineData(1)]
    public void Fewer_than_two_samples_are_refused_before_anything_is_written(int samples)
    {
        Scenario scenario = DrawnRun.Scene(Gait.SlowWalk, 1, Habitat.Land);
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        InvalidInputException error = Assert.Throws<InvalidInputException>(() =>
            RunPictures.Write(scenario, DrawnRun.MadeUp(21, samples, (_, _) => 0), folder));
        Assert.Equal($"Pictures of 'slow-walk': a run of {samples} samples is too short to draw; let it run for at least 0.02 s.",
            error.Message);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_run_of_another_animal_is_refused()
    {
        Scenario scenario = DrawnRun.Scene(Gait.SlowWalk, 1, Habitat.Land);
        InvalidInputException error = Assert.Throws<InvalidInputException>(() =>
            RunPictures.Write(scenario, DrawnRun.MadeUp(20, 9, (_, _) => 0), Path.GetTempPath()));
        Assert.Contains("a run of 20 segments does not fit an animal of 21", error.Message, StringComparison.Ordinal);
    }

    // Inter is not among Debian's default fonts: where it is used, it came with the program
    [Fact]
    public void All_text_is_in_the_font_that_comes_with_the_program()
    {
        using DrawnRun run = new(DrawnRun.Scene(Gait.SlowWalk, 1, Habitat.Land), DrawnRun.MadeUp(21, 100, (_, _) => 0));
        foreach (string name in Always)
        {
            string[] fonts = [.. FontFamily().Matches(run.Svg(name)).Select(match => match.Groups["font"].Value).Distinct()];
            Assert.Equal(["Inter, Helvetica, Arial, sans-serif"], fonts);
        }
    }

    [Fact]
    public void Water_is_blue_on_the_path_and_land_is_not()
    {
        SKColor deep = new(0xB9, 0xDA, 0xF2);
        Trajectory still = DrawnRun.MadeUp(21, 100, (_, _) => 0);
        using DrawnRun wet = new(DrawnRun.Scene(Gait.Swim, 1, Habitat.Water), still);
        using DrawnRun dry = new(DrawnRun.Scene(Gait.SlowWalk, 1, Habitat.Land), still);
        using SKBitmap water = wet.Open("path"), land = dry.Open("path");
        Assert.True(Count(water, deep) > 0.2 * water.Width * water.Height);
        Assert.Equal(0, Count(land, deep));
    }

    private static void AssertDrawn(DrawnRun run, string[] names)
    {
        Assert.Equal(names.SelectMany(name => new[] { name + ".png", name + ".svg" }), run.Written.Select(path => Path.GetFileName(path)));
        foreach (string name in names)
        {
            using SKBitmap picture = run.Open(name);
            int paper = Count(picture, SKColors.White);
            Assert.True(paper < 0.995 * picture.Width * picture.Height, $"{name} is blank");
            Assert.True(Count(picture, DrawnRun.Ink) > 100, $"{name} has no ink");
            Assert.Contains("</svg>", run.Svg(name), StringComparison.Ordinal);
        }
    }

    private static int Count(SKBitmap picture, SKColor color) => picture.Pixels.Count(pixel => pixel == color);

    [GeneratedRegex("font-family=\"(?<font>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FontFamily();
}
