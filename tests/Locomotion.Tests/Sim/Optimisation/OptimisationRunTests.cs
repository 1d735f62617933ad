using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Optimisation;

public sealed class OptimisationRunTests : IDisposable
{
    private static readonly OptimisationSettings Settings = new() { Seed = 7, Generations = 30, Sigma = 0.2, Threads = 2 };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        string one = folder.File("one"), two = folder.File("two");
        // the later a candidate stands, the sooner it is done
        double Uneven(double[] x)
        {
            Thread.SpinWait((int)(1000 * Math.Abs(x[0])));
            return TestObjective.Rosenbrock(x);
        }
        string first = Run(new TestObjective(5, Uneven), Settings with { Threads = 1, Checkpoint = one }).ToJson();
        Assert.Equal(first, Run(new TestObjective(5, Uneven), Settings with { Threads = 2, Checkpoint = two }).ToJson());
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(13)]
    public void An_interrupted_run_ends_like_one_that_was_not(int generations)
    {
        string whole = folder.File("whole"), parts = folder.File("parts");
        string result = Run(Rosenbrock(), Settings with { Checkpoint = whole }).ToJson();
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => new OptimisationRun(Rosenbrock(), Settings with { Checkpoint = parts })
            .Run(progress => { if (progress.Generation == generations) stop.Cancel(); }, stop.Token));
        TestObjective rest = Rosenbrock();
        Assert.Equal(result, Run(rest, Settings with { Checkpoint = parts }).ToJson());
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(parts));
        Assert.Equal((30 - generations) * 8, rest.Evaluations);     // 4 + ⌊3 ln 5⌋ a generation
        Assert.Equal(["parts", "whole"], folder.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_generation_cut_in_the_middle_is_repeated()
    {
        string path = folder.File("cut");
        using CancellationTokenSource stop = new();
        int calls = 0;
        double Cut(double[] x)
        {
            if (Interlocked.Increment(ref calls) == 1 + 5 * 8 + 3) stop.Cancel();
            return TestObjective.Rosenbrock(x);
        }
        Assert.Throws<OperationCanceledException>(() => new OptimisationRun(new TestObjective(5, Cut), Settings with { Checkpoint = path }).Run(null, stop.Token));
        Assert.Equal(5, CheckpointFile.Read(path).State.Generation);
        Assert.Equal(Run(Rosenbrock(), Settings).ToJson(), Run(Rosenbrock(), Settings with { Checkpoint = path }).ToJson());
    }

    [Fact]
    public void A_finished_run_goes_on_to_more_generations_but_not_back()
    {
        string path = folder.File("longer");
        Run(Rosenbrock(), Settings with { Checkpoint = path });
        Assert.Equal(Run(Rosenbrock(), Settings with { Generations = 40 }).ToJson(), Run(Rosenbrock(), Settings with { Generations = 40, Checkpoint = path }).ToJson());
        Assert.Equal($"Checkpoint '{path}': generation 40 lies beyond the 30 asked for; ask for more generations, or for another checkpoint file.",
            Refused(Rosenbrock(), Settings with { Checkpoint = path }));
    }

    [Theory]
    [InlineData("name", "objective 'test' is not that of this run, 'other'"), InlineData("description", "description 'A function with a known optimum.' is not")]
    [InlineData("seed", "seed 7 is not that of this run, 8"), InlineData("population", "population 8 is not that of this run, 12")]
    [InlineData("sigma", "first step size 0.2 is not that of this run, 0.3"), InlineData("count", "number of parameters 5 is not that of this run, 4")]
    [InlineData("bounds", "parameter 'x0' in [-5, 5] m from 2, linear is not that of this run, 'x0' in [-5, 6] m from 2, linear")]
    [InlineData("start", "parameter 'x0' in [-5, 5] m from 2, linear is not that of this run, 'x0' in [-5, 5] m from 1, linear")]
    public void A_checkpoint_of_another_run_is_refused_and_stays(string change, string words)
    {
        string path = folder.File("mine");
        Run(Rosenbrock(), Settings with { Generations = 3, Checkpoint = path });
        byte[] before = File.ReadAllBytes(path);
        OptimisationSettings settings = Settings with { Checkpoint = path };
        Func<double[], double> cost = TestObjective.Rosenbrock;
        string message = change switch
        {
            "name" => Refused(new TestObjective(5, cost) { Name = "other" }, settings),
            "description" => Refused(new TestObjective(5, cost) { Description = "Another." }, settings),
            "seed" => Refused(Rosenbrock(), settings with { Seed = 8 }),
            "population" => Refused(Rosenbrock(), settings with { Population = 12 }),
            "sigma" => Refused(Rosenbrock(), settings with { Sigma = 0.3 }),
            "count" => Refused(new TestObjective(4, cost), settings with { Population = 8 }),
            "bounds" => Refused(new TestObjective(5, cost, max: 6), settings),
            _ => Refused(new TestObjective(5, cost, start: 1), settings),
        };
        Assert.StartsWith($"Checkpoint '{path}': {words}", message, StringComparison.Ordinal);
        Assert.EndsWith("; name another checkpoint file, or remove this one.", message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData("half", "is not JSON"), InlineData("empty", "its text is empty; remove the file to start anew")]
    [InlineData("\"generation\": 3=\"generation\": -3", "$.generation: -3 is not a whole number"), InlineData("\"generation\": 3=\"generation\": 3, \"extra\": 1", "key 'extra' is not known here")]
    [InlineData("\"mean\": [=\"mean\": [0.5, ", "$.mean: 6 numbers are not 5"), InlineData("\"sigma\": =\"sigma\": -", "$.sigma: -")]
    [InlineData("\"covariance\": [=\"covariance\": [[1], ", "$.covariance: 6 rows are not 5"), InlineData("\"population\": 8=\"population\": 2", "$.population: 2 lies outside [4, ")]
    [InlineData("\"max\": 5=\"max\": -6", "$.parameters[0]: Optimised parameter 'x0': range [-5, -6] is empty"), InlineData("\"step_path\"=\"path\"", "key 'path' is not known")]
    public void A_damaged_checkpoint_is_refused_and_stays(string damage, string words)
    {
        string path = folder.File("damaged");
        Run(Rosenbrock(), Settings with { Generations = 3, Checkpoint = path });
        string text = File.ReadAllText(path);
        string[] change = damage.Split('=');
        string damaged = damage switch { "half" => text[..(text.Length / 2)], "empty" => "", _ => text.Replace(change[0], change[1], StringComparison.Ordinal) };
        Assert.NotEqual(text, damaged);
        File.WriteAllText(path, damaged);
        string message = Refused(Rosenbrock(), Settings with { Checkpoint = path });
        Assert.StartsWith($"Checkpoint '{path}'", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Equal(damaged, File.ReadAllText(path));
    }

    [Fact]
    public void A_covariance_with_a_negative_eigenvalue_is_refused()
    {
        CmaEsState state = CmaEs.From([0.5, 0.5], 0.2, 6, 1).State with { Covariance = [1, 2, 2, 1] };
        OptimisedParameter[] parameters = [new("a", 0, 1, 0.5, ""), new("b", 0, 1, 0.5, "")];
        string text = CheckpointWriter.Write(new OptimisationCheckpoint("o", "d", parameters, 0.2, 1, state));
        string message = Assert.Throws<InvalidInputException>(() => CheckpointReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "text")).Message;
        Assert.StartsWith("text, $.covariance: a list is no covariance", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_written_is_said_before_a_generation_is_lost()
    {
        TestObjective objective = Rosenbrock();
        string path = Path.Combine(folder.File("missing"), "checkpoint");
        Assert.StartsWith($"Checkpoint: '{path}' cannot be written (", Refused(objective, Settings with { Checkpoint = path }), StringComparison.Ordinal);
        Assert.Equal(1, objective.Evaluations);
    }

    [Fact]
    public void A_checkpoint_holds_every_bit()
    {
        CmaEsState state = new()
        {
            Seed = ulong.MaxValue, Population = 9, Generation = 12, Sigma = double.Epsilon, Mean = [-0.0, 1.0 / 3], Covariance = [0.1, -1e-300, -1e-300, 1e3 / 7],
            StepPath = [Math.PI, -Math.BitDecrement(1)], CovariancePath = [double.MaxValue, 5e-324], Best = [0, 0.7], BestCost = 1e-17,
        };
        OptimisedParameter[] parameters = [new("a", 0.1, 0.3, 0.2, "µm", Logarithmic: true), new("b", -1, 1, 0, "")];
        string text = CheckpointWriter.Write(new OptimisationCheckpoint("o", "d", parameters, 0.25, double.PositiveInfinity, state));
        OptimisationCheckpoint read = CheckpointReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "text");
        Assert.Equal(text, CheckpointWriter.Write(read));
        Assert.Equal(Bits(state), Bits(read.State));
        Assert.Equal(parameters, read.Parameters);

        static long[] Bits(CmaEsState s) => [.. new[] { s.Sigma, s.BestCost }.Concat(s.Mean).Concat(s.Covariance).Concat(s.StepPath).Concat(s.CovariancePath).Concat(s.Best!)
            .Select(BitConverter.DoubleToInt64Bits), (long)s.Seed, s.Population, s.Generation];
    }

    [Fact]
    public void The_start_is_evaluated_as_given_and_kept_if_nothing_is_better()
    {
        TestObjective best = new(3, x => x.All(xi => xi == 0.3) ? -1 : Math.Abs(x[0]), start: 0.3);
        OptimisationResult result = Run(best, Settings with { Generations = 5 });
        Assert.Equal((-1.0, -1.0, 1 + 5 * 7), (result.StartCost, result.BestCost, result.Evaluations));
        Assert.Equal([0.3, 0.3, 0.3], result.Values.Select(value => value.Value));
    }

    [Fact]
    public void Values_never_leave_their_bounds_and_a_border_is_reached()
    {
        TestObjective objective = new(4, x => x.All(xi => xi is >= -1 and <= 3) ? x.Sum() : throw new InvalidOperationException("outside"), min: -1, max: 3);
        OptimisationResult result = Run(objective, Settings with { Generations = 150 });
        Assert.All(result.Values, value => Assert.Equal(-1, value.Value, tolerance: 1e-6));
    }

    [Fact]
    public void A_NaN_cost_is_the_worst()
    {
        OptimisationResult result = Run(new TestObjective(3, x => x[0] > 0.5 ? double.NaN : TestObjective.Sphere(x)), Settings with { Generations = 80 });
        Assert.Equal(double.PositiveInfinity, result.StartCost);
        Assert.InRange(result.BestCost, 0, 1e-8);
        string path = folder.File("nan");
        OptimisationResult never = Run(new TestObjective(3, _ => double.NaN), Settings with { Checkpoint = path });
        Assert.Equal(never.ToJson(), Run(new TestObjective(3, _ => double.NaN), Settings with { Checkpoint = path }).ToJson());
        Assert.Contains("\"best_cost\": null", never.ToJson(), StringComparison.Ordinal);
        Assert.All(never.Values, value => Assert.Equal(2, value.Value));
    }

    [Fact]
    public void Progress_tells_of_the_start_and_of_each_generation()
    {
        List<OptimisationProgress> told = [];
        OptimisationResult result = new OptimisationRun(Rosenbrock(), Settings with { Generations = 4 }).Run(told.Add, TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2, 3, 4], told.Select(progress => progress.Generation));
        Assert.Equal([1, 9, 17, 25, 33], told.Select(progress => progress.Evaluations));
        Assert.Equal(0.2, told[0].Sigma);
        Assert.Equal(result.StartCost, told[0].BestCost);
        Assert.Equal(result.BestCost, told[^1].BestCost);
    }

    [Fact]
    public void The_error_of_an_objective_comes_out_as_it_was_thrown() => Assert.Equal("broken", Assert.Throws<InvalidOperationException>(() =>
        Run(new TestObjective(3, x => x.Any(xi => xi != 2) ? throw new InvalidOperationException("broken") : 0), Settings)).Message);

    [Fact]
    public void The_result_is_a_set_of_values_and_where_they_are_from()
    {
        string path = folder.File("result.jsonc");
        OptimisationResult result = Run(Rosenbrock(), Settings);
        result.Save(path);
        using JsonDocument document = JsonDocument.Parse("// tuned\n" + File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        JsonElement set = document.RootElement.GetProperty("set"), from = document.RootElement.GetProperty("provenance");
        Assert.Equal(result.Values, set.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.GetDouble())));
        Assert.Equal(["objective", "description", "seed", "population", "generations", "evaluations", "start_cost", "best_cost"], from.EnumerateObject().Select(field => field.Name));
        Assert.Equal(241, from.GetProperty("evaluations").GetInt32());
        Assert.Equal(TestObjective.Rosenbrock([.. result.Values.Select(value => value.Value)]), from.GetProperty("best_cost").GetDouble());
        Assert.Equal(TestObjective.Rosenbrock([2, 2, 2, 2, 2]), from.GetProperty("start_cost").GetDouble());
    }

    [Theory]
    [InlineData("population", "Population: 3 lies outside [4, 10000]"), InlineData("generations", "Generations: -1 lies outside"), InlineData("threads", "Threads: 0 lies outside")]
    [InlineData("sigma", "First step size: NaN lies outside"), InlineData("none", "Number of parameters: 0 lies outside [1, 128]"), InlineData("twice", "Objective 'test': parameter 'a' stands there twice")]
    public void What_cannot_be_run_is_refused_before_anything_is_evaluated(string fault, string words)
    {
        OptimisedParameter a = new("a", 0, 1, 0.5, "");
        Func<object> build = fault switch
        {
            "population" => () => new OptimisationRun(Rosenbrock(), Settings with { Population = 3 }),
            "generations" => () => new OptimisationRun(Rosenbrock(), Settings with { Generations = -1 }),
            "threads" => () => new OptimisationRun(Rosenbrock(), Settings with { Threads = 0 }),
            "sigma" => () => new OptimisationRun(Rosenbrock(), Settings with { Sigma = double.NaN }),
            "none" => () => new OptimisationRun(new TestObjective(0, _ => 0), Settings),
            _ => () => new OptimisationRun(new TestObjective(2, _ => 0) { Parameters = [a, a] }, Settings),
        };
        Assert.StartsWith(words, Assert.Throws<InvalidInputException>(build).Message, StringComparison.Ordinal);
    }

    private static TestObjective Rosenbrock() => new(5, TestObjective.Rosenbrock);

    private static OptimisationResult Run(IObjective objective, OptimisationSettings settings) => new OptimisationRun(objective, settings).Run(null, TestContext.Current.CancellationToken);

    private static string Refused(IObjective objective, OptimisationSettings settings) =>
        Assert.Throws<InvalidInputException>(() => Run(objective, settings)).Message;
}
