using System.Diagnostics;
using Locomotion.Sim.Running;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.EndToEnd;

/// <summary>10 000 cases of 10 s on every engine: `./test --soak` only, since it takes half an hour and more.</summary>
[Collection(Alone.Name)]
public class SweepSoakTests(ITestOutputHelper output)
{
    private const int Places = 100, Seeds = 100, Cases = Places * Seeds;
    private const double MostMegabytes = 1024;

    private const string Design = """
        { "name": "t", "scenario": "slow-walk", "seconds": 10, "axes": [ { "name": "drive", "from": 0, "to": 1, "count": 10 }, { "name": "release", "from": 0, "to": 1, "count": 10 } ], "seeds": 100 }
        """;      // the seed moves fastest

    [Fact]
    public void Ten_thousand_cases_are_the_same_on_every_engine_at_nearly_the_speed_of_single_runs()
    {
        Soak.Only("takes half an hour and more");
        byte[]? first = null;
        foreach (string[] options in (string[][])[["--on=threads", "--workers=2"], ["--on=processes", "--workers=2"], ["--on=processes", "--workers=1"]])
        {
            SweepProgram sweep = new(Design);
            int workers = options[1][^1] - '0';
            double before = Single(), seconds = Watched(sweep, options, out double megabytes), single = (before + Single()) / 2;
            double rate = Cases / seconds, efficiency = rate * single / workers;
            output.WriteLine($"{string.Join(' ', options)}: {rate:0.00} cases a second, a single run takes {single:0.000} s: efficiency {efficiency:0.00}; at most {megabytes:0} MB");
            first ??= File.ReadAllBytes(sweep.Csv);
            Assert.Equal(first, File.ReadAllBytes(sweep.Csv));
            Assert.InRange(efficiency, 0.9, 1.2);
            Assert.InRange(megabytes, 10, MostMegabytes);
        }
        if (SlurmCluster.Missing is { } missing)
        {
            output.WriteLine($"without Slurm: {missing}");
            return;
        }
        using SlurmCluster cluster = new(2);
        SweepProgram tasks = new(Design, cluster.Environs);
        double slurm = Watched(tasks, ["--on=slurm", "--task-minutes=2"], out double most);
        output.WriteLine($"Slurm, two nodes of one core: {Cases / slurm:0.00} cases a second; at most {most:0} MB");
        Assert.Equal(first, File.ReadAllBytes(tasks.Csv));
    }

    /// <summary>How long a sweep takes, s, and the most memory that its processes had together, MB.</summary>
    private static double Watched(SweepProgram sweep, string[] options, out double megabytes)
    {
        megabytes = 0;
        long begin = Stopwatch.GetTimestamp();
        using Process process = sweep.Start(options);
        while (!process.WaitForExit(TimeSpan.FromSeconds(1)))
            megabytes = Math.Max(megabytes, SweepProgram.Tree(process.Id).Sum(Resident));
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Assert.True(process.ExitCode == 0, sweep.Said);
        return seconds;
    }

    private static double Resident(int process)
    {
        try
        {
            string line = File.ReadLines($"/proc/{process}/status").First(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>How long a case takes as a run by itself, s: the mean of a hundred, one for each place of the design.</summary>
    private static double Single()
    {
        SweepDesign design = SweepReader.Parse(Design, "design");
        CaseCursor cursor = new(design, ProgramIdentity.Text);
        Run(0);
        long begin = Stopwatch.GetTimestamp();
        for (int place = 0; place < Places; place++) Run(place * Seeds + place);
        return Stopwatch.GetElapsedTime(begin).TotalSeconds / Places;

        void Run(long at)
        {
            cursor.MoveTo(at);
            new ScenarioRun(cursor.Scenario()).Run(CancellationToken.None);
        }
    }
}
