using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Locomotion.Hardware.Timing;

/// <summary>A thread of its own for the loop, with what Linux grants it.</summary>
public static class RealTimeThread
{
    private const int StackBytes = 1 << 20;

    /// <summary>Runs <paramref name="loop"/> on a new thread and waits for its end. What it throws is thrown here.</summary>
    /// <remarks>Memory is settled first; see <see cref="SettleMemory"/>.</remarks>
    /// <param name="settings">What is asked of Linux.</param>
    /// <param name="report">Told, on the new thread and before the loop, what was granted.</param>
    /// <param name="loop">The loop.</param>
    public static void Run(RealTimeSettings settings, Action<IReadOnlyList<SetupStep>> report, Action loop)
    {
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(Body, StackBytes) { Name = "locomotion-loop" };
        thread.Start();
        thread.Join();
        failure?.Throw();

        void Body()
        {
            try
            {
                TouchStack();
                SettleMemory();
                using RealTimeSetup setup = RealTimeSetup.Apply(settings);
                report(setup.Steps);
                loop();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    /// <summary>Clears away garbage, so that none is collected soon, and defers what collecting can be deferred.</summary>
    public static void SettleMemory()
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    /// <summary>Most of the stack, once, so that no page of it is fetched later.</summary>
    private static void TouchStack()
    {
        Span<byte> pages = stackalloc byte[StackBytes / 2];
        for (int at = 0; at < pages.Length; at += 4096) Volatile.Write(ref pages[at], 1);
    }
}
