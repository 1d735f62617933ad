using Locomotion.Sim.Running;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>A bar with time left while a run lasts, on its own thread; shown only to people, and only past the first half second.</summary>
internal sealed class RunProgress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5), Refresh = TimeSpan.FromMilliseconds(100);

    private readonly ScenarioRun run;
    private readonly string name;
    private readonly CancellationTokenSource over = new();
    private readonly Task shown;

    /// <summary>Starts watching <paramref name="run"/>.</summary>
    public RunProgress(ScenarioRun run, string name)
    {
        this.run = run;
        this.name = name;
        shown = Console.IsErrorRedirected ? Task.CompletedTask : Task.Run(Show);
    }

    /// <summary>Takes the bar down.</summary>
    public void Dispose()
    {
        over.Cancel();
        shown.Wait();
        over.Dispose();
    }

    private void Show()
    {
        if (over.Token.WaitHandle.WaitOne(Patience)) return;
        Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(name), maxValue: run.TotalTicks);
                do bar.Value = run.DoneTicks;
                while (!over.Token.WaitHandle.WaitOne(Refresh));
            });
    }
}
