using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>Work that takes a while, under a bar.</summary>
internal static class WatchedWork
{
    /// <summary>Runs <paramref name="work"/>, which tells the share that is done, under a bar on standard error that only people see.</summary>
    public static T Run<T>(string name, Func<Action<double>, T> work)
    {
        if (Console.IsErrorRedirected) return work(_ => { });
        return Terminal.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(name), maxValue: 1);
                return work(share => bar.Value = share);
            });
    }
}
