namespace Locomotion.Deploy.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A check failed, or the run ended in a fault.</summary>
    public const int CheckFailed = 1;

    /// <summary>Something given cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Ended by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
