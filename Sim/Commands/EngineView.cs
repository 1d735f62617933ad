using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>Work on an engine, with its progress on standard error: a bar for people, a line now and then for files.</summary>
internal static class EngineView
{
    private static readonly TimeSpan refresh = TimeSpan.FromMilliseconds(250), line = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Run(string name, IEngine engine, WorkRun run, CancellationToken stop)
    {
        if (Console.IsErrorRedirected)
        {
            using Timer timer = new(_ => Console.Error.WriteLine($"{name}: {run.Progress}"), null, line, line);
            engine.Run(run, stop);
            return;
        }
        Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, run.Progress.Total));
                using Timer timer = new(_ => Show(bar, name, run.Progress), null, refresh, refresh);
                engine.Run(run, stop);
                Show(bar, name, run.Progress);
            });
    }

    private static void Show(ProgressTask bar, string name, WorkProgress progress)
    {
        bar.Value = progress.Finished;
        bar.Description = Markup.Escape($"{name}: {progress}");
    }
}
