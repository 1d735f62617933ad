namespace Locomotion.Hardware.Doctor;

/// <summary>Whether a machine is fit to walk a robot: the checks of `locomotion-robot doctor`. Reads, changes nothing.</summary>
public static class RobotDoctor
{
    /// <summary>All checks, in the order in which one would mend what they find.</summary>
    /// <param name="files">The machine.</param>
    /// <param name="firmware">Asks a Raspberry Pi's firmware, as `vcgencmd` does with this argument; null: it cannot be asked.</param>
    public static IReadOnlyList<Finding> Examine(MachineFiles files, Func<string, string?>? firmware = null)
    {
        Machine machine = Machine.Of(files);
        return
        [
            new Finding("machine", Verdict.Good, machine.Model),
            PowerChecks.Throttling(files, machine, firmware),
            PowerChecks.Supply(files, machine),
            BusChecks.Speed(files, machine),
            RightsChecks.Groups(files, machine),
            RightsChecks.Priority(files),
            RightsChecks.LockedMemory(files),
            KernelChecks.Preemption(files),
            KernelChecks.RealTimeShare(files),
            KernelChecks.ClockSource(files),
            ProcessorChecks.Governor(files),
            ProcessorChecks.Isolated(files),
            MemoryChecks.Swap(files),
        ];
    }

    /// <summary>The worst verdict; good if there is none.</summary>
    public static Verdict Worst(IEnumerable<Finding> findings) => findings.Select(finding => finding.Verdict).DefaultIfEmpty(Verdict.Good).Max();
}
