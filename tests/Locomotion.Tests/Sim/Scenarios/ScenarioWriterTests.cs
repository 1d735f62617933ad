using CsCheck;
using Locomotion.Body.Ground;
using Locomotion.Controller.State;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

public sealed class ScenarioWriterTests : IDisposable
{
    private static readonly Scenario Odd = BuiltInScenarios.Named("amphibious") with
    {
        Description = "µ \"quoted\"\n\\ and <more> 'signs' \u0001",
        Animal = Preset.Robot.With("relay.overwrite-travels", "true").With("legs.waves", "-1.2345678901234567"),
        Habitat = new Habitat([(-0.1, 1.0 / 3), (0.3, -1e-17)], -1e-5),
        Start = new StartPose(0.1, -0.2, 3.3),
        Timing = new LoopTiming(1e-4, 3e-4),
        Seed = ulong.MaxValue,
        Timeline =
        [
            new("first", 0.09, new(0.1, 0.2, 0.3, -0.4), PhaseEnd.AllDry, ExpectedGait.Walk),
            new("second", 0.1, new(1, 1, 0, 0.5), PhaseEnd.AllWet, ExpectedGait.Swim),
            .. BuiltInScenarios.Named("amphibious").Timeline,
        ],
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(BuiltInScenariosTests.Names), MemberType = typeof(BuiltInScenariosTests))]
    public void A_built_in_scenario_comes_back(string name) => AssertComesBack(BuiltInScenarios.Named(name));

    [Fact]
    public void An_odd_scenario_comes_back() => AssertComesBack(Odd);

    [Fact]
    public void Any_animal_comes_back() =>
        Gen.Select(Gen.OneOf([.. Animal.Parameters.Where(p => p.Type == typeof(double))]), Gen.Double[0, 1]).Array[0, 8].Sample(changes =>
        {
            Animal animal = Preset.Robot;
            foreach ((Parameter parameter, double share) in changes)
            {
                double min = parameter.Description.Min, max = parameter.Description.Max;
                animal = animal.With(parameter.Name, Naming.Number(Math.Clamp(min + share * (max - min), min, max)));
            }
            Scenario read = ScenarioReader.Parse(ScenarioWriter.Write(Odd with { Animal = animal }), "again.json");
            return read.Animal == animal;
        });

    [Theory, InlineData("amphibious"), InlineData("odd")]
    public void The_run_of_a_scenario_that_came_back_has_the_same_digest(string name)
    {
        Scenario scenario = name == "odd" ? Odd : BuiltInScenarios.Named(name);
        Assert.Equal(DigestAfterTicks(scenario), DigestAfterTicks(ScenarioReader.Parse(ScenarioWriter.Write(scenario), "again.json")));
        Assert.NotEqual(DigestAfterTicks(scenario), DigestAfterTicks(scenario with { Start = new StartPose(1e-9, 0, 0) }));
    }

    [Fact]
    public void Only_parameters_that_differ_from_the_animals_are_written()
    {
        string text = ScenarioWriter.Write(Odd with { Animal = Preset.Centipede.With("legs.waves", "1.5").With("actuators.kind", "servo") });
        Assert.Contains("\"set\": {\n    \"legs.waves\": 1.5,\n    \"actuators.kind\": \"servo\"\n  }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_is_a_gait_is_written_by_its_name()
    {
        string text = ScenarioWriter.Write(BuiltInScenarios.Named("swim"));
        Assert.Contains("\"gait\": \"swim\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("drive", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_replaces_a_file_and_leaves_nothing_beside_it()
    {
        File.WriteAllText(folder.File("s.json"), "old and much longer than what comes now" + new string(' ', 10_000));
        ScenarioWriter.Write(Odd, folder.File("s.json"));
        Assert.Equal(ScenarioWriter.Write(Odd), File.ReadAllText(folder.File("s.json")));
        Assert.Equal(["s.json"], folder.Names);
    }

    [Fact]
    public void A_scenario_that_no_file_may_hold_is_refused_and_the_old_file_stays()
    {
        File.WriteAllText(folder.File("s.json"), "old");
        string message = Assert.Throws<InvalidInputException>(() => ScenarioWriter.Write(Odd with { Name = "Odd One" }, folder.File("s.json"))).Message;
        Assert.StartsWith("Scenario 'Odd One', $.name: \"Odd One\" is not a name", message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("s.json")));
        Assert.Equal(["s.json"], folder.Names);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.NaN)]
    public void Numbers_that_JSON_cannot_hold_are_refused(double x, double seconds)
    {
        Scenario scenario = Odd with
        {
            Start = new StartPose(x, 0, 0),
            Timeline = [Odd.Timeline[0] with { Seconds = seconds }],
        };
        string message = Assert.Throws<InvalidInputException>(() => ScenarioWriter.Write(scenario)).Message;
        Assert.Contains("is not finite; choose numbers", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing/s.json", "cannot be written (")]
    [InlineData("", "is a folder; name a file in it")]
    [InlineData("nul\0.json", "cannot be written (")]
    public void A_place_that_cannot_be_written_is_refused(string name, string rule)
    {
        string message = Assert.Throws<InvalidInputException>(() => ScenarioWriter.Write(Odd, folder.File(name))).Message;
        Assert.StartsWith($"Scenario file: '{folder.File(name)}' {rule}", message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    private static void AssertComesBack(Scenario scenario)
    {
        Scenario read = ScenarioReader.Parse(ScenarioWriter.Write(scenario), "again.json");
        Assert.Equal(scenario.Name, read.Name);
        Assert.Equal(scenario.Description, read.Description);
        Assert.Equal(scenario.Animal, read.Animal);
        Assert.Equal(scenario.Habitat.Profile, read.Habitat.Profile);
        Assert.Equal(scenario.Habitat.WaterLevel, read.Habitat.WaterLevel);
        Assert.Equal(scenario.Start, read.Start);
        Assert.Equal(scenario.Timing, read.Timing);
        Assert.Equal(scenario.Seed, read.Seed);
        Assert.Equal(scenario.Timeline, read.Timeline);
        Assert.Equal(ScenarioWriter.Write(scenario), ScenarioWriter.Write(read));
    }

    /// <summary>After so many ticks that the odd scenario has begun its third phase.</summary>
    private static ulong DigestAfterTicks(Scenario scenario)
    {
        Simulation simulation = new(scenario);
        using CancellationTokenSource stop = new();
        simulation.Run(new StopAfter(1000, stop), stop.Token);
        return StateDigest.Both(StateDigest.Of(simulation.Controller), StateDigest.Of(simulation.Plant));
    }

    private sealed class StopAfter(long ticks, CancellationTokenSource stop) : IStepObserver
    {
        public void Observe(long tick, CentipedeController controller)
        {
            if (tick + 1 == ticks) stop.Cancel();
        }
    }
}
