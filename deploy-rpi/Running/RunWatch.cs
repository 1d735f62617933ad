using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Service;

namespace Locomotion.Deploy.Running;

/// <summary>
/// Looks on from outside the loop, ten times a second: tells systemd that it is alive as long as ticks go on, and tells people what changed. A loop
/// that hangs is so restarted, disarmed.
/// </summary>
public sealed class RunWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.1), More = TimeSpan.FromSeconds(5);

    private readonly RobotRun run;
    private readonly double period;
    private readonly ServiceNotifier notifier = ServiceNotifier.FromEnvironment();
    private readonly Timer timer;
    private readonly Lock gate = new();
    private long seen = -1;
    private SafetyState state = SafetyState.Unpowered;
    private bool ready, told;

    /// <summary>Begins to look.</summary>
    /// <param name="run">The run.</param>
    /// <param name="period">Of its ticks, s.</param>
    public RunWatch(RobotRun run, double period)
    {
        (this.run, this.period) = (run, period);
        timer = new Timer(_ => Look(), state: null, Interval, Interval);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        Look();
        notifier.Stopping();
        notifier.Dispose();
    }

    private void Look()
    {
        lock (gate)
        {
            run.Voice?.Look();
            long ticks = run.Ticks;
            if (ticks == seen) return;
            seen = ticks;
            if (!told && run.Failure is { } failure) Console.Error.WriteLine($"the recording stopped, and it cannot be armed again before a new start: {failure}");
            told = run.Failure is not null;
            SafetyOrders orders = run.Servos.Orders;
            bool stopped = orders.State is SafetyState.Hold or SafetyState.SafePose or SafetyState.Released or SafetyState.Fault;
            string status = stopped ? $"{orders.State} ({orders.Reason})" : $"{orders.State}";
            if (!ready) notifier.Ready(status);
            ready = true;
            notifier.Alive();
            if (run.IsEnding) notifier.NeedsTime(More);     // a safe pose may take longer than TimeoutStopSec
            if (orders.State == state) return;
            state = orders.State;
            notifier.Status(status);
            Console.Error.WriteLine($"{ticks * period,8:0.0} s  {status}{(orders.Refused == ArmingChecks.None ? "" : $"; not armed, since these do not hold: {orders.Refused}")}");
        }
    }
}
