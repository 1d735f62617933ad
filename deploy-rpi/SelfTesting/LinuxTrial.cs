using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Timing;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>Linux is called: its clock, its scheduler, a bus that is not there.</summary>
internal static class LinuxTrial
{
    private const long Wait = 2_000_000;        // ns
    private const int NoBus = 63;

    public static string Run()
    {
        MonotonicClock clock = MonotonicClock.Instance;
        long before = clock.Nanoseconds;
        clock.SleepUntil(before + Wait);
        bool slept = clock.Nanoseconds - before >= Wait;
        // an ordinary thread, so that nothing depends on rights
        using RealTimeSetup setup = RealTimeSetup.Apply(new RealTimeSettings { Priority = 0, LockMemory = false, AwakeProcessors = false });
        return $"slept {slept}, {string.Join(", ", setup.Steps.Select(step => $"{step.Name} {step.Granted}"))}, missing bus {MissingBus()}";
    }

    private static string MissingBus()
    {
        try
        {
            using LinuxI2cBus bus = new(NoBus);
            return "opened";
        }
        catch (InvalidInputException refused)
        {
            return refused.Message;
        }
    }
}
