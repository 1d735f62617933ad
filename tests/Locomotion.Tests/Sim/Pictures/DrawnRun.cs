using System.Text.RegularExpressions;
using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Body.Animals;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Frames;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Pictures;

/// <summary>Runs and made-up recordings to draw, and the pictures of them, in a folder that goes away.</summary>
internal sealed partial class DrawnRun : IDisposable
{
    /// <summary>Pixels of a PNG for one of the sheet.</summary>
    public const int Density = 2;

    public static readonly SKColor Ink = new(0x24, 0x2C, 0x37), Wet = new(0xD3, 0xE7, 0xF6), Folded = new(0x3C, 0x86, 0xBF),
        SlowWalk = new(0xE3, 0xA6, 0x2F), FastWalk = new(0xB8, 0x43, 0x2B), Swim = new(0x1F, 0x6C, 0xA8);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("locomotion-pictures-");

    public DrawnRun(Scenario scenario, Trajectory trajectory)
    {
        Trajectory = trajectory;
        Written = RunPictures.Write(scenario, trajectory, folder.FullName);
    }

    public Trajectory Trajectory { get; }

    public IReadOnlyList<string> Written { get; }

    /// <summary>One phase of a gait, as a scenario.</summary>
    public static Scenario Scene(Gait gait, double seconds, Habitat habitat, int segments = 21) => new()
    {
        Name = gait.Name,
        Animal = Preset.Centipede.With("shape.segments", $"{segments}").With("shape.length", $"{0.12 * segments / 21:R}"),
        Habitat = habitat,
        Timeline = [Phase(gait, seconds)],
    };

    public static ScenarioPhase Phase(Gait gait, double seconds) =>
        new(gait.Name, seconds, gait.Command, PhaseEnd.Time, gait == Gait.Swim ? ExpectedGait.Swim : ExpectedGait.Walk);

    /// <summary>Runs the scenario and draws it.</summary>
    public static DrawnRun Simulate(Scenario scenario)
    {
        Simulation simulation = new(scenario);
        FrameRecorder recorder = new(simulation);
        simulation.Run(recorder, CancellationToken.None);
        return new DrawnRun(scenario, new Trajectory(recorder.Log));
    }

    /// <summary>A recording of <paramref name="samples"/>, 10 ms apart; <paramref name="value"/> gives each (time, column) its number.</summary>
    public static Trajectory MadeUp(int segments, int samples, Func<double, string, double> value)
    {
        FrameLog log = new(FrameColumns.For(segments), samples);
        for (int k = 0; k < samples; k++)
        {
            log.TryAppend(out Span<double> row);
            double time = k * FrameRecorder.Interval;
            for (int column = 0; column < row.Length; column++)
                row[column] = log.Columns[column] == "t" ? time : value(time, log.Columns[column]);
        }
        return new Trajectory(log);
    }

    /// <summary>The PNG of that name, decoded.</summary>
    public SKBitmap Open(string name) => SKBitmap.Decode(Path.Combine(folder.FullName, name + ".png"));

    /// <summary>The SVG of that name, as text.</summary>
    public string Svg(string name) => File.ReadAllText(Path.Combine(folder.FullName, name + ".svg"));

    /// <summary>The text in the SVG of that name, a line for each piece.</summary>
    public string Words(string name) => string.Join('\n', Text().Matches(Svg(name)).Select(match => match.Groups["words"].Value.Trim()));

    public void Dispose() => folder.Delete(recursive: true);

    [GeneratedRegex("<text[^>]*>(?<words>[^<]*)</text>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Text();
}
