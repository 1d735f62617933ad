namespace Locomotion.Sim.Commands;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0, CheckFailed = 1, BadInput = 2, Interrupted = 130, Terminated = 143;
}
