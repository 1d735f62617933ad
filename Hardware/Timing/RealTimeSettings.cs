using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Timing;

/// <summary>What the loop's thread asks of Linux. All of it is optional: what is refused is reported, and the loop runs all the same.</summary>
public sealed record RealTimeSettings : ParameterGroup
{
    /// <summary>SCHED_FIFO priority of the loop's thread alone.</summary>
    [Parameter(0, 98, "1", "Priority of the loop's thread under SCHED_FIFO; 0: an ordinary thread.", AtRest = true)]
    public int Priority { get; init => field = Checked(value); } = 80;

    /// <summary>Keep memory in RAM.</summary>
    [Parameter("Whether the program's memory is locked into RAM.", AtRest = true)]
    public bool LockMemory { get; init; } = true;

    /// <summary>Processor of the loop's thread.</summary>
    [Parameter(-1, 1023, "1", "Processor on which the loop's thread runs, best one that isolcpus keeps free; -1: any.", AtRest = true)]
    public int Processor { get; init => field = Checked(value); } = -1;

    /// <summary>Keep processors from sleeping deeply.</summary>
    [Parameter("Whether processors are kept from deep sleep, by /dev/cpu_dma_latency, while the loop runs.", AtRest = true)]
    public bool AwakeProcessors { get; init; } = true;

    /// <summary>Slack of timers of an ordinary thread.</summary>
    [Parameter(1, 1e6, "ns", "By how much Linux may delay the loop's timers when it is an ordinary thread.", AtRest = true)]
    public int TimerSlack { get; init => field = Checked(value); } = 1;
}
