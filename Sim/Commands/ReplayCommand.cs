using System.CommandLine;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion replay</c>: repeats a recorded run and compares every tick.</summary>
internal static class ReplayCommand
{
    private const long TicksPerReport = 5000;
    private static readonly Argument<string> File = RecordingSource.Argument();
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON on standard output, and nothing else there." };

    public static Command Build()
    {
        Command command = new("replay", "Repeat a recorded run with its inputs and compare the controller's state after every tick, to the bit.") { File, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using Interrupt interrupt = new();
        using RecordingSource source = OpenedRecording.Open(parsed.GetValue(File)!);
        RecordedRun run = source.Run;
        ReplayResult result = WatchedWork.Run("replaying", progress => Replay.Run(run, ticks => Report(ticks, source, progress), interrupt.Token));
        if (parsed.GetValue(Json)) Console.Out.WriteLine(new ReplaySummary(result).ToJson());
        else Tell(result);
        if (interrupt.Happened) return interrupt.ExitCode;
        return result.Agrees ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static void Report(long ticks, RecordingSource source, Action<double> progress)
    {
        if (ticks % TicksPerReport == 0) progress(source.ShareRead);
    }

    private static void Tell(ReplayResult result)
    {
        double factor = result.WallSeconds > 0 ? result.Seconds / result.WallSeconds : 0;
        Terminal.Out.MarkupLineInterpolated($"{result.Ticks} ticks ({result.Seconds:0.###} s) agree to the bit; digest {result.Digest:x16}; {factor:0} times real time");
        if (result.Divergence is { } divergence)
        {
            Terminal.Out.MarkupLineInterpolated($"[red]Tick {divergence.Tick} ({divergence.Seconds:0.###} s) differs:[/] {string.Join(", ", divergence.Fields)}");
        }
        if (result.Gap) Terminal.Out.MarkupLine("[yellow]Inputs are missing after that: the recording has a gap, and cannot be replayed beyond.[/]");
        if (!result.Ended) Terminal.Out.MarkupLine("[yellow]The recording has no end: the run was killed, or the disk was full.[/]");
    }
}
